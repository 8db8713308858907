package dev.tend.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Axis;
import dev.tend.events.PersonKey;
import dev.tend.events.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An invitation as notify-service shows it.
 *
 * @param verdict empty while undecided
 * @param reasons strongest first
 * @param revisions how many decisions came before this one
 */
record Judged(
    String invitation,
    String member,
    PersonKey inviter,
    String inviterName,
    Optional<Verdict> verdict,
    int relevance,
    int risk,
    List<Reason> reasons,
    int revisions) {
  Judged {
    reasons = List.copyOf(reasons);
  }

  /** One reason for or against. */
  record Reason(String name, Axis axis, String evidence) {}

  static Judged of(JsonNode item) {
    var reasons = new ArrayList<Reason>();
    for (var signal : item.path("signals")) {
      var axis = signal.path("axis").asText().equals("risk") ? Axis.RISK : Axis.RELEVANCE;
      reasons.add(new Reason(signal.path("name").asText(), axis, signal.path("evidence").asText()));
    }
    var word = item.path("verdict").asText("");
    return new Judged(
        item.path("invitation").asText(),
        item.path("member").asText(),
        PersonKey.of(item.path("inviter").path("profile").asText()),
        item.path("inviter").path("name").asText(),
        Arrays.stream(Verdict.values()).filter(verdict -> verdict.word().equals(word)).findFirst(),
        item.path("relevance").asInt(),
        item.path("risk").asInt(),
        reasons,
        item.path("history").size());
  }

  boolean gives(String reason) {
    return reasons.stream().anyMatch(given -> given.name().equals(reason));
  }

  /**
   * The sentence that says most about the verdict: against, when it was ignored; for, otherwise.
   */
  String mainReason() {
    var wanted = verdict.equals(Optional.of(Verdict.IGNORE)) ? Axis.RISK : Axis.RELEVANCE;
    return reasons.stream()
        .filter(reason -> reason.axis() == wanted)
        .findFirst()
        .or(() -> reasons.stream().findFirst())
        .map(Reason::evidence)
        .orElse("No reason to be seen");
  }
}
