package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Verdict;
import org.junit.jupiter.api.Test;

class JudgedTest {
  @Test
  void readsAnInvitationAsTheServiceShowsIt() {
    var judged =
        Judged.of(
            json(
                """
                {"invitation": "4711", "member": "amy.chen", "verdict": "accept", "relevance": 62, "risk": 5,
                 "signals": [{"name": "same-employer", "axis": "relevance", "points": 40, "evidence": "Both at PwC"}],
                 "inviter": {"profile": "https://www.linkedin.com/in/marcus-webb", "name": "Marcus Webb"},
                 "history": [{"verdict": "ask"}]}
                """));

    assertThat(judged.verdict()).contains(Verdict.ACCEPT);
    assertThat(judged.inviter().path()).isEqualTo("in/marcus-webb");
    assertThat(judged.gives("same-employer")).isTrue();
    assertThat(judged.mainReason()).isEqualTo("Both at PwC");
    assertThat(judged.revisions()).isEqualTo(1);
  }

  @Test
  void anUndecidedOneHasNoVerdict() {
    var judged =
        Judged.of(
            json(
                """
                {"invitation": "4711", "member": "amy.chen", "verdict": null,
                 "inviter": {"profile": "https://www.linkedin.com/in/marcus-webb", "name": "Marcus Webb"}}
                """));

    assertThat(judged.verdict()).isEmpty();
  }

  private static JsonNode json(String text) {
    return switch (Codec.TOPIC.tree(text.getBytes(UTF_8))) {
      case Decoded.Value<JsonNode>(var tree) -> tree;
      case Decoded.Refused<JsonNode>(var reason, var refusal) ->
          throw new AssertionError(refusal.sentence());
    };
  }
}
