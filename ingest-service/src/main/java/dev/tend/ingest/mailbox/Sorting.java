package dev.tend.ingest.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Mail;
import dev.tend.events.Member;
import dev.tend.events.Origin;
import dev.tend.events.Refusal;
import dev.tend.events.RefusedException;
import dev.tend.events.Reply;
import dev.tend.events.ReplyAddress;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts mail: notices, answers, machines, and all the rest. It publishes nothing, so that whoever
 * brings a mail can do so together with what they must remember of it. Thread-safe.
 */
final class Sorting {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");
  private static final String[] TO = {"Delivered-To", "X-Original-To", "To", "Cc"};

  private final Recipients recipients;
  private final Asked questions;
  private final Origins origins;
  private final @Nullable ReplyAddress addresses;
  private final InstantSource time;

  /**
   * Sorts for these recipients.
   *
   * @param addresses reads the addresses of answers; null when nobody has told the secret, so that
   *     answers are found by what they refer to alone
   */
  Sorting(
      Recipients recipients,
      Asked questions,
      Origins origins,
      @Nullable ReplyAddress addresses,
      InstantSource time) {
    this.recipients = recipients;
    this.questions = questions;
    this.origins = origins;
    this.addresses = addresses;
    this.time = time;
  }

  /**
   * Takes a mail for what it is.
   *
   * @param waiting whether a signature whose key cannot be looked up now is waited for; else it
   *     proves nothing
   * @throws KeysAwayException when it is waited for
   * @throws BrokerAwayException while members and questions are still being read after a start
   */
  Sorted sort(byte[] raw, boolean waiting) {
    try {
      return sort(ReceivedMail.of(raw), waiting);
    } catch (RefusedException unreadable) {
      return Sorted.refused(MailKind.UNREADABLE, unreadable.refusal());
    }
  }

  private Sorted sort(ReceivedMail mail, boolean waiting) {
    var letter = mail.letter();
    if (mail.addresses("From").stream().anyMatch(from -> Notice.isLinkedIn(from.getAddress()))) {
      return notice(letter, recipients.of(mail), () -> origins.ofNotice(mail), waiting);
    }
    var bounce = Bounce.in(mail);
    if (bounce.isPresent()) {
      return bounced(bounce.get());
    }
    if (Automatic.is(mail)) {
      return Sorted.leftAlone(MailKind.AUTO_REPLY);
    }
    return answer(mail)
        .or(() -> forwarded(mail, waiting))
        .orElse(Sorted.leftAlone(MailKind.NOTHING));
  }

  private Sorted notice(
      Letter letter, Optional<Member> recipient, Judgement origin, boolean waiting) {
    var notice = Notice.in(letter);
    if (notice.isEmpty()) {
      return Sorted.leftAlone(Notice.isAcceptance(letter) ? MailKind.ACCEPTED : MailKind.LINKEDIN);
    }
    if (recipient.isEmpty()) {
      return Sorted.refused(
          MailKind.UNKNOWN_MEMBER, new Refusal("To", "is no address of a member"));
    }
    var invitation = notice.get().to(recipient.get(), judged(origin, waiting));
    return Sorted.as(
        MailKind.INVITATION,
        invitation.id(),
        Publication.of(invitation, Source.MAIL, time.instant()));
  }

  private static Origin judged(Judgement origin, boolean waiting) {
    try {
      return origin.made();
    } catch (KeysAwayException away) {
      if (waiting) {
        throw away;
      }
      return Origin.UNPROVEN;
    }
  }

  /** A notice that somebody passes on, attached or within their own words. */
  private Optional<Sorted> forwarded(ReceivedMail mail, boolean waiting) {
    var forwarder = recipients.at(mail.sender());
    for (var raw : mail.enclosed()) {
      var inner = enclosed(raw);
      if (inner.isPresent() && Notice.isLinkedIn(inner.get().sender())) {
        var recipient =
            forwarder.or(() -> recipients.of(inner.get())).or(() -> recipients.of(mail));
        return Optional.of(
            notice(
                inner.get().letter(),
                recipient,
                () ->
                    origins.isSigned(inner.get())
                        ? Origin.SIGNED
                        : vouched(mail, forwarder.isPresent()),
                waiting));
      }
    }
    return ForwardedLetter.in(mail)
        .map(
            letter ->
                notice(
                    letter,
                    forwarder.or(() -> recipients.of(mail)),
                    () -> vouched(mail, forwarder.isPresent()),
                    waiting));
  }

