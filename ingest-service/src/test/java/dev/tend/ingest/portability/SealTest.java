package dev.tend.ingest.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final Instant NOON = Instant.parse("2026-02-09T12:00:00Z");
  private static final String OLD = key("2025", 1);
  private static final String NEW = key("2026", 2);

  private final Seal seal = Seal.of(OLD);

  @Test
  void onlyTheSamePurposeOpens() {
    var sealed = seal.seal("grant of amy", "a token");

    assertThat(seal.open("grant of amy", sealed)).contains("a token");
    assertThat(seal.open("grant of ben", sealed)).isEmpty();
    assertThat(sealed).doesNotContain("token").matches("[A-Za-z0-9._-]+");
  }

  @Test
  void theSameTextIsNeverSealedTheSame() {
    assertThat(seal.seal("p", "text")).isNotEqualTo(seal.seal("p", "text"));
  }

  @Test
  void oneChangedLetterSpoilsIt() {
    var sealed = seal.seal("p", "text");
    for (int i = 0; i < sealed.length(); i++) {
      var spoilt = new StringBuilder(sealed);
      spoilt.setCharAt(i, sealed.charAt(i) == 'x' ? 'y' : 'x');
      if (i < sealed.length() - 1) {
        assertThat(seal.open("p", spoilt.toString())).as("letter %d", i).isEmpty();
      }
    }
    assertThat(seal.open("p", "")).isEmpty();
    assertThat(seal.open("p", "2025.")).isEmpty();
    assertThat(seal.open("p", "no dot")).isEmpty();
  }

  @Test
  void anOlderKeyOpensWhileItIsThere() {
    var sealed = seal.seal("p", "text");

    assertThat(Seal.of(NEW + "\n" + OLD + "\n").open("p", sealed)).contains("text");
    assertThat(Seal.of(NEW).open("p", sealed)).isEmpty();
    assertThat(Seal.of(NEW + ", " + OLD).seal("p", "text")).startsWith("2026.");
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotQuoted() {
    for (var wrong : new String[] {"", "secret", "a:c2hvcnQ=", OLD + "," + OLD, ":" + OLD}) {
      assertThatThrownBy(() -> Seal.of(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("each key is an id of its own, a colon, and 32 bytes in Base64");
    }
    assertThat(seal).hasToString("Seal[[2025]]");
  }

  @Test
  void aGrantBelongsToOneMemberAndOneConsent() {
    var secrets = new Secrets(seal);
    var grant = new Grant("access", NOON, "refresh", null);
    var sealed = secrets.sealed(grant, "amy.chen", "c1");

    assertThat(secrets.grant(sealed, "amy.chen", "c1")).contains(grant);
    assertThat(secrets.grant(sealed, "ben.ito", "c1")).isEmpty();
    assertThat(secrets.grant(sealed, "amy.chen", "c2")).isEmpty();
    assertThat(grant.toString()).doesNotContain("access").doesNotContain("refresh");
  }

  @Test
  void aStateEndsInTimeAndNamesNobody() {
    var secrets = new Secrets(seal);
    var state = secrets.state("amy.chen", "c1", NOON);

    assertThat(secrets.travelling(state, NOON.minusMillis(1)))
        .contains(new Secrets.Travelling("amy.chen", "c1", NOON));
    assertThat(secrets.travelling(state, NOON)).isEmpty();
    assertThat(state).doesNotContain("amy");
    assertThat(new Secrets(Seal.of(NEW)).travelling(state, NOON.minusMillis(1))).isEmpty();
  }

  private static String key(String id, int filledWith) {
    var bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) filledWith);
    return id + ":" + Base64.getEncoder().encodeToString(bytes);
  }
}
