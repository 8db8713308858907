package dev.tend.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
  @Test
  void lettersTakeOneColumnAndMarksNone() {
    assertThat(TextWidth.columns("Inês")).isEqualTo(4);
    assertThat(TextWidth.columns("Ine\u0302s")).isEqualTo(4);
    assertThat(TextWidth.columns("a\u200db")).isEqualTo(2);
  }

  @Test
  void eastAsianCharactersAndEmojiTakeTwo() {
    assertThat(TextWidth.columns("林美玲")).isEqualTo(6);
    assertThat(TextWidth.columns("森 健司")).isEqualTo(7);
    assertThat(TextWidth.columns("한국")).isEqualTo(4);
    assertThat(TextWidth.columns("ｶﾅ")).isEqualTo(2);
    assertThat(TextWidth.columns("Ａ。")).isEqualTo(4);
    assertThat(TextWidth.columns("🌱")).isEqualTo(2);
  }

  @Test
  void fillsExactlyTheColumnsInEveryScript() {
    for (var text :
        new String[] {"", "Amy", "林美玲", "🌱🌱🌱🌱🌱🌱", "a very long name indeed", "İ̇"}) {
      assertThat(TextWidth.columns(TextWidth.filling(9, text))).as(text).isEqualTo(9);
    }
  }

  @Test
  void cutsWithAnEllipsisAndNeverThroughACharacter() {
    assertThat(TextWidth.fitting(6, "Tan Mei Lin")).isEqualTo("Tan M…");
    assertThat(TextWidth.fitting(5, "Tan Mei Lin")).isEqualTo("Tan…");
    assertThat(TextWidth.fitting(4, "林美玲")).isEqualTo("林…");
    assertThat(TextWidth.fitting(6, "林美玲")).isEqualTo("林美玲");
  }

  @Test
  void breaksLinesBetweenWords() {
    assertThat(TextWidth.lines(9, "one line  or more, unbreakable"))
        .containsExactly("one line", "or more,", "unbreakable");
    assertThat(TextWidth.lines(9, "")).containsExactly("");
  }
}