  private static Optional<ReceivedMail> enclosed(byte[] raw) {
    try {
      return Optional.of(ReceivedMail.of(raw));
    } catch (RefusedException noMail) {
      return Optional.empty();
    }
  }

  private Origin vouched(ReceivedMail mail, boolean byMember) {
    return byMember && origins.isVouched(mail) ? Origin.VOUCHED : Origin.UNPROVEN;
  }

  /** An answer is found by the address it went to, else by what it refers to. */
  private Optional<Sorted> answer(ReceivedMail mail) {
    var claimed =
        Stream.of(TO)
            .flatMap(header -> mail.addresses(header).stream())
            .map(InternetAddress::getAddress)
            .filter(ReplyAddress::isClaimed)
            .distinct()
            .limit(10)
            .toList();
    if (claimed.isEmpty() || addresses == null) {
      return referred(Stream.of("In-Reply-To", "References"), mail)
          .findFirst()
          .map(question -> reply(mail, question));
    }
    var asked =
        claimed.stream()
            .flatMap(address -> addresses.mail(address, time.instant()).stream())
            .findFirst();
    if (asked.isEmpty()) {
      return Optional.of(
          Sorted.refused(
              MailKind.WRONG_TOKEN,
              new Refusal("To", "is no address for an answer that Tend gave out, or is too old")));
    }
    return Optional.of(
        questions
            .asked(asked.get().toString())
            .map(question -> reply(mail, question))
            .orElseGet(
                () ->
                    Sorted.refused(
                        MailKind.NO_QUESTION,
                        new Refusal("To", "answers a question that nobody asked"))));
  }

  private Stream<Asked.Question> referred(Stream<String> headers, ReceivedMail mail) {
    return headers
        .flatMap(header -> mail.headers(header).stream())
        .flatMap(ids -> MESSAGE_ID.matcher(ids).results())
        .limit(200)
        .flatMap(id -> questions.withMessageId(id.group()).stream());
  }

  private Sorted reply(ReceivedMail mail, Asked.Question question) {
    var words = Answer.of(mail);
    if (words.isEmpty()) {
      return Sorted.leftAlone(MailKind.NOTHING);
    }
    var now = time.instant();
    var reply = new Reply(question.invitation(), question.member(), words, now);
    return Sorted.as(
        MailKind.REPLY,
        question.invitation(),
        Publication.of(reply, identity(mail, question), Source.MAIL, now));
  }

  /** Only the bounce of a question is of any consequence. */
  private Sorted bounced(Bounce bounce) {
    return bounce.messageIds().stream()
        .flatMap(id -> questions.withMessageId(id).stream())
        .findFirst()
        .map(question -> bounced(bounce, question, time.instant()))
        .orElseGet(() -> Sorted.leftAlone(MailKind.BOUNCE));
  }

  private static Sorted bounced(Bounce bounce, Asked.Question question, Instant now) {
    var mail =
        new Mail(
            question.mail(),
            question.member(),
            Mail.Kind.QUESTION,
            Mail.State.BOUNCED,
            question.invitation(),
            question.messageId(),
            1,
            now,
            null,
            bounce.reason());
    return new Sorted(
        MailKind.BOUNCE,
        question.invitation(),
        List.of(Publication.of(mail, question.mail() + "/bounced", Source.MAIL, now)),
        null);
  }

  /** The same for the same mail, however often it comes. */
  private static String identity(ReceivedMail mail, Asked.Question question) {
    var messageId = mail.header("Message-ID").strip();
    var seed =
        messageId.isEmpty() ? mail.raw() : (question.mail() + "\n" + messageId).getBytes(UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  /** Finds out what proves a notice; asked only when it matters. */
  @FunctionalInterface
  private interface Judgement {
    Origin made();
  }
}
