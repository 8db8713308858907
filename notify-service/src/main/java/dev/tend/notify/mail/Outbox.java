package dev.tend.notify.mail;

import dev.tend.events.Mail;
import dev.tend.events.Topic;
import dev.tend.notify.NotifyConfig;
import dev.tend.notify.publish.Outgoing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The mails, from due to their end:
 *
 * <pre>
 *   due -> sending -> sent -> bounced      the SMTP server has accepted it; another has not
 *    ^        |-----> failed               refused for good, or tried often enough
 *    |        |-----> due                  to be tried again, later
 *    |        `- - -> due                  its sender died: the lease has run out
 *    `-> suppressed                        no longer wanted, before it was sent
 * </pre>
 *
 * <p>Each step is a transaction that also writes down the event for {@code tend.mail}. That a mail
 * is being sent is our own affair: to the outside it is still due.
 */
@Startup // so that its counters are there from the first scrape on
@ApplicationScoped
public class Outbox {
  private static final int LONGEST_ANSWER = 500;

  private final InstantSource time;
  private final MeterRegistry meters;
  private final NotifyConfig.Mail config;
  private final String domain;

  Outbox(InstantSource time, MeterRegistry meters, NotifyConfig config) {
    this.time = time;
    this.meters = meters;
    this.config = config.mail();
    this.domain = domain(config.mail().from());
    for (var kind : Mail.Kind.values()) {
      for (var state : Mail.State.values()) {
        counter(kind, state).increment(0);
      }
    }
  }

  private static String domain(String sender) {
    try {
      var address = new InternetAddress(sender, true).getAddress();
      return address.substring(address.indexOf('@') + 1);
    } catch (AddressException wrong) {
      throw new IllegalArgumentException("no sender address: " + sender, wrong);
    }
  }

  /** Adds a mail. It is sent when it is due, if the caller's transaction commits. */
  public void add(Handle transaction, Letter letter) {
    var now = time.instant();
    var messageId = "<" + letter.id() + "@" + domain + ">";
    transaction
        .createUpdate(
            """
            insert into mails (id, kind, member, invitation, sender, recipient, reply_to,
                               subject, html, body, message_id, due, state, next_attempt_at, made_at)
            values (:id, :kind, :member, :invitation, :sender, :recipient, :replyTo,
                    :subject, :html, :body, :messageId, :due, 'due', :due, :now)
            """)
        .bind("id", letter.id())
        .bind("kind", word(letter.kind()))
        .bind("member", letter.member())
        .bind("invitation", letter.invitation())
        .bind("sender", letter.sender())
        .bind("recipient", letter.recipient())
        .bind("replyTo", letter.replyTo())
        .bind("subject", letter.words().subject())
        .bind("html", letter.words().html())
        .bind("body", letter.words().text())
        .bind("messageId", messageId)
        .bind("due", letter.due())
        .bind("now", now)
        .execute();
    tell(
        transaction,
        new Mail(
            letter.id().toString(),
            letter.member(),
            letter.kind(),
            Mail.State.DUE,
            letter.invitation(),
            messageId,
            0,
            now,
            null,
            ""));
  }

  /**
   * Takes a mail back. One that is being sent at this moment may still arrive, but is not tried
   * again.
   */
  public void withdraw(Handle transaction, UUID mail, String reason) {
    boolean suppressed =
        transaction
            .createQuery(
                """
                update mails
                set state = case when state = 'due' then 'suppressed' else state end,
                    answer = case when state = 'due' then :reason else answer end,
                    withdrawn = :reason
                where id = :id and state in ('due', 'sending')
                returning state = 'suppressed'
                """)
            .bind("id", mail)
            .bind("reason", reason)
            .mapTo(boolean.class)
            .findOne()
            .orElse(false);
    if (suppressed) {
      tell(transaction, stored(transaction, mail, time.instant()));
    }
  }

  /** Makes a mail due again that was withdrawn and never tried. */
  public void revive(Handle transaction, UUID mail) {
    boolean revived =
        transaction
                .createUpdate(
                    """
                    update mails set state = 'due', answer = '', withdrawn = ''
                    where id = :id and state = 'suppressed' and attempts = 0
                    """)
                .bind("id", mail)
                .execute()
            > 0;
    if (revived) {
      tell(transaction, stored(transaction, mail, time.instant()));
    }
  }

  /**
   * Notes that a mail which was sent has come back. Whoever has told so has told it on {@code
   * tend.mail}.
   *
   * @param answer why, as the server that refused it says
   */
  public void bounced(Handle transaction, UUID mail, String answer) {
    var kind =
        transaction
            .createQuery(
                """
                update mails set state = 'bounced', answer = :answer
                where id = :id and state = 'sent'
                returning kind
                """)
            .bind("id", mail)
            .bind("answer", shortened(answer))
            .mapTo(String.class)
            .findOne();
    kind.ifPresent(
        word ->
            transaction.afterCommit(
                counter(Mail.Kind.valueOf(constant(word)), Mail.State.BOUNCED)::increment));
  }

