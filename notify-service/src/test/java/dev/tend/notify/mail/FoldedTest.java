package dev.tend.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTest {
  @Test
  void aLongLineGoesOnBehindItsBullet() {
    assertThat(Folded.at(20, "  - both worked at the same place"))
        .isEqualTo("  - both worked at\n    the same place\n");
  }

  @Test
  void aNumberedLineGoesOnBehindItsNumber() {
    assertThat(Folded.at(16, "x\n1.  Dana Whitfield and Sons"))
        .isEqualTo("x\n1.  Dana\n    Whitfield\n    and Sons\n");
  }

  @Test
  void anAddressIsNeverBroken() {
    var line = "Accept this: http://localhost:8083/c/0123456789012345678901234567890";
    assertThat(Folded.at(20, line)).isEqualTo(line + "\n");
  }

  @Test
  void aWordWiderThanALineIsBroken() {
    assertThat(Folded.at(6, "abcdefghij kl")).isEqualTo("abcdef\nghij\nkl\n");
  }

  @Test
  void eastAsianLettersAndEmojiTakeTwoColumns() {
    assertThat(Folded.columns("東京 🚀 é")).isEqualTo(9);
    assertThat(Folded.at(6, "東京東京東京")).isEqualTo("東京東\n京東京\n");
  }

  @Test
  void aCharacterOfSeveralPiecesStaysWhole() {
    assertThat(Folded.at(3, "👩🏽‍💻👩🏽‍💻").lines()).allMatch(line -> line.equals("👩🏽‍💻"));
  }

  @Test
  void emptyLinesDoNotPileUp() {
    assertThat(Folded.at(72, "\n\na\n\n\n  \n\nb   \n\n")).isEqualTo("a\n\nb\n");
  }
}
