package dev.tend.notify.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {
  private static final Path FOLDER = Path.of("src", "main", "resources", "messages");

  static Stream<Path> everyLanguage() {
    try (var files = Files.list(FOLDER)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("everyLanguage")
  void everyLanguageHasEveryPhraseAndNoOther(Path language) throws IOException {
    assertThat(phrases(language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Phrases.class.getDeclaredMethods()).map(Method::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("everyLanguage")
  void everyPhraseSaysWhatItIsGiven(Path language) throws IOException {
    var phrases = phrases(language);
    for (var phrase : Phrases.class.getDeclaredMethods()) {
      var said = phrases.getProperty(phrase.getName());
      assertThat(said).as(phrase.getName()).isNotBlank();
      for (var parameter : phrase.getParameters()) {
        boolean decidesOnlyThePlural =
            parameter.getType() == int.class && phrase.getParameterCount() > 1;
        if (!decidesOnlyThePlural) {
          assertThat(said)
              .as(phrase.getName())
              .containsPattern(Pattern.compile("\\{[^}]*\\b" + parameter.getName() + "\\b"));
        }
      }
    }
  }

  @Test
  void frenchKeepsASpaceThatDoesNotBreakBeforeItsHighSigns() throws IOException {
    phrases(FOLDER.resolve("say_fr.properties"))
        .forEach(
            (phrase, said) ->
                assertThat((String) said).as((String) phrase).doesNotMatch(".* [:;?!»].*"));
  }

  private static Properties phrases(Path language) throws IOException {
    var phrases = new Properties();
    try (var reader = Files.newBufferedReader(language)) {
      phrases.load(reader);
    }
    return phrases;
  }
}
