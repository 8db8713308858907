package dev.tend.ingest.mailbox;

import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Origin;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.events.RefusedException;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * LinkedIn's notice of an invitation, in any layout and language that {@link Phrases} know. It
 * reads, and does not doubt: whether the mail is LinkedIn's, others find out.
 */
final class Notice {
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_NOTE = 10_000;
  private static final int MOST_LINES = 400;

  /** An address is read once, whatever it holds: it may be as long as the mail. */
  private static final Pattern LINK =
      Pattern.compile("linkedin\\.com/[^\\s\"<>]{1,2000}+", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:invitationId(?:=|%3D)|(?:fsd_|fs_relInvitation|li:)invitation(?::|%3A))(\\d{1,30})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PROFILE =
      Pattern.compile(
          "https?://(?:[a-z-]{1,20}\\.)?linkedin\\.com/(?:comm/)?(?:in|pub)/[^\\s?#\"<>]{1,290}",
          Pattern.CASE_INSENSITIVE);

  /** The address of a profile until about 2017: by the number of its person, not by their name. */
  private static final Pattern NUMBERED_PROFILE =
      Pattern.compile(
          "https?://(?:[a-z-]{1,20}\\.)?linkedin\\.com/(?:comm/)?profile/view\\?(?:[^\\s\"<>]{0,500}?&)?id=([A-Za-z0-9_-]{1,100})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENDER_WORDS = Pattern.compile("(?i).*\\blinkedin\\b.*");

  private final Letter letter;
  private final String number;

  private Notice(Letter letter, String number) {
    this.letter = letter;
    this.number = number;
  }

  /** Whether an address is LinkedIn's. Anybody can write that it sends from there. */
  static boolean isLinkedIn(String address) {
    var domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domain.equals("linkedin.com") || domain.endsWith(".linkedin.com");
  }

  /** Whether a mail of LinkedIn's tells that an invitation was accepted. */
  static boolean isAcceptance(Letter letter) {
    return Phrases.ACCEPTED.are(withoutPrefix(letter.subject()))
        || Phrases.ACCEPTED.are(firstLine(letter));
  }

  private static String firstLine(Letter letter) {
    var text = letter.plain().isBlank() ? HtmlLines.of(letter.html()) : letter.plain();
    return text.lines().filter(line -> !line.isBlank()).findFirst().map(PlainText::line).orElse("");
  }

  /** The notice in a mail of LinkedIn's; empty when it is about something else. */
  static Optional<Notice> in(Letter letter) {
    if (isAcceptance(letter)) {
      return Optional.empty();
    }
    var number = number(letter.plain() + "\n" + Entities.decoded(letter.html()));
    if (number.isPresent()) {
      return Optional.of(new Notice(letter, number.get()));
    }
    var subject = withoutPrefix(letter.subject());
    boolean invites =
        Phrases.INVITATION.are(subject)
            || (Phrases.REMINDER.are(subject) && links(letter).findAny().isPresent());
    return invites ? Optional.of(new Notice(letter, "")) : Optional.empty();
  }

  private static Optional<String> number(String text) {
    return LINK.matcher(text)
        .results()
        .flatMap(link -> NUMBER.matcher(link.group()).results())
        .findFirst()
        .map(number -> number.group(1));
  }

  /**
   * The invitation to a member. Its id is LinkedIn's own where the notice tells it, so that a
   * reminder is the same invitation.
   *
   * @throws RefusedException when the notice does not say who invites
   */
  Invitation to(Member member, Origin origin) {
    var plain = lines(letter.plain());
    var shown = lines(HtmlLines.of(letter.html()));
    var body = NoticeBody.of(name(), plain, shown);
    var person =
        PersonBuilder.person(profile(member, body.name()), body.name())
            .headline(body.headline())
            .location(body.place());
    if (!body.company().isEmpty()) {
      person.position(new Position(body.company(), body.headline(), null, null));
    }
    if (hasPortrait(body.name())) {
      person.photo(true);
    }
    var invitation =
        new Invitation(
            number.isEmpty() ? "" : "linkedin-" + number,
            member.id(),
            person.build(),
            PlainText.atMost(LONGEST_NOTE, body.note()),
            isReminder() ? null : letter.date(),
            body.inCommon(),
            List.of(),
            origin);
    // a reminder bears no day of its own, and yet is of one
    var date = letter.date();
    return date == null ? invitation.identified() : invitation.identified(date);
  }

  /** A reminder is dated later than the invitation. */
  private boolean isReminder() {
    return letter.plain().contains("invite_reminder")
        || letter.html().contains("invite_reminder")
        || Phrases.REMINDER.are(withoutPrefix(letter.subject()));
  }

  /** The subject without what a mail program puts in front of a mail that it forwards. */
  private static String withoutPrefix(String subject) {
    return PlainText.line(subject)
        .replaceFirst("^(?i)(?:(?:fwd?|wg|tr|rv|enc|i|doorst|re)\\s?:\\s?){1,5}", "");
  }

  /** The display name of the sender is the inviter's, unless it is LinkedIn's; else see there. */
  private String name() {
    var sender = PlainText.atMost(LONGEST_LINE, PlainText.line(letter.senderName()));
    var via = Phrases.VIA.name(sender);
    if (via.isPresent()) {
      return via.get();
    }
    if (!sender.isEmpty() && !SENDER_WORDS.matcher(sender).matches()) {
      return sender;
    }
    var subject = withoutPrefix(letter.subject());
    return Phrases.INVITATION.name(subject).or(() -> Phrases.REMINDER.name(subject)).orElse("");
  }

  /**
   * The first address of a profile, but for the member's own and, if there is one, of that name.
   */
  private PersonKey profile(Member member, String name) {
    var own = member.profile();
    var all =
        links(letter)
            .filter(link -> own == null || !link.equals(own.profile()))
            .distinct()
            .limit(20)
            .toList();
    return all.stream()
        .filter(link -> isNamed(link, name))
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(
            () ->
                new RefusedException(
                    "", "holds no profile address, so that nobody can tell who invites"));
  }

  private static boolean isNamed(PersonKey link, String name) {
    var slug = folded(link.path());
    return Arrays.stream(folded(name).split("[^\\p{L}\\p{N}]+", -1))
        .anyMatch(word -> word.length() > 2 && slug.contains(word));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Stream<PersonKey> links(Letter letter) {
    var text = letter.plain() + "\n" + Entities.decoded(letter.html());
    return Stream.concat(
        PROFILE.matcher(text).results().flatMap(link -> person(link.group())),
        NUMBERED_PROFILE
            .matcher(text)
            .results()
            .flatMap(link -> person("https://www.linkedin.com/in/" + link.group(1))));
  }

  private static Stream<PersonKey> person(String link) {
    try {
      return Stream.of(PersonKey.of(link));
    } catch (RefusedException noProfile) {
      return Stream.empty();
    }
  }

  private boolean hasPortrait(String name) {
    int picture = letter.html().indexOf("alt=\"" + name);
    return picture >= 0
        && !letter.html().substring(Math.max(0, picture - 500), picture).contains("ghost");
  }

  private static List<String> lines(String text) {
    return text.lines().limit(MOST_LINES).map(PlainText::line).toList();
  }
}
