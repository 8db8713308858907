package dev.tend.ingest.archive;

import dev.tend.events.Erasure;
import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.erasure.Holding;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.view.Views;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The imports: <i>running</i> from the moment their archive is whole in the spool, then <i>done</i>
 * or <i>failed</i>. One that the end of the process interrupts stays <i>running</i> and is done
 * again at the next start. Thread-safe.
 */
@ApplicationScoped
class Imports implements Holding {
  private static final Logger LOG = Logger.getLogger(Imports.class);
  private static final int DRAIN_SECONDS = 10;

  private final Spool spool;
  private final Import.Tools tools;
  private final RowMetrics metrics;
  private final InstantSource time;
  private final IngestConfig.Archive bounds;
  private final ExecutorService workers;
  private final Map<String, Progress> running = new ConcurrentHashMap<>();
  private final Map<String, Future<?>> work = new ConcurrentHashMap<>();
  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  Imports(
      Spool spool,
      Members members,
      Views views,
      Delivery delivery,
      Received received,
      RowMetrics metrics,
      InstantSource time,
      IngestConfig config) {
    this.spool = spool;
    this.metrics = metrics;
    this.time = time;
    bounds = config.archive();
    tools = new Import.Tools(members, views, delivery, received, bounds);
    workers =
        Executors.newFixedThreadPool(
            bounds.atOnce(), Thread.ofPlatform().name("import-", 1).daemon().factory());
  }

  /**
   * Takes an archive in, and reads it later.
   *
   * @return the import as it begins; empty when the spool has no room
   * @throws BadArchiveException when the archive is plainly none that could be imported
   * @throws Spool.UploadTooLargeException when it is longer than an upload may be
   */
  Optional<Report> start(String member, InputStream upload) throws IOException {
    var id = UUID.randomUUID().toString();
    if (!spool.take(id, upload)) {
      return Optional.empty();
    }
    boolean kept = false;
    try {
      try (var archive = Archive.open(spool.archive(id), bounds)) {
        archive.rehearse();
      }
      var report = Report.started(id, member, time.instant());
      spool.keep(report);
      submit(report);
      kept = true;
      return Optional.of(report);
    } finally {
      if (!kept) {
        spool.forget(id);
      }
    }
  }

  /** The report of an import, as far as it is. */
  Optional<Report> find(String id) throws IOException {
    var progress = running.get(id);
    return progress == null ? spool.find(id) : Optional.of(progress.report());
  }

  void resume(@Observes StartupEvent start) throws IOException {
    for (var report : spool.recover(time.instant().minus(bounds.reportsKept()))) {
      LOG.infof("Import %s was interrupted and starts again", report.id());
      submit(report);
    }
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    workers.shutdownNow();
    if (!workers.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("An import does not stop; it starts again next time");
    }
  }

  private void submit(Report report) {
    var started = Report.started(report.id(), report.member(), report.startedAt());
    var progress = new Progress(started, bounds.refusedShown(), metrics);
    running.put(report.id(), progress);
    var task = new FutureTask<>(() -> work(started, progress), null);
    work.put(report.id(), task);
    workers.execute(task);
  }

  private void work(Report started, Progress progress) {
    var id = started.id();
    try {
      var ended = ended(started, progress);
      if (ended.isPresent()) {
        spool.keep(ended.get());
        spool.forget(id);
        LOG.infof("Import %s is %s", id, ended.get().state());
      }
    } catch (IOException unwritable) {
      LOG.errorf(unwritable, "The report of import %s cannot be kept", id);
    } finally {
      running.remove(id);
      work.remove(id);
    }
  }

  /** A member's archives and the reports about them; one that is being read is broken off. */
  @Override
  public Map<String, Integer> forget(Erasure erasure) {
    int forgotten = 0;
    try {
      for (var report : spool.all()) {
        if (erasure.members().test(report.member())
            && !report.startedAt().isAfter(erasure.requestedAt())) {
          breakOff(report.id());
          spool.forget(report.id());
          spool.forgetReport(report.id());
          forgotten++;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The spool cannot be cleared", broken);
    }
    return Map.of("imports", forgotten);
  }

  private void breakOff(String id) {
    var begun = work.remove(id);
    if (begun != null) {
      begun.cancel(true);
      running.remove(id);
    }
  }

  /** The report at the end; empty when the end of the process came first. */
  private Optional<Report> ended(Report started, Progress progress) {
    try {
      oneAfterTheOther(started, progress);
      return Optional.of(progress.report().done(time.instant()));
    } catch (InterruptedException stopping) {
      LOG.infof("Import %s is interrupted and starts again next time", started.id());
      return Optional.empty();
    } catch (BrokerAwayException away) {
      return failed(progress, "The broker stayed away too long. Send the archive again.");
    } catch (RefusedException refused) {
      return failed(progress, "The member cannot be kept: " + refused.refusal().sentence() + ".");
    } catch (BadArchiveException bad) {
      return failed(progress, bad.sentence());
    } catch (IOException unreadable) {
      LOG.warnf(unreadable, "The archive of import %s cannot be read", started.id());
      return failed(progress, "The archive cannot be read to its end.");
    } catch (RuntimeException fault) {
      LOG.errorf(fault, "Import %s failed", started.id());
      return failed(progress, "Tend has a fault here; its log says more under this id.");
    }
  }

  /** Of two archives of one member the later one is compared with the earlier one. */
  private void oneAfterTheOther(Report started, Progress progress)
      throws IOException, InterruptedException {
    var turn = turns.computeIfAbsent(started.member(), _ -> new ReentrantLock(true));
    turn.lockInterruptibly();
    try {
      new Import(spool.archive(started.id()), started, progress, tools).run();
    } finally {
      turn.unlock();
    }
  }

  private Optional<Report> failed(Progress progress, String why) {
    return Optional.of(progress.report().failed(why, time.instant()));
  }
}
