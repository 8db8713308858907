package dev.tend.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.notify.NotifyParts;
import dev.tend.notify.digest.DigestLetter.Group;
import dev.tend.notify.digest.DigestLetter.Row;
import dev.tend.notify.mail.Folded;
import dev.tend.notify.preview.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class DigestPaperTest {
  @Inject DigestPaper paper;

  @Test
  void theSubjectCountsWhatThereIsToDo() {
    assertThat(paper.render(Samples.typicalDay()).subject())
        .isEqualTo("3 to accept, 1 to ask, 2 asked, 4 ignored");
    assertThat(paper.render(Samples.typicalDayInFrench()).subject())
        .isEqualTo("3 à accepter, 1 question à poser, 2 questions posées, 4 ignorées");
  }

  @Test
  void theOnlyInvitationIsNamedInTheSubject() {
    var rendered = paper.render(Samples.oneInvitation());

    assertThat(rendered.subject()).isEqualTo("1 to accept: Dana Whitfield");
    assertThat(rendered.text()).contains("Amy, you have 1 invitation\n", "Accept this one\n");
    assertThat(rendered.html()).doesNotContain("1 invitations");
  }

  @Test
  void everyGroupHasItsHeadingAndEveryRowItsName() {
    var html = Jsoup.parse(paper.render(Samples.typicalDay()).html());

    assertThat(html.select("h1").eachText()).containsExactly("Amy, you have 10 invitations");
    assertThat(html.select("h2").eachText())
        .containsExactly(
            "Accept these (3)",
            "Ask this one yourself",
            "We asked them (2)",
            "Ignored, and why (4)");
    assertThat(html.select("h3").eachText())
        .containsExactlyElementsOf(rows(Samples.typicalDay()).map(Row::name).toList());
  }

  @Test
  void groupsWithoutInvitationsAreNotShown() {
    var html = Jsoup.parse(paper.render(Samples.noReasons()).html());

    assertThat(html.select("h2").eachText()).containsExactly("Ignored, and why (1)");
  }

  @Test
  void theTextSaysAllThatTheHtmlSays() {
    for (var letter : List.of(Samples.typicalDay(), Samples.floodedDay())) {
      var text = unfolded(paper.render(letter).text());
      rows(letter)
          .forEach(
              row -> {
                assertThat(text).contains(row.name(), row.headline(), row.profileUrl().toString());
                var most = letter.ignored().rows().contains(row) ? 2 : 3;
                row.reasons().stream()
                    .limit(most)
                    .forEach(reason -> assertThat(text).contains(reason));
                assertThat(text).contains(row.reasons().isEmpty() ? row.summary() : "");
                assertThat(text).contains(row.words());
              });
    }
  }

  @Test
  void everyChoiceThatIsOfferedIsALinkWithAMeaningOfItsOwn() {
    var dana = row(paper.render(Samples.typicalDay()).html(), "Dana Whitfield");

    assertThat(dana.select(".do a").eachText())
        .containsExactly("Accept", "Ask instead", "Ignore instead", "Profile");
    assertThat(dana.select(".do a").eachAttr("aria-label"))
        .containsExactly(
            "Accept: Dana Whitfield",
            "Ask instead: Dana Whitfield",
            "Ignore instead: Dana Whitfield",
            "Profile of Dana Whitfield on LinkedIn");
    assertThat(dana.select("a.go").attr("href")).startsWith("http://localhost:8083/c/a");
  }

  @Test
  void whatWouldChangeTheVerdictIsSaid() {
    assertThat(row(paper.render(Samples.typicalDay()).html(), "Lena Fischer").text())
        .contains("We would say accept if their answer explains where you met.");
  }

  @Test
  void theSummaryStandsInWhereThereAreNoReasons() {
    var kim = row(paper.render(Samples.noReasons()).html(), "Kim Lund");

    assertThat(kim.select("ul")).isEmpty();
    assertThat(kim.text()).contains("There is no sufficient reason to accept Kim Lund");
  }

  @Test
  void withNothingToDoTheDigestSaysSo() {
    assertThat(paper.render(Samples.noReasons()).text())
        .contains("1 ignored. Nothing for you to do.\n");
  }

  @Test
  void timesAreThoseOfTheMembersClock() {
    var toronto = Samples.typicalDay();
    var kathmandu =
        new DigestLetter(
            "Asha",
            Locale.ENGLISH,
            ZoneId.of("Asia/Kathmandu"),
            Instant.parse("2026-11-22T18:30:00Z"),
            toronto.accept(),
            Group.NONE,
            Group.NONE,
            Group.NONE,
            null,
            null,
            null);

    assertThat(paper.render(toronto).text())
        .contains(
            "Monday, 23 November 2026, 07:30\n",
            "Next digest: Tuesday, 24 November 2026, 07:30.\n");
    assertThat(paper.render(kathmandu).text()).contains("Monday, 23 November 2026, 00:15\n");
    assertThat(paper.render(Samples.typicalDayInFrench()).text())
        .contains("lundi 23 novembre 2026 à 07:30\n");
  }

  @Test
  void whatACapLeavesOutIsCountedAndLinked() {
    var rendered = paper.render(Samples.floodedDay());

    assertThat(rendered.subject()).isEqualTo("31 to accept, 10 asked, 64 ignored");
    assertThat(rendered.text())
        .contains(
            "105 invitations, 50 below.\nSee all 105 invitations: http://localhost:8083/invitations\n",
            "Accept these (20 of 31)\n",
            "We asked them (10)\n",
            "Ignored, and why (20 of 64)\n");
  }

  @Test
  void fiftyRowsStayBelowTheSizeAtWhichMailProgramsCut() {
    assertThat(paper.render(Samples.floodedDay()).html().getBytes(UTF_8)).hasSizeLessThan(100_000);
  }

  @Test
  void whereTheHtmlGrowsTooLargeItSaysLessOfEachButLeavesNobodyOut() {
    var letter = Samples.wideDay();
    var rendered = paper.render(letter);
    var names = rows(letter).map(Row::name).toList();

    assertThat(rendered.html().getBytes(UTF_8)).hasSizeLessThan(100_000);
    assertThat(Jsoup.parse(rendered.html()).select("h3").eachText()).isEqualTo(names);
    assertThat(rendered.text()).contains(names);
    assertThat(rendered.text()).contains("三、");
  }

  @Test
  void withoutAListTheRestComesWithTheNextDigest() {
    var row = rows(Samples.oneInvitation()).toList();
    var letter =
        new DigestLetter(
            "Amy",
            Locale.ENGLISH,
            Samples.TORONTO,
            Samples.SLOT,
            new Group(row, 3),
            Group.NONE,
            Group.NONE,
            Group.NONE,
            null,
            null,
            null);

    assertThat(paper.render(letter).text())
        .contains("3 invitations, 1 below. The rest comes with the next digest.\n");
  }

  @Test
  void textsOfOthersAreTextsAndNothingElse() {
    var html = Jsoup.parse(paper.render(Samples.nastyDay()).html());

    assertThat(html.select("script, img, b")).isEmpty();
    assertThat(html.select("h3").eachText())
        .contains("<script>alert(1)</script> & \"Sons\" {name}");
    assertThat(html.text()).doesNotContain("evil.example", "bad.example");
    assertThat(html.select("a").eachAttr("href"))
        .allMatch(
            address ->
                address.startsWith("http://localhost:8083/")
                    || address.startsWith("https://www.linkedin.com/in/"));
  }

  @Test
  void noTextOfOthersCanImitateOurLinesOrRingTheBell() {
    var rendered = paper.render(Samples.nastyDay());

    assertThat(rendered.text().lines()).doesNotContain("ACCEPT THESE (9)", "1. Mallory");
    for (var part : List.of(rendered.subject(), rendered.text(), rendered.html())) {
      assertThat(part.codePoints().filter(letter -> letter != '\n'))
          .noneMatch(Character::isISOControl)
          .noneMatch(letter -> letter >= 0x202A && letter <= 0x202E)
          .noneMatch(letter -> letter >= 0x2066 && letter <= 0x2069);
    }
  }

  @Test
  void theTextFitsATerminal() {
    for (var letter :
        List.of(Samples.typicalDay(), Samples.typicalDayInFrench(), Samples.nastyDay())) {
      assertThat(paper.render(letter).text().lines())
          .allMatch(line -> Folded.columns(line) <= 72 || line.contains("://"))
          .noneMatch(line -> line.endsWith(" "));
    }
  }

  @Test
  void theHtmlLoadsNothingAndSaysItsLanguage() {
    for (var letter : List.of(Samples.typicalDay(), Samples.typicalDayInFrench())) {
      var html = Jsoup.parse(paper.render(letter).html());

      assertThat(html.select("html").attr("lang")).isEqualTo(letter.locale().toLanguageTag());
      assertThat(html.select("[src], link, script, iframe, object, form")).isEmpty();
      assertThat(html.outerHtml()).doesNotContain("url(", "@import");
      assertThat(html.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
      assertThat(levels(html)).startsWith(1).allMatch(level -> level <= 3);
    }
  }

  @Test
  void aLanguageThatTendDoesNotSpeakBecomesEnglish() {
    var letter = Samples.typicalDay();
    var klingon =
        new DigestLetter(
            "Amy",
            Locale.forLanguageTag("tlh"),
            letter.zone(),
            letter.slot(),
            letter.accept(),
            letter.toAsk(),
            letter.asked(),
            letter.ignored(),
            letter.next(),
            letter.listUrl(),
            letter.settingsUrl());

    assertThat(paper.render(klingon).html()).isEqualTo(paper.render(letter).html());
  }

  private static Stream<Row> rows(DigestLetter letter) {
    return Stream.of(letter.accept(), letter.toAsk(), letter.asked(), letter.ignored())
        .flatMap(group -> group.rows().stream());
  }

  private static Element row(String html, String name) {
    return Jsoup.parse(html).select(".row").stream()
        .filter(row -> row.select("h3").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> levels(Document html) {
    return html.select("h1, h2, h3, h4").stream()
        .map(heading -> Integer.valueOf(heading.tagName().substring(1)))
        .toList();
  }

  private static String unfolded(String text) {
    return text.replaceAll("\n +", " ");
  }
}
