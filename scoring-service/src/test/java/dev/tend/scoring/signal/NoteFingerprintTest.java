package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteFingerprintTest {
  private static final String NOTE =
      "Hi Amy, I came across your profile and was impressed by what you do at Northwind. We help"
          + " consultancies find senior people within two weeks, and I would love to show you how.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi Amy            | Hello Robert
          Northwind         | Globex Corporation
          two weeks         | 10 days
          I would love to show you how. | Interested?
          """)
  void aSwappedNameCompanyOrPhraseStaysACopy(String before, String after) {
    var copy = NOTE.replace(before, after);
    assertThat(of(copy).copies(of(NOTE))).isTrue();
    assertThat(of(copy).likeness(of(NOTE))).isBetween(0.6, 1.0);
  }

  @Test
  void anotherNoteIsNoCopy() {
    var other =
        "Hi Amy, we sat at the same table at the pensions dinner in May, and you asked me about the"
            + " book on career change. I have found it now and would like to send it to you.";
    assertThat(of(other).copies(of(NOTE))).isFalse();
    assertThat(of(other).likeness(of(NOTE))).isLessThan(0.15);
  }

  @Test
  void shortAndStockNotesTellNothing() {
    assertThat(of("Hi, let us connect!")).isEqualTo(NoteFingerprint.NONE);
    assertThat(of("")).isEqualTo(NoteFingerprint.NONE);
    assertThat(of("I'd like to add you to my professional network on LinkedIn."))
        .isEqualTo(NoteFingerprint.NONE);
    assertThat(NoteFingerprint.NONE.copies(NoteFingerprint.NONE)).isFalse();
  }

  @Test
  void holdsTheLongestNoteInSomeHundredBytesAndNoWordOfIt() {
    var print = of(NOTE.repeat(50).substring(0, 8000));
    assertThat(print.value()).hasSizeLessThan(400).doesNotContain("Northwind");
  }

  @Test
  void travelsAsText() {
    var print = of(NOTE);
    var json = Codec.TOPIC.write(print);
    assertThat(json).startsWith('"');
    assertThat(Codec.TOPIC.read(json, NoteFingerprint.class)).isEqualTo(new Decoded.Value<>(print));
  }

  private static NoteFingerprint of(String note) {
    return NoteFingerprint.of(note, "Dana Roy");
  }
}
