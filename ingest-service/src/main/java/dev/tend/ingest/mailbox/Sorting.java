package dev.tend.ingest.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Member;
import dev.tend.events.RefusedException;
import dev.tend.events.Reply;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts mail: notices, answers, machines, and all the rest. Thread-safe. */
@Singleton
class Sorting {
  private static final Pattern ANSWER =
      Pattern.compile(
          "reply\\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.+", Pattern.CASE_INSENSITIVE);

  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");

  private final Members members;
  private final Questions questions;
  private final Publisher publisher;
  private final Received received;
  private final InstantSource time;
  private final Set<String> trusted;

  Sorting(
      Members members,
      Questions questions,
      Publisher publisher,
      Received received,
      InstantSource time,
      IngestConfig config) {
    this.members = members;
    this.questions = questions;
    this.publisher = publisher;
    this.received = received;
    this.time = time;
    trusted =
        config.mail().trustedServers().orElse(Set.of()).stream()
            .map(server -> server.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Takes a mail for what it is, and publishes what follows from it.
   *
   * @throws RefusedException when it cannot be read, or claims what cannot be believed
   * @throws BrokerAwayException when the broker did not acknowledge
   */
  Recognised sort(byte[] raw) {
    var mail = ReceivedMail.of(raw);
    if (Notice.claimed(mail)) {
      return notice(mail);
    }
    if (Automatic.is(mail)) {
      return Recognised.AUTO_REPLY;
    }
    return answered(mail).map(question -> reply(mail, question)).orElse(Recognised.NOTHING);
  }

  private Recognised notice(ReceivedMail mail) {
    if (mail.headers("From").size() != 1 || !Signed.by(Notice.SIGNER, mail, trusted)) {
      throw new RefusedException(
          "Authentication-Results",
          trusted.isEmpty()
              ? "cannot be believed: tend.ingest.mail.trusted-servers names no server"
              : "of a trusted server does not say dkim=pass for linkedin.com, so this is not believed"
                  + " to be LinkedIn's");
    }
    var notice = Notice.in(mail);
    if (notice.isEmpty()) {
      return Recognised.NOTHING;
    }
    var invitation = notice.get().to(recipient(mail).id());
    publish(Publication.of(invitation, Source.MAIL, time.instant()));
    received.count(Source.MAIL, 1);
    return Recognised.invitation(invitation.id());
  }

  private Member recipient(ReceivedMail mail) {
    return Stream.of("Delivered-To", "X-Original-To", "To")
        .flatMap(header -> mail.addresses(header).stream())
        .map(InternetAddress::getAddress)
        .flatMap(address -> members.withAddress(address).stream())
        .findFirst()
        .orElseThrow(() -> new RefusedException("To", "is no address of a member"));
  }

  /** The question that a mail answers: by the address it went to, else by what it refers to. */
  private Optional<Questions.Question> answered(ReceivedMail mail) {
    for (var header : new String[] {"Delivered-To", "X-Original-To", "To", "Cc"}) {
      for (var address : mail.addresses(header)) {
        var answer = ANSWER.matcher(address.getAddress());
        if (answer.matches()) {
          return Optional.of(
              questions
                  .asked(answer.group(1).toLowerCase(Locale.ROOT))
                  .orElseThrow(
                      () -> new RefusedException(header, "answers a question that nobody asked")));
        }
      }
    }
    return Stream.of("In-Reply-To", "References")
        .flatMap(header -> mail.headers(header).stream())
        .flatMap(ids -> MESSAGE_ID.matcher(ids).results())
        .flatMap(id -> questions.withMessageId(id.group()).stream())
        .findFirst();
  }

  private Recognised reply(ReceivedMail mail, Questions.Question question) {
    var words = Answer.of(mail);
    if (words.isEmpty()) {
      return Recognised.NOTHING;
    }
    var now = time.instant();
    var reply = new Reply(question.invitation(), question.member(), words, now);
    publish(Publication.of(reply, identity(mail, question), Source.MAIL, now));
    return Recognised.reply(question.invitation());
  }

  /** The same for the same mail, however often it comes. */
  private static String identity(ReceivedMail mail, Questions.Question question) {
    var messageId = mail.header("Message-ID").strip();
    var seed =
        messageId.isEmpty() ? mail.raw() : (question.mail() + "\n" + messageId).getBytes(UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString();
  }

  private void publish(Publication event) {
    if (publisher.publish(event).isEmpty()) {
      throw new BrokerAwayException("The broker did not acknowledge the mail. Send it again.");
    }
  }
}
