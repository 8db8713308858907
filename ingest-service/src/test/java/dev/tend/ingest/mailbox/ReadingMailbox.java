package dev.tend.ingest.mailbox;

import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.poll.SourceAwayException;
import dev.tend.ingest.poll.Turn;
import dev.tend.ingest.publish.Publication;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A mailbox that is read by a thread, as the sources are, with what was committed at hand. */
final class ReadingMailbox implements Turn, AutoCloseable {
  private final Map<String, String> remembered;
  private final List<Publication> events = new CopyOnWriteArrayList<>();
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private final ImapMailbox mailbox;
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);
  private volatile @Nullable RuntimeException fault;

  private ReadingMailbox(IngestConfig.Mailbox settings, Map<String, String> remembered) {
    this.remembered = remembered;
    mailbox = mailbox(settings);
  }

  static ReadingMailbox reading(IngestConfig.Mailbox settings) {
    return reading(settings, Map.of());
  }

  static ReadingMailbox reading(IngestConfig.Mailbox settings, Map<String, String> remembered) {
    var reading = new ReadingMailbox(settings, new ConcurrentHashMap<>(remembered));
    reading.thread.start();
    return reading;
  }

  static ImapMailbox mailbox(IngestConfig.Mailbox settings) {
    return mailbox(settings, InstantSource.system());
  }

  static ImapMailbox mailbox(IngestConfig.Mailbox settings, InstantSource time) {
    var meters = new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
    return new ImapMailbox(
        "invitations",
        settings,
        new MailSettings(),
        AFirm.aFirm().sorting(),
        sorted -> {},
        new MailCounts(meters),
        time);
  }

  /** The ids of the events so far, in their order, once there are so many. */
  List<String> await(int count) {
    Awaitility.await(count + " events of a mailbox")
        .dontCatchUncaughtExceptions() // of the server, whose connection ends
        .atMost(Duration.ofSeconds(30))
        .until(() -> fault != null || events.size() >= count);
    if (fault != null) {
      throw new AssertionError("The mailbox failed", fault);
    }
    return events.stream().map(event -> event.event().id()).toList();
  }

  /** Waits for this event. */
  void awaitEvent(String id) {
    Awaitility.await(id)
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(30))
        .until(() -> events.stream().anyMatch(event -> event.event().id().equals(id)));
  }

  /** Waits for a trouble, and says why. */
  String trouble() {
    Awaitility.await("a trouble of a mailbox")
        .dontCatchUncaughtExceptions() // of the server, whose connection ends
        .atMost(Duration.ofSeconds(30))
        .until(() -> !troubles.isEmpty());
    return troubles.getFirst();
  }

  /** Waits until it has read so far. */
  void awaitPosition(long uid) {
    Awaitility.await("position " + uid)
        .dontCatchUncaughtExceptions() // of the server, whose connection ends
        .atMost(Duration.ofSeconds(30))
        .until(() -> position().endsWith(" " + uid));
  }

  String position() {
    return remembered.getOrDefault(Turn.POSITION, "");
  }

  private void run() {
    try {
      while (true) {
        try {
          Thread.sleep(mailbox.poll(this));
        } catch (SourceAwayException away) {
          troubles.add(String.valueOf(away.getMessage()));
          Thread.sleep(200);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      fault = failed;
    }
  }

  @Override
  public Optional<String> recall(String aspect) {
    return Optional.ofNullable(remembered.get(aspect));
  }

  @Override
  public void commit(List<Publication> published, Map<String, String> contents) {
    events.addAll(published);
    remembered.putAll(contents);
  }

  /** Ends as a source is ended: by an interrupt. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.join(Duration.ofSeconds(10))) {
        throw new AssertionError("The mailbox does not stop");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
