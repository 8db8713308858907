package dev.tend.notify.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.notify.NotifyParts;
import dev.tend.notify.preview.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class QuestionPaperTest {
  @Inject QuestionPaper paper;

  @Test
  void theQuestionComesInTheMembersName() {
    var rendered = paper.render(Samples.question(Locale.ENGLISH));

    assertThat(rendered.subject()).isEqualTo("Amy Chen: remind me how we’re connected");
    assertThat(rendered.text())
        .startsWith(
            "Hello Lena Fischer,\n\nThank you for your invitation on LinkedIn of Sunday, 22 November.")
        .contains("Amy Chen\nCareer consultant at Meridian Partners, Toronto\n");
  }

  @Test
  void itTellsWhatWasSeenOfTheNote() {
    assertThat(paper.render(Samples.question(Locale.ENGLISH)).text())
        .contains("You wrote:\n\n    “Hi Amy, we met at the HR forum last spring.");
    assertThat(paper.render(Samples.questionWithoutNote()).text())
        .contains("There was no note with it")
        .doesNotContain("You wrote");
  }

  @Test
  void itSaysHowToAnswerThatNoAnswerIsFineAndWhyItCame() {
    var rendered = paper.render(Samples.question(Locale.ENGLISH));

    for (var part :
        new String[] {rendered.text().replace('\n', ' '), Jsoup.parse(rendered.html()).text()}) {
      assertThat(part)
          .contains("just reply to this mail")
          .contains("If you would rather not, that is fine too. I will not ask again.")
          .contains("because you invited Amy Chen to connect on LinkedIn")
          .contains("sent it once");
    }
  }

  @Test
  void theButtonOpensAnAnswerToTheSignedAddress() {
    var html = Jsoup.parse(paper.render(Samples.question(Locale.ENGLISH)).html());

    assertThat(html.select("a").eachText()).containsExactly("Reply to Amy");
    assertThat(html.select("a").attr("href"))
        .startsWith("mailto:reply+q7f3k2@reply.firm.example?subject=Re%3A%20Amy%20Chen");
  }

  @Test
  void itSpeaksFrench() {
    var rendered = paper.render(Samples.question(Locale.CANADA_FRENCH));

    assertThat(rendered.subject())
        .isEqualTo("Amy Chen\u00a0: rappelez-moi d’où nous nous connaissons");
    assertThat(rendered.text())
        .contains("dimanche 22 novembre")
        .doesNotContain("Hello", "Thank you");
    assertThat(Jsoup.parse(rendered.html()).select("html").attr("lang")).isEqualTo("fr-CA");
  }

  @Test
  void theWordsToPasteAreOneShortParagraph() {
    assertThat(paper.words(Samples.question(Locale.ENGLISH)))
        .isEqualTo(
            "Hello Lena Fischer, thank you for your invitation. Could you remind me how we’re connected? A"
                + " line or two is plenty. Kind regards, Amy");
  }

  @Test
  void theWordsToPasteFitHoweverLongTheNames() {
    var much = "Wolfeschlegelsteinhausenbergerdorff ".repeat(10);
    for (var locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
      assertThat(paper.words(letter(much, much, locale)))
          .hasSizeLessThanOrEqualTo(280)
          .doesNotContain("\n");
    }
  }

  @Test
  void namesAreTextsAndNothingElse() {
    var rendered =
        paper.render(letter("<b>Bob</b>\r\nBcc: all@firm.example", "Amy\r\nX: y", Locale.ENGLISH));

    assertThat(rendered.subject()).isEqualTo("Amy X: y: remind me how we’re connected");
    assertThat(Jsoup.parse(rendered.html()).select("b")).isEmpty();
    assertThat(rendered.text()).startsWith("Hello <b>Bob</b> Bcc: all@firm.example,\n");
  }

  private static QuestionLetter letter(String inviter, String member, Locale locale) {
    return new QuestionLetter(
        inviter,
        member,
        member,
        "",
        locale,
        ZoneId.of("UTC"),
        "",
        Instant.parse("2026-11-22T10:00:00Z"),
        "");
  }
}
