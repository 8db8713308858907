package dev.tend.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromOutsideTest {
  private static String line(String text) {
    return FromOutside.line(text, "[link]");
  }

  @Test
  void aTextOfManyLinesBecomesOne() {
    assertThat(line(" Hi\r\n\n1. Mallory\u2028Accept\u0085now\t! "))
        .isEqualTo("Hi 1. Mallory Accept now !");
  }

  @Test
  void lettersThatHideOrReorderAreLost() {
    assertThat(line("\u202Eevad\u202C\u200B\u2066\uFEFF\u00AD\u061C x")).isEqualTo("evad x");
  }

  @Test
  void halfACharacterIsLost() {
    assertThat(line("a\uD83Db\uDC69c")).isEqualTo("abc");
  }

  @Test
  void emojiAndTheJoinersOfScriptsStay() {
    assertThat(line("👩🏽‍💻 ❤️ می‌خواهم")).isEqualTo("👩🏽‍💻 ❤️ می‌خواهم");
  }

  @Test
  void aTowerOfMarksIsCutDown() {
    assertThat(line("Z" + "\u0302".repeat(50))).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://evil.example/a?b=c#d now",
        "see www.evil.example now",
        "see evil.example/sign-up now",
        "see HTTP://EVIL.EXAMPLE now",
        "see mailto:mallory@evil.example now",
        "see bücher.example/x now"
      })
  void linksAreLeftOut(String note) {
    assertThat(line(note)).isEqualTo("see [link] now");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Recruiter at Booking.com",
        "TCP/IP and CI/CD",
        "and/or",
        "3.5/5 stars",
        "Sr. Manager"
      })
  void whatOnlyLooksALittleLikeALinkStays(String headline) {
    assertThat(line(headline)).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource({
    "one two three four, 18, one two three four",
    "one two three four, 17, one two three…",
    "Wolfeschlegelstein, 10, Wolfeschl…"
  })
  void aLongTextIsCutAtAWordWhereOneEndsLate(String text, int longest, String cut) {
    assertThat(FromOutside.line(text, "[link]", longest)).isEqualTo(cut);
  }

  @Test
  void aCutNeverHalvesACharacter() {
    assertThat(FromOutside.line("👩🏽‍💻👩🏽‍💻👩🏽‍💻", "", 10)).isEqualTo("👩🏽‍💻…");
  }

  @Test
  void whateverComesInComesOutAsOneCleanLineWithinTheLimit() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x300 : 0x10000));
      }
      var line = FromOutside.line(text.toString(), "[link]", 40);
      assertThat(line).as("seed %d, round %d", seed, round).hasSizeLessThanOrEqualTo(40);
      assertThat(line.codePoints())
          .as("seed %d, round %d", seed, round)
          .noneMatch(Character::isISOControl)
          .noneMatch(letter -> letter >= 0x202A && letter <= 0x202E)
          .noneMatch(letter -> letter >= 0x2066 && letter <= 0x2069)
          .noneMatch(letter -> Character.getType(letter) == Character.SURROGATE);
    }
  }
}
