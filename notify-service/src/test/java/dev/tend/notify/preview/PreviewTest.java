package dev.tend.notify.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tend.notify.digest.DigestPaper;
import dev.tend.notify.mail.Rendered;
import dev.tend.notify.question.QuestionPaper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Writes every letter to {@code target/letters}, and where a Chromium is installed looks at each in
 * it: wide and narrow, light and dark. {@code notify-service/preview-letters} runs this alone.
 */
@QuarkusTest
class PreviewTest {
  private static final Path FOLDER = Path.of("target", "letters");

  @Inject DigestPaper digests;
  @Inject QuestionPaper questions;

  @Test
  void everyLetterIsWrittenDownForPeopleToLookAt() throws IOException {
    for (var letter : letters().entrySet()) {
      write(letter.getKey() + ".html", letter.getValue().html().getBytes(UTF_8));
      write(letter.getKey() + ".txt", letter.getValue().text().getBytes(UTF_8));
    }
    assertThat(FOLDER).isDirectoryContaining("glob:**/digest-typical.html");
  }

  @Test
  void everyLetterFitsEveryScreenAndCanBeReadByEverybody() throws IOException {
    var chromium = Browser.executable();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine");
    var axe = axe();
    var all = new SoftAssertions();
    try (var browser = Browser.start(chromium.orElseThrow())) {
      for (var letter : letters().entrySet()) {
        var file = write(letter.getKey() + ".html", letter.getValue().html().getBytes(UTF_8));
        for (int width : new int[] {800, 375}) {
          for (boolean dark : new boolean[] {false, true}) {
            var name = letter.getKey() + "-" + width + (dark ? "-dark" : "-light");
            try (var tab = browser.open(file.toAbsolutePath(), width, dark)) {
              write(name + ".png", tab.screenshot());
              all.assertThat(tab.overflows()).as(name + " overflows").isFalse();
              all.assertThat(tab.violations(axe)).as(name).isEmpty();
            }
          }
        }
      }
    }
    all.assertAll();
  }

  private Map<String, Rendered> letters() {
    var letters = new LinkedHashMap<String, Rendered>();
    letters.put("digest-typical", digests.render(Samples.typicalDay()));
    letters.put("digest-typical-fr", digests.render(Samples.typicalDayInFrench()));
    letters.put("digest-one", digests.render(Samples.oneInvitation()));
    letters.put("digest-no-reasons", digests.render(Samples.noReasons()));
    letters.put("digest-nasty", digests.render(Samples.nastyDay()));
    letters.put("digest-flooded", digests.render(Samples.floodedDay()));
    letters.put("question", questions.render(Samples.question(Locale.ENGLISH)));
    letters.put("question-fr", questions.render(Samples.question(Locale.FRENCH)));
    letters.put("question-without-note", questions.render(Samples.questionWithoutNote()));
    return letters;
  }

  private static Path write(String name, byte[] content) throws IOException {
    Files.createDirectories(FOLDER);
    return Files.write(FOLDER.resolve(name), content);
  }

  private static String axe() throws IOException {
    try (var script = PreviewTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(java.util.Objects.requireNonNull(script).readAllBytes(), UTF_8);
    }
  }
}
