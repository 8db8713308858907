package dev.tend.scoring.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Signal;
import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invitation of the past of which a candidate would change the verdict.
 *
 * @param chosen what the member did; null for nothing yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Flip(
    String invitation,
    String member,
    Instant receivedAt,
    Stage stage,
    Choice.@Nullable Kind chosen,
    Side before,
    Side after) {
  Flip(
      String invitation,
      String member,
      Instant receivedAt,
      Stage stage,
      Optional<Choice.Kind> chosen,
      Side before,
      Side after) {
    this(invitation, member, receivedAt, stage, chosen.orElse(null), before, after);
  }

  /** What one of the two policies says. */
  public record Side(
      Verdict verdict, int relevance, int risk, String summary, List<Signal> signals) {
    public Side {
      signals = List.copyOf(signals);
    }

    static Side of(Decision decision) {
      return new Side(
          decision.verdict(),
          decision.relevance(),
          decision.risk(),
          decision.summary(),
          decision.signals());
    }
  }

  @Override
  public String toString() {
    return "Flip[" + invitation + "]";
  }
}
