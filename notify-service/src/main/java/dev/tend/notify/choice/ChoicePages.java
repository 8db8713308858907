package dev.tend.notify.choice;

import dev.tend.events.Choice;
import dev.tend.notify.language.Phrases;
import dev.tend.notify.language.Tongues;
import dev.tend.notify.mail.FromOutside;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pages behind the links of a digest. They need no script and load nothing; a page changes
 * something only when its form is sent, since programs that scan mails follow every link.
 * Thread-safe; does no I/O.
 */
@ApplicationScoped
public class ChoicePages {
  /** What a browser may do on these pages: show them, and send their forms back to us. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final int NAME = 80;
  private static final int HEADLINE = 120;
  private static final int WORDS = 300;

  private final Tongues tongues;

  @Inject
  ChoicePages(Tongues tongues) {
    this.tongues = tongues;
  }

  /** Asks whether the choice is meant; its form posts to the action. */
  public String confirm(Confirm page) {
    var tongue = tongues.of(page.locale());
    var say = tongue.say();
    var name = line(page.inviterName(), NAME, say);
    var sheet =
        new Sheet(
            tongue.locale().toLanguageTag(),
            switch (page.choice()) {
              case ACCEPT -> say.acceptName(name);
              case ASK -> say.askName(name);
              case IGNORE -> say.ignoreName(name);
              case UNDO -> throw new IllegalArgumentException("an undo needs no confirmation");
            },
            line(page.headline(), HEADLINE, say),
            switch (page.choice()) {
              case ACCEPT -> say.acceptHow();
              case ASK -> say.askHow();
              case IGNORE, UNDO -> say.ignoreHow();
            },
            "",
            page.standing() == null ? "" : soFar(page.standing(), say),
            page.action().toASCIIString(),
            switch (page.choice()) {
              case ACCEPT -> say.yesAccept();
              case ASK -> say.yesAsk();
              case IGNORE, UNDO -> say.yesIgnore();
            },
            page.profileUrl().toASCIIString(),
            say.openProfile(name),
            false);
    return Templates.confirm(sheet).setLocale(tongue.locale()).render();
  }

  /** Says that the choice was noted, what to do next, and how to take it back. */
  public String done(Done page) {
    var tongue = tongues.of(page.locale());
    var say = tongue.say();
    var name = line(page.inviterName(), NAME, say);
    var sheet =
        new Sheet(
            tongue.locale().toLanguageTag(),
            switch (page.choice()) {
              case ACCEPT -> say.notedAccept(name);
              case ASK -> say.notedAsk(name);
              case IGNORE -> say.notedIgnore(name);
              case UNDO -> say.takenBack(name);
            },
            "",
            switch (page.choice()) {
              case ACCEPT -> say.nowAccept();
              case ASK -> page.words().isEmpty() ? "" : say.nowAsk();
              case IGNORE -> say.nowIgnore();
              case UNDO -> say.nowUndone();
            },
            line(page.words(), WORDS, say),
            "",
            page.undo() == null ? "" : page.undo().toASCIIString(),
            say.takeBack(),
            page.profileUrl().toASCIIString(),
            say.openProfile(name),
            page.choice() == Choice.Kind.ACCEPT || page.choice() == Choice.Kind.ASK);
    return Templates.done(sheet).setLocale(tongue.locale()).render();
  }

  /** Says that a link is too old or broken, without a word about what it was for. */
  public String over(Over page) {
    var tongue = tongues.of(page.locale());
    var say = tongue.say();
    var sheet =
        new Sheet(
            tongue.locale().toLanguageTag(),
            say.linkOver(),
            "",
            say.linkOverWhy(),
            "",
            "",
            "",
            "",
            page.list() == null ? "" : page.list().toASCIIString(),
            say.showList(),
            true);
    return Templates.over(sheet).setLocale(tongue.locale()).render();
  }

  private static String soFar(Choice.Kind standing, Phrases say) {
    return switch (standing) {
      case ACCEPT -> say.soFarAccepted();
      case ASK -> say.soFarAsked();
      case IGNORE -> say.soFarIgnored();
      case UNDO -> "";
    };
  }

  private static String line(String text, int longest, Phrases say) {
    return FromOutside.line(text, say.linkLeftOut(), longest);
  }

  /**
   * A choice that was opened and not yet made.
   *
   * @param headline of the inviter; empty when not known
   * @param choice anything but undo
   * @param standing what the member chose before; null when nothing
   * @param action to which the form is posted
   */
  public record Confirm(
      Locale locale,
      String inviterName,
      String headline,
      URI profileUrl,
      Choice.Kind choice,
      Choice.@Nullable Kind standing,
      URI action) {
    @Override
    public String toString() {
      return "Confirm[" + choice + "]";
    }
  }

  /**
   * A choice that was made.
   *
   * @param words to paste when the member asks; empty otherwise
   * @param undo to which the form that takes the choice back is posted; null to offer none
   */
  public record Done(
      Locale locale,
      String inviterName,
      URI profileUrl,
      Choice.Kind choice,
      String words,
      @Nullable URI undo) {
    @Override
    public String toString() {
      return "Done[" + choice + "]";
    }
  }

  /**
   * A link that cannot be used.
   *
   * @param list where the member's invitations are; null when there is no such page
   */
  public record Over(Locale locale, @Nullable URI list) {}

  /**
   * A page in its final words: what the templates read. An empty text is not shown.
   *
   * @param prominent whether the link is what comes next
   */
  record Sheet(
      String language,
      String title,
      String headline,
      String how,
      String words,
      String standing,
      String action,
      String button,
      String link,
      String linkText,
      boolean prominent) {}

  @CheckedTemplate(basePath = "choice")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance confirm(Sheet sheet);

    static native TemplateInstance done(Sheet sheet);

    static native TemplateInstance over(Sheet sheet);
  }
}
