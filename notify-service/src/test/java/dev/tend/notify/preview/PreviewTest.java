package dev.tend.notify.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tend.events.Choice;
import dev.tend.notify.NotifyParts;
import dev.tend.notify.choice.ChoicePages;
import dev.tend.notify.digest.DigestPaper;
import dev.tend.notify.mail.Rendered;
import dev.tend.notify.question.QuestionPaper;
import io.quarkus.test.common.WithTestResource;
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
 * Writes every letter and page to {@code target/letters}, and where a Chromium is installed looks
 * at each in it: wide and narrow, light and dark. {@code notify-service/preview-letters} runs this
 * alone.
 */
@QuarkusTest
@WithTestResource(NotifyParts.class)
class PreviewTest {
  private static final int WIDE = 800;
  private static final int NARROW = 375;
  private static final Path FOLDER = Path.of("target", "letters");

  @Inject DigestPaper digests;
  @Inject QuestionPaper questions;
  @Inject ChoicePages choices;

  @Test
  void everySheetIsWrittenDownForPeopleToLookAt() throws IOException {
    for (var letter : letters().entrySet()) {
      write(letter.getKey() + ".html", letter.getValue().html());
      write(letter.getKey() + ".txt", letter.getValue().text());
    }
    var flooded = digests.render(Samples.floodedDay());
    write("digest-flooded.html", flooded.html());
    write("digest-flooded.txt", flooded.text());
    for (var page : pages().entrySet()) {
      write(page.getKey() + ".html", page.getValue());
    }
    assertThat(FOLDER).isDirectoryContaining("glob:**/digest-typical.html");
  }

  @Test
  void everySheetFitsEveryScreenAndCanBeReadByEverybody() throws IOException {
    var chromium = Browser.executable();
    assumeTrue(chromium.isPresent(), "no Chromium on this machine");
    var axe = axe();
    var all = new SoftAssertions();
    var sheets = new LinkedHashMap<>(pages());
    letters().forEach((name, letter) -> sheets.put(name, letter.html()));
    try (var browser = Browser.start(chromium.orElseThrow())) {
      for (var sheet : sheets.entrySet()) {
        var file = write(sheet.getKey() + ".html", sheet.getValue());
        for (int width : new int[] {WIDE, NARROW}) {
          for (boolean dark : new boolean[] {false, true}) {
            var name = sheet.getKey() + "-" + width + (dark ? "-dark" : "-light");
            try (var tab = browser.open(file.toAbsolutePath(), width, dark)) {
              Files.write(FOLDER.resolve(name + ".png"), tab.screenshot());
              all.assertThat(tab.overflows()).as(name + " overflows").isFalse();
              if (width == NARROW) {
                all.assertThat(tab.violations(axe)).as(name).isEmpty();
              }
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
    letters.put("question", questions.render(Samples.question(Locale.ENGLISH)));
    letters.put("question-fr", questions.render(Samples.question(Locale.FRENCH)));
    letters.put("question-without-note", questions.render(Samples.questionWithoutNote()));
    return letters;
  }

  private Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("choice-confirm", choices.confirm(Samples.confirm(Choice.Kind.ACCEPT, null)));
    pages.put(
        "choice-confirm-again",
        choices.confirm(Samples.confirm(Choice.Kind.ASK, Choice.Kind.IGNORE)));
    pages.put("choice-done", choices.done(Samples.done(Locale.ENGLISH, Choice.Kind.ACCEPT)));
    pages.put("choice-done-ask", choices.done(Samples.done(Locale.ENGLISH, Choice.Kind.ASK)));
    pages.put("choice-done-fr", choices.done(Samples.done(Locale.FRENCH, Choice.Kind.IGNORE)));
    pages.put("choice-undone", choices.done(Samples.done(Locale.ENGLISH, Choice.Kind.UNDO)));
    pages.put("choice-over", choices.over(new ChoicePages.Over(Locale.ENGLISH, null)));
    return pages;
  }

  private static Path write(String name, String content) throws IOException {
    Files.createDirectories(FOLDER);
    return Files.writeString(FOLDER.resolve(name), content);
  }

  private static String axe() throws IOException {
    try (var script = PreviewTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(requireNonNull(script).readAllBytes(), UTF_8);
    }
  }
}
