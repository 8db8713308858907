package dev.tend.notify.mail;

import dev.tend.notify.NotifyConfig;
import dev.tend.notify.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, one mail after the other over one connection. A mail is claimed in one
 * transaction, handed to the SMTP server outside of any, and settled in the next, which also claims
 * the following one. So when this process dies, at most the one mail in its hands may be sent
 * again, under the same Message-ID. Several instances share the work.
 */
@ApplicationScoped
public class Postman {
  /** How many mails one connection carries; some servers take no more than 100. */
  private static final int ONE_CONNECTION = 100;

  private static final Logger LOG = Logger.getLogger(Postman.class);

  private final Jdbi database;
  private final Outbox outbox;
  private final NotifyConfig config;
  private final InstantSource time;
  private final RandomGenerator chance;
  private volatile boolean stopping;
  private @Nullable Rounds rounds;

  Postman(
      Jdbi database,
      Outbox outbox,
      NotifyConfig config,
      InstantSource time,
      RandomGenerator chance) {
    this.database = database;
    this.outbox = outbox;
    this.config = config;
    this.time = time;
    this.chance = chance;
  }

  void start(@Observes StartupEvent ready) {
    rounds = Rounds.start("postman", config.poll(), this::work);
  }

  void stop(@Observes ShutdownEvent end) {
    stopping = true;
    if (rounds != null) {
      rounds.close();
    }
  }

  /**
   * Sends until nothing is due, the server cannot be reached, or a batch is full.
   *
   * @return whether more may be due that can be sent at once
   */
  boolean work() {
    try (var server = new Smtp(config)) {
      var mail = database.inTransaction(outbox::claim);
      for (int sent = 1; mail.isPresent(); sent++) {
        boolean last = sent == ONE_CONNECTION || stopping;
        mail = handedOver(server, mail.get(), last);
        if (last) {
          return true;
        }
      }
    }
    return false;
  }

  /** The following mail, unless this was the last, or the server is away. */
  private Optional<Outbox.Claimed> handedOver(Smtp server, Outbox.Claimed mail, boolean last) {
    if (!mail.withdrawn().isEmpty()) {
      return database.inTransaction(
          transaction -> {
            outbox.drop(transaction, mail);
            return last ? Optional.empty() : outbox.claim(transaction);
          });
    }
    var delivery = server.send(mail);
    if (delivery.outcome() != Delivery.Outcome.ACCEPTED) {
      LOG.infof("Mail %s, attempt %d: %s", mail.id(), mail.attempt(), delivery.outcome());
    }
    return database.inTransaction(
        transaction -> {
          var nextAttempt = time.instant().plus(pause(mail.attempt()));
          outbox.settle(transaction, mail, delivery, nextAttempt);
          return last || !delivery.reached() ? Optional.empty() : outbox.claim(transaction);
        });
  }

  /** Doubles with each attempt, and is shortened at random by up to a half. */
  private Duration pause(int attempt) {
    var longest = config.mail().longestBackoff();
    int doublings = Math.min(attempt - 1, 20);
    var full = config.mail().backoff().multipliedBy(1L << doublings);
    var pause = full.compareTo(longest) < 0 ? full : longest;
    return Duration.ofMillis((long) (pause.toMillis() * (0.5 + chance.nextDouble() / 2)));
  }
}
