package dev.tend.notify.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.notify.NotifyParts;
import dev.tend.notify.preview.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class ChoicePagesTest {
  @Inject ChoicePages pages;

  @Test
  void openingALinkAsksAndOnlyTheFormActs() {
    var html = Jsoup.parse(pages.confirm(Samples.confirm(Choice.Kind.ACCEPT, null)));

    assertThat(html.select("h1").text()).isEqualTo("Accept Dana Whitfield?");
    assertThat(html.select("form[method=post]").attr("action")).isEqualTo("/c/eyJtZk3xQ9");
    assertThat(html.select("form button").eachText()).containsExactly("Yes, accept");
  }

  @Test
  void anEarlierChoiceIsRecalled() {
    assertThat(pages.confirm(Samples.confirm(Choice.Kind.ASK, Choice.Kind.IGNORE)))
        .contains("So far you have ignored.");
  }

  @Test
  void whatWasChosenCanBeTakenBack() {
    var html = Jsoup.parse(pages.done(Samples.done(Locale.ENGLISH, Choice.Kind.ACCEPT)));

    assertThat(html.select("h1").text()).isEqualTo("Noted: you accept Dana Whitfield");
    assertThat(html.select("a.go").attr("href"))
        .isEqualTo("https://www.linkedin.com/in/dana-whitfield");
    assertThat(html.select("form[method=post]").attr("action")).isEqualTo("/c/eyJtZk3xQ9/undo");
    assertThat(html.select("form button").text()).isEqualTo("Take it back");
  }

  @Test
  void whatWasTakenBackIsNotTakenBackAgain() {
    var html = Jsoup.parse(pages.done(Samples.done(Locale.ENGLISH, Choice.Kind.UNDO)));

    assertThat(html.select("h1").text()).isEqualTo("Taken back: Dana Whitfield");
    assertThat(html.select("form")).isEmpty();
  }

  @Test
  void whoAsksGetsTheWords() {
    assertThat(
            Jsoup.parse(pages.done(Samples.done(Locale.ENGLISH, Choice.Kind.ASK)))
                .select(".words")
                .text())
        .startsWith("Hello Dana Whitfield, thank you for your invitation.");
  }

  @Test
  void aLinkThatIsOverGivesNothingAway() {
    var html = Jsoup.parse(pages.over(new ChoicePages.Over(Locale.FRENCH, null)));

    assertThat(html.select("html").attr("lang")).isEqualTo("fr");
    assertThat(html.select("h1").text()).isEqualTo("Ce lien ne marche plus");
    assertThat(html.select("a, form")).isEmpty();
  }

  @Test
  void namesAreTextsAndNothingElse() {
    var page =
        new ChoicePages.Confirm(
            Locale.ENGLISH,
            "<img src=x>\u202E",
            "<b>Chief</b>",
            URI.create("https://www.linkedin.com/in/x"),
            Choice.Kind.IGNORE,
            null,
            URI.create("/c/x"));
    var html = Jsoup.parse(pages.confirm(page));

    assertThat(html.select("img, b, script, [src]")).isEmpty();
    assertThat(html.select("h1").text()).isEqualTo("Ignore <img src=x>?");
  }
}
