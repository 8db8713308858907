package dev.tend.notify.question;

import dev.tend.notify.language.Phrases;
import dev.tend.notify.language.Tongue;
import dev.tend.notify.language.Tongues;
import dev.tend.notify.mail.Folded;
import dev.tend.notify.mail.FromOutside;
import dev.tend.notify.mail.Rendered;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Puts the question on paper, or into a few words to paste. Thread-safe; does no I/O. */
@ApplicationScoped
public class QuestionPaper {
  /** What fits into a message to somebody who is not connected yet, with room to change it. */
  public static final int LONGEST_WORDS = 280;

  private static final int NAME = 60;
  private static final int HEADLINE = 120;
  private static final int NOTE = 300;

  private final Tongues tongues;

  @Inject
  QuestionPaper(Tongues tongues) {
    this.tongues = tongues;
  }

  /** The mail to the inviter. */
  public Rendered render(QuestionLetter letter) {
    var tongue = tongues.of(letter.locale());
    var sheet = sheet(letter, tongue);
    var html = Templates.letter(sheet).setLocale(tongue.locale()).render();
    var text = Templates.plain(sheet).setLocale(tongue.locale()).render();
    return new Rendered(sheet.subject(), html, Folded.at(Folded.WIDTH, text));
  }

  /** The same question for the member to paste: one paragraph of 280 characters at most. */
  public String words(QuestionLetter letter) {
    var say = tongues.of(letter.locale()).say();
    var inviter = line(letter.inviterName(), NAME, say);
    var words = say.words(inviter, line(letter.memberFirstName(), NAME, say));
    return FromOutside.shortened(words, LONGEST_WORDS);
  }

  private static Sheet sheet(QuestionLetter letter, Tongue tongue) {
    var say = tongue.say();
    var member = line(letter.memberName(), NAME, say);
    var firstName = line(letter.memberFirstName(), NAME, say);
    var note = line(letter.note(), NOTE, say);
    var subject = say.questionSubject(member);
    return new Sheet(
        tongue.locale().toLanguageTag(),
        subject,
        say.hello(line(letter.inviterName(), NAME, say)),
        say.thankYouRemind(tongue.day(letter.receivedAt(), letter.zone())),
        note.isEmpty() ? "" : say.quoted(note),
        member,
        line(letter.memberHeadline(), HEADLINE, say),
        letter.replyTo().isEmpty() ? "" : answer(letter.replyTo(), subject),
        say.replyTo(firstName),
        say.whyYouGotIt(member, firstName));
  }

  private static String answer(String replyTo, String subject) {
    var title = URLEncoder.encode("Re: " + subject, StandardCharsets.UTF_8).replace("+", "%20");
    return "mailto:" + replyTo + "?subject=" + title;
  }

  private static String line(String text, int longest, Phrases say) {
    return FromOutside.line(text, say.linkLeftOut(), longest);
  }

  /**
   * The question in its final words: what both templates read.
   *
   * @param answer the address that opens an answer; empty when there is none
   */
  record Sheet(
      String language,
      String subject,
      String hello,
      String thanks,
      String note,
      String member,
      String headline,
      String answer,
      String replyTo,
      String why) {}

  @CheckedTemplate(basePath = "question")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance letter(Sheet sheet);

    static native TemplateInstance plain(Sheet sheet);
  }
}
