package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void accentsCaseAndPunctuationMakeNoDifference() {
    assertThat(Words.folded("L’Université de MONTRÉAL")).isEqualTo("l universite de montreal");
    assertThat(Words.folded("Straße, Łódź & Ærø")).isEqualTo("strasse lodz aero");
    assertThat(Words.folded("Ｆｕｌｌ ｗｉｄｔｈ")).isEqualTo("full width");
    assertThat(Words.folded("e\u0301cole")).isEqualTo("ecole");
  }

  @Test
  void aWordKnowsWhereItStood() {
    var text = "Hi Zoë!";
    var word = Words.of(text).get(1);
    assertThat(text.substring(word.start(), word.end())).isEqualTo("Zoë");
  }

  @Test
  void otherScriptsAreKept() {
    assertThat(Words.folded("Привет, Друг")).isEqualTo("привет друг");
    assertThat(Words.of("老朋友")).hasSize(3);
    assertThat(Words.folded("한국 회사")).isEqualTo("한국 회사");
  }

  @Test
  void phrasesAreFoundAmongManyAtOnce() {
    var phrases =
        Phrases.<String>of(
            book -> {
              book.add("worked together", "work");
              book.add("worked together at", "work at");
              book.add("your * suggested", "sent");
            });
    assertThat(phrases.in(Words.of("We WORKED together, at Acme. Your friend suggested it.")))
        .extracting(Phrases.Found::value)
        .containsExactly("work at", "sent");
    assertThat(phrases.occurIn(Words.of("We work together"))).isFalse();
  }

  @Test
  void noTextBreaksIt() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.appendCodePoint(
            random.nextBoolean() ? random.nextInt(0x250) : random.nextInt(0x11000));
      }
      var raw = text.toString();
      assertThat(Words.of(raw))
          .as("seed %d, text %s", seed, raw.codePoints().boxed().toList())
          .allSatisfy(word -> assertThat(word.folded()).isNotEmpty());
      var read =
          List.of(
              Employers.keys(raw),
              Schools.key(raw),
              Work.of(raw),
              Place.of(raw),
              PersonName.key(raw),
              PersonName.skeleton(raw),
              PersonName.first(raw));
      assertThat(read).as("seed %d", seed).doesNotContainNull();
    }
  }
}
