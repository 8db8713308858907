package dev.tend.ingest.mailbox;

import dev.tend.events.Refusal;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.poll.PolledSource;
import dev.tend.ingest.poll.SourceAwayException;
import dev.tend.ingest.poll.Turn;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as a source: <i>connecting</i>, then <i>reading</i> what is new, then <i>waiting</i>
 * for more, and reading again. A turn is one connection; where the server does not tell of new mail
 * by itself, it ends when everything is read.
 *
 * <p>What follows from a few mails is published together with how far they reach. Mails are read in
 * the order of their numbers; one that was removed meanwhile is passed over. When the server has
 * given all mails new numbers, everything is read again: the same mail makes the same event.
 */
final class ImapMailbox implements PolledSource {
  private static final Logger LOG = Logger.getLogger(ImapMailbox.class);

  /** Events of one transaction; the mails of one are of no concern to each other. */
  private static final int MOST_EVENTS = 50;

  /** Mails of one transaction, however many of them are left alone. */
  private static final int MOST_MAILS = 200;

  /** Afterwards a connection is made anew, so that nothing stale lives for ever. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(25);

  private final String name;
  private final IngestConfig.Mailbox mailbox;
  private final IngestConfig.Mail mail;
  private final Sorting sorting;
  private final Consumer<Sorted> published;
  private final MailCounts counts;
  private final InstantSource time;
  private @Nullable Waiting waiting;

  /**
   * A mailbox.
   *
   * @param published hears of each mail whose events the broker has taken
   */
  ImapMailbox(
      String name,
      IngestConfig.Mailbox mailbox,
      IngestConfig.Mail mail,
      Sorting sorting,
      Consumer<Sorted> published,
      MailCounts counts,
      InstantSource time) {
    this.name = name;
    this.mailbox = mailbox;
    this.mail = mail;
    this.sorting = sorting;
    this.published = published;
    this.counts = counts;
    this.time = time;
  }

  @Override
  public String name() {
    return "mailbox/" + name;
  }

  @Override
  public Duration poll(Turn turn) throws InterruptedException {
    try (var folder = ImapFolder.open(mailbox)) {
      counts.connected(name, true);
      var end = time.instant().plus(LONGEST_TURN);
      readAll(turn, folder);
      if (!folder.tellsOfNews()) {
        return mailbox.every();
      }
      while (time.instant().isBefore(end)) {
        folder.awaitNews(mailbox.idle());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        readAll(turn, folder);
      }
      return Duration.ZERO;
    } catch (MessagingException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LOG.debugf(failed, "The mailbox %s failed", name);
      throw new SourceAwayException(ImapFolder.reason(failed));
    } catch (BrokerAwayException notYet) {
      throw new SourceAwayException("members and questions are still being read");
    } finally {
      counts.connected(name, false);
    }
  }

  /**
   * Reads until nothing more has come in the meantime: what the server has told of by then, it does
   * not tell again to who begins to wait.
   */
  private void readAll(Turn turn, ImapFolder folder) throws MessagingException {
    int mails;
    do {
      mails = folder.mails();
      read(turn, folder);
    } while (folder.mails() != mails);
  }

  private void read(Turn turn, ImapFolder folder) throws MessagingException {
    var position =
        turn.recall(Turn.POSITION)
            .flatMap(MailboxPosition::of)
            .orElse(new MailboxPosition(folder.validity(), 0));
    if (position.validity() != folder.validity()) {
      LOG.warnf("The mailbox %s has new numbers (UIDVALIDITY) and is read from its start", name);
    }
    position = position.under(folder.validity());
    var batch = new Batch(turn, folder, position.last());
    for (var listed : folder.after(position.last())) {
      long uid = listed.uid();
      var found = folder.read(listed, mail.largestMessage().asLongValue());
      if (found.isEmpty()) {
        batch.pass(uid);
        continue;
      }
      try {
        batch.add(uid, sorted(uid, found.get()));
      } catch (KeysAwayException away) {
        batch.commit();
        throw new SourceAwayException("the key of a signature cannot be looked up in the DNS");
      }
    }
    batch.commit();
  }

  private Sorted sorted(long uid, ImapFolder.Found found) {
    if (found.tooLarge()) {
      return Sorted.refused(
          MailKind.TOO_LARGE,
          new Refusal("", "is larger than " + mail.largestMessage().asLongValue() + " bytes"));
    }
    try {
      var sorted = sorting.sort(found.bytes(), isWaitedFor(uid));
      waiting = null;
      return sorted;
    } catch (KeysAwayException away) {
      if (waiting == null || waiting.uid() != uid) {
        waiting = new Waiting(uid, time.instant());
      }
      throw away;
    }
  }

  private boolean isWaitedFor(long uid) {
    return waiting == null
        || waiting.uid() != uid
        || time.instant().isBefore(waiting.since().plus(mail.keyPatience()));
  }

  /** The mail whose signature cannot be verified yet. */
  private record Waiting(long uid, Instant since) {}

  /** Mails that have been read and are not yet committed. */
  private final class Batch {
    private final Turn turn;
    private final ImapFolder folder;
    private final List<Sorted> sorted = new ArrayList<>();
    private final List<Publication> events = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private long committed;
    private long last;

    Batch(Turn turn, ImapFolder folder, long committed) {
      this.turn = turn;
      this.folder = folder;
      this.committed = committed;
      this.last = committed;
    }

    void pass(long uid) {
      last = uid;
    }

    void add(long uid, Sorted mail) throws MessagingException {
      last = uid;
      sorted.add(mail);
      events.addAll(mail.events());
      if (!mail.events().isEmpty()) {
        taken.add(uid);
      }
      var refusal = mail.refusal();
      if (refusal != null) {
        LOG.infof(
            "Mail %d in the mailbox %s is left alone (%s): %s",
            uid, name, mail.kind().word(), refusal.sentence());
      }
      if (events.size() >= MOST_EVENTS || sorted.size() >= MOST_MAILS) {
        commit();
      }
    }

    void commit() throws MessagingException {
      if (last == committed) {
        return;
      }
      turn.commit(
          events, Map.of(Turn.POSITION, new MailboxPosition(folder.validity(), last).toString()));
      committed = last;
      for (var one : sorted) {
        counts.count(name, one.kind());
        published.accept(one);
      }
      var moved = List.copyOf(taken);
      sorted.clear();
      events.clear();
      taken.clear();
      if (mailbox.moveTo().isPresent()) {
        folder.move(moved, mailbox.moveTo().get());
      }
    }
  }
}
