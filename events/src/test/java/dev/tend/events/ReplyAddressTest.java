package dev.tend.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyAddressTest {
  private static final Instant SENT = Instant.parse("2026-02-09T14:37:00Z");
  private static final UUID MAIL = UUID.fromString("0f2b8e11-1111-4222-8333-944444444444");

  private final ReplyAddress addresses = new ReplyAddress("a secret of thirty-two characters");

  @Test
  void leadsBackToTheQuestion() {
    assertThat(addresses.mail(addresses.localPart(MAIL, SENT) + "@reply.firm.example", SENT))
        .contains(MAIL);
  }

  @Test
  void fitsIntoAnAddressWhateverTheId() {
    for (var mail : new UUID[] {MAIL, new UUID(0, 0), new UUID(-1, -1)}) {
      var localPart = addresses.localPart(mail, SENT);

      assertThat(localPart).hasSize(53);
      assertThat(addresses.mail(localPart, SENT)).contains(mail);
    }
  }

  @Test
  void survivesServersThatChangeTheCase() {
    assertThat(addresses.mail(addresses.localPart(MAIL, SENT).toUpperCase(Locale.ROOT), SENT))
        .contains(MAIL);
  }

  @Test
  void endsWithItsLife() {
    var localPart = addresses.localPart(MAIL, SENT);

    assertThat(addresses.mail(localPart, SENT.plus(ReplyAddress.LIFE))).contains(MAIL);
    assertThat(addresses.mail(localPart, SENT.plus(ReplyAddress.LIFE).plus(Duration.ofDays(1))))
        .isEmpty();
  }

  @Test
  void isWorthNothingWhenOneDigitDiffers() {
    var localPart = addresses.localPart(MAIL, SENT);
    for (int i = "reply+".length(); i < localPart.length(); i++) {
      var other = localPart.charAt(i) == '7' ? '8' : '7';
      var changed = localPart.substring(0, i) + other + localPart.substring(i + 1);

      assertThat(addresses.mail(changed, SENT)).as(changed).isEmpty();
    }
  }

  @Test
  void isWorthNothingToWhoHasAnotherSecret() {
    var others = new ReplyAddress("a secret of thirty-two characters, another one");

    assertThat(addresses.mail(others.localPart(MAIL, SENT), SENT)).isEmpty();
  }

  @Test
  void tellsWhatSaysThatItIsOneFromWhatDoesNot() {
    assertThat(ReplyAddress.isClaimed("Reply+nonsense@reply.firm.example")).isTrue();
    assertThat(ReplyAddress.isClaimed("amy.chen@firm.example")).isFalse();
    assertThat(addresses.mail("reply+nonsense@reply.firm.example", SENT)).isEmpty();
    assertThat(addresses.mail("reply+" + "v".repeat(47), SENT)).isEmpty();
  }

  @Test
  void needsASecretThatIsOne() {
    assertThatThrownBy(() -> new ReplyAddress("short"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
