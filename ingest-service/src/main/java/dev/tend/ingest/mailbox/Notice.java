package dev.tend.ingest.mailbox;

import dev.tend.events.Invitation;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * LinkedIn's notice of an invitation. The plain text reads: greeting, note or a standard sentence,
 * name, headline, common connections, links; the HTML adds place and portrait.
 */
final class Notice {
  static final String SENDER = "invitations@linkedin.com";
  static final String SIGNER = "linkedin.com";

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_PLACE = 120;

  private static final Pattern INVITATION_ID =
      Pattern.compile("linkedin\\.com/[^\\s\"<>]{0,2000}[?&;]invitationId=(\\d{1,30})");

  private static final Pattern PROFILE =
      Pattern.compile(
          "https?://(?:[a-z-]{1,20}\\.)?linkedin\\.com/(?:comm/)?in/[^\\s?#\"<>]{1,290}");

  private static final Pattern IN_COMMON =
      Pattern.compile("(\\d{1,5}) (?:mutual connections?|connections? in common)");

  private static final Pattern STANDARD_SENTENCE =
      Pattern.compile(
          "(?:hi .{1,80}, )?i['’]d like to (?:join your linkedin network|add you to my professional network(?: on linkedin)?)[.!]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern REMINDER =
      Pattern.compile("invite_reminder|waiting for your response", Pattern.CASE_INSENSITIVE);

  private final ReceivedMail mail;
  private final String number;

  private Notice(ReceivedMail mail, String number) {
    this.mail = mail;
    this.number = number;
  }

  /**
   * Whether a mail says that it comes from LinkedIn's sender of invitations. Anybody can say so.
   */
  static boolean claimed(ReceivedMail mail) {
    return mail.addresses("From").stream()
        .anyMatch(from -> SENDER.equalsIgnoreCase(from.getAddress()));
  }

  /**
   * The notice in a mail of LinkedIn's; empty when it is about something else, such as an
   * invitation that was accepted. It must be signed: this reads, and does not doubt.
   */
  static Optional<Notice> in(ReceivedMail mail) {
    var id = INVITATION_ID.matcher(mail.plain() + "\n" + Entities.decoded(mail.html()));
    return id.find() ? Optional.of(new Notice(mail, id.group(1))) : Optional.empty();
  }

  /**
   * The invitation to a member. Its id is LinkedIn's own, so that a reminder is the same
   * invitation.
   *
   * @throws RefusedException when the notice does not say who invites
   */
  Invitation to(String member) {
    var body = Body.of(name(), mail.plain().lines().map(PlainText::line).toList());
    var person = PersonBuilder.person(profile(), body.name()).headline(body.headline());
    if (!mail.html().isEmpty()) {
      var shown = HtmlLines.of(mail.html()).lines().toList();
      person.location(place(body, shown));
      if (mail.html().contains("alt=\"" + body.name() + "\"")) {
        person.photo(true);
      }
    }
    return new Invitation(
        "linkedin-" + number,
        member,
        person.build(),
        body.note(),
        reminder() ? null : mail.date().orElse(null),
        inCommon(),
        List.of());
  }

  /** A reminder is dated later than the invitation. */
  private boolean reminder() {
    return REMINDER.matcher(mail.header("Subject") + mail.plain()).find();
  }

  /** The display name of the sender is the inviter's, with or without "via LinkedIn". */
  private String name() {
    var personal =
        mail.addresses("From").stream()
            .map(InternetAddress::getPersonal)
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .orElse("");
    return PlainText.atMost(
        LONGEST_LINE, PlainText.line(personal).replaceFirst("(?i) via linkedin$", ""));
  }

  private PersonKey profile() {
    return PROFILE
        .matcher(mail.plain() + "\n" + mail.html())
        .results()
        .flatMap(link -> person(link.group()))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    "", "holds no profile address, so that nobody can tell who invites"));
  }

  private static Stream<PersonKey> person(String link) {
    try {
      return Stream.of(PersonKey.of(link));
    } catch (RefusedException noProfile) {
      return Stream.empty();
    }
  }

  private @Nullable Integer inCommon() {
    var count = IN_COMMON.matcher(mail.plain());
    return count.find() ? Integer.valueOf(count.group(1)) : null;
  }

  /** In the HTML, the place follows the headline, which follows the name. */
  private static String place(Body body, List<String> shown) {
    for (int i = 0; i + 2 < shown.size(); i++) {
      boolean person =
          shown.get(i).equals(body.name())
              && !body.headline().isEmpty()
              && shown.get(i + 1).equals(body.headline());
      var next = shown.get(i + 2);
      if (person) {
        boolean place =
            next.length() <= LONGEST_PLACE
                && !IN_COMMON.matcher(next).find()
                && !next.toLowerCase(Locale.ROOT).startsWith("accept");
        return place ? next : "";
      }
    }
    return "";
  }

  /** What the plain text says in words. */
  private record Body(String name, String headline, String note) {

    /**
     * Reads the lines around the one that is the name; without such a line, the last two lines
     * above the first link are name and headline.
     */
    static Body of(String sender, List<String> lines) {
      int at = sender.isEmpty() ? -1 : lines.indexOf(sender);
      if (at < 0) {
        at = aboveLinks(lines);
      }
      if (at < 0) {
        if (sender.isEmpty()) {
          throw new RefusedException("From", "holds no name, and neither does the text");
        }
        return new Body(sender, "", "");
      }
      var headline = at + 1 < lines.size() && !isLink(lines.get(at + 1)) ? lines.get(at + 1) : "";
      return new Body(
          PlainText.atMost(LONGEST_LINE, lines.get(at)),
          PlainText.atMost(LONGEST_LINE, headline),
          note(lines.subList(0, at)));
    }

    private static int aboveLinks(List<String> lines) {
      int link = 0;
      while (link < lines.size() && !isLink(lines.get(link))) {
        link++;
      }
      if (link == lines.size()) {
        return -1;
      }
      int last = link - 1;
      while (last >= 0
          && (lines.get(last).isEmpty() || IN_COMMON.matcher(lines.get(last)).find())) {
        last--;
      }
      int first = last;
      while (first > 0 && !lines.get(first - 1).isEmpty()) {
        first--;
      }
      return first;
    }

    private static boolean isLink(String line) {
      return line.contains("://");
    }

    private static String note(List<String> above) {
      int from = 0;
      while (from < above.size() && above.get(from).isEmpty()) {
        from++;
      }
      boolean greeting = from < above.size() && above.get(from).matches("[^,.!?]{1,80},");
      var words =
          String.join(
              "\n",
              above.subList(Math.min(above.size(), greeting ? from + 1 : from), above.size()));
      var note = PlainText.prose(words);
      return STANDARD_SENTENCE.matcher(note).matches() ? "" : PlainText.atMost(10_000, note);
    }
  }
}