  /**
   * The next mail that is due, which is the caller's until the lease runs out: it may have been
   * withdrawn since.
   */
  Optional<Claimed> claim(Handle transaction) {
    var now = time.instant();
    return transaction
        .createQuery(
            """
            update mails set state = 'sending', attempts = attempts + 1, leased_until = :until
            where id = (select id from mails
                        where (state = 'due' and next_attempt_at <= :now)
                           or (state = 'sending' and leased_until <= :now)
                        order by next_attempt_at, id
                        limit 1 for update skip locked)
            returning id, kind, member, invitation, sender, recipient, reply_to, subject, html,
                      body, message_id, due, attempts, withdrawn
            """)
        .bind("now", now)
        .bind("until", now.plus(config.lease()))
        .map(
            (row, context) ->
                new Claimed(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("sender"),
                    row.getString("recipient"),
                    row.getString("reply_to"),
                    row.getString("subject"),
                    row.getString("html"),
                    row.getString("body"),
                    row.getString("message_id"),
                    row.getTimestamp("due").toInstant(),
                    row.getInt("attempts"),
                    row.getString("withdrawn")))
        .findOne();
  }

  /** Writes down what came of an attempt. Does nothing when the mail has gone to another sender. */
  void settle(Handle transaction, Claimed mail, Delivery delivery, Instant nextAttempt) {
    var withdrawn =
        transaction
            .createQuery(
                """
                select withdrawn from mails
                where id = :id and state = 'sending' and attempts = :attempt for update
                """)
            .bind("id", mail.id())
            .bind("attempt", mail.attempt())
            .mapTo(String.class)
            .findOne();
    if (withdrawn.isEmpty()) {
      return;
    }
    var now = time.instant();
    var answer = shortened(delivery.answer());
    record(transaction, mail, delivery.outcome(), answer, now);
    var state =
        switch (delivery.outcome()) {
          case ACCEPTED -> Mail.State.SENT;
          case REFUSED -> Mail.State.FAILED;
          case LATER ->
              !withdrawn.get().isEmpty()
                  ? Mail.State.SUPPRESSED
                  : mail.attempt() >= config.attempts() ? Mail.State.FAILED : Mail.State.DUE;
        };
    end(
        transaction,
        mail,
        state,
        state == Mail.State.SUPPRESSED ? withdrawn.get() : answer,
        now,
        nextAttempt);
  }

  /** Ends a mail that was withdrawn while its former sender died. */
  void drop(Handle transaction, Claimed mail) {
    var now = time.instant();
    end(transaction, mail, Mail.State.SUPPRESSED, mail.withdrawn(), now, now);
  }

  private void end(
      Handle transaction,
      Claimed mail,
      Mail.State state,
      String answer,
      Instant now,
      Instant nextAttempt) {
    transaction
        .createUpdate(
            """
            update mails
            set state = :state, answer = :answer, leased_until = null,
                sent_at = case when :sent then :now::timestamptz end, next_attempt_at = :next
            where id = :id
            """)
        .bind("id", mail.id())
        .bind("state", word(state))
        .bind("sent", state == Mail.State.SENT)
        .bind("answer", answer)
        .bind("now", now)
        .bind("next", nextAttempt)
        .execute();
    if (state != Mail.State.DUE) {
      tell(transaction, stored(transaction, mail.id(), now));
    }
  }

  private static void record(
      Handle transaction, Claimed mail, Delivery.Outcome outcome, String answer, Instant now) {
    transaction
        .createUpdate(
            """
            insert into mail_attempts (mail, attempt, at, outcome, answer)
            values (:mail, :attempt, :at, :outcome, :answer)
            """)
        .bind("mail", mail.id())
        .bind("attempt", mail.attempt())
        .bind("at", now)
        .bind("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .bind("answer", answer)
        .execute();
  }

  private static Mail stored(Handle transaction, UUID id, Instant now) {
    return transaction
        .createQuery(
            """
            select member, kind, state, invitation, message_id, attempts, sent_at, answer
            from mails where id = :id
            """)
        .bind("id", id)
        .map(
            (row, context) -> {
              var sentAt = row.getTimestamp("sent_at");
              return new Mail(
                  id.toString(),
                  row.getString("member"),
                  Mail.Kind.valueOf(constant(row.getString("kind"))),
                  Mail.State.valueOf(constant(row.getString("state"))),
                  row.getString("invitation"),
                  row.getString("message_id"),
                  row.getInt("attempts"),
                  now,
                  sentAt == null ? null : sentAt.toInstant(),
                  row.getString("answer"));
            })
        .one();
  }

  /** Counted when it is certain, so that a transaction that was rolled back counts nothing. */
  private void tell(Handle transaction, Mail mail) {
    var id = mail.id() + "/" + word(mail.state()) + "/" + mail.attempts() + "/" + mail.at();
    Outgoing.add(transaction, Topic.MAIL, mail.member(), id, mail.at(), mail);
    transaction.afterCommit(counter(mail.kind(), mail.state())::increment);
  }

  private Counter counter(Mail.Kind kind, Mail.State state) {
    return meters.counter("tend.mails", "kind", word(kind), "state", word(state));
  }

  private static String shortened(String answer) {
    var clean = answer.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= LONGEST_ANSWER ? clean : clean.substring(0, LONGEST_ANSWER);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * A mail in the hands of a sender.
   *
   * @param attempt counts its attempts, from 1
   * @param withdrawn why it is no longer wanted; empty when it is
   */
  record Claimed(
      UUID id,
      String kind,
      String sender,
      String recipient,
      String replyTo,
      String subject,
      String html,
      String body,
      String messageId,
      Instant due,
      int attempt,
      String withdrawn) {
    @Override
    public String toString() {
      return "Claimed[" + kind + " " + id + "]";
    }
  }
}
