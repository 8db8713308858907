package dev.tend.notify.digest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.tend.events.Member;
import dev.tend.notify.NotifyConfig;
import dev.tend.notify.Stored;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Knows when each member's next digest is due, in the table of db-scheduler: one row for each
 * member who wishes for digests. However many instances run, one of them makes the digest; when it
 * dies in the middle another one takes over within half a minute.
 */
@ApplicationScoped
public class DigestCalendar {
  private static final TaskDescriptor<Void> DIGEST = TaskDescriptor.of("digest");
  private static final int THREADS = 4;

  /** Digests that an instance takes on at once, as a multiple of its threads. */
  private static final double MOST_AT_ONCE = 10.0;

  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Logger LOG = Logger.getLogger(DigestCalendar.class);

  private final Jdbi database;
  private final DataSource connections;
  private final DigestEditor editor;
  private final InstantSource time;
  private final Duration poll;
  private @Nullable Scheduler scheduler;

  DigestCalendar(
      Jdbi database,
      DataSource connections,
      DigestEditor editor,
      InstantSource time,
      NotifyConfig config) {
    this.database = database;
    this.connections = connections;
    this.editor = editor;
    this.time = time;
    this.poll = config.poll();
  }

  void start(@Observes StartupEvent ready) {
    var started =
        Scheduler.create(connections, task())
            .threads(THREADS)
            .pollUsingLockAndFetch(1.0, MOST_AT_ONCE)
            .pollingInterval(poll)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(PATIENCE)
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
            .clock(time::instant)
            .build();
    started.start();
    scheduler = started;
  }

  void stop(@Observes ShutdownEvent end) {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  /**
   * Puts a member's next digest where the member wishes it, as part of the caller's transaction. A
   * digest that is due at this moment comes first.
   */
  public void follow(Handle transaction, Member member) {
    var client = client(transaction);
    var id = DIGEST.instanceId(member.id());
    var now = time.instant();
    var planned = client.getScheduledExecution(id).map(execution -> execution.getExecutionTime());
    if (planned.filter(slot -> !slot.isAfter(now)).isPresent()) {
      return;
    }
    var next = DigestSlots.after(now, member.digest(), member.zone());
    if (next.isEmpty()) {
      planned.ifPresent(slot -> client.cancel(id));
    } else if (!next.equals(planned)) {
      client.schedule(
          DIGEST.instance(member.id()).build(), next.get(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }
  }

  /** Plans no digest for a member any more, as part of the caller's transaction. */
  public void forget(Handle transaction, String member) {
    var client = client(transaction);
    var id = DIGEST.instanceId(member);
    if (client.getScheduledExecution(id).isPresent()) {
      client.cancel(id);
    }
  }

  private static SchedulerClient client(Handle transaction) {
    return SchedulerClient.Builder.create(new HandleSource(transaction))
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .build();
  }

  private Task<Void> task() {
    return Tasks.custom(DIGEST)
        .onFailure(this::again)
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              make(instance.getId(), context.getExecution().getExecutionTime());
              return next(instance.getId());
            });
  }

  /** The planned time is a slot, or a little later when it was tried before. */
  private void make(String member, Instant planned) {
    var edition =
        member(member)
            .flatMap(known -> DigestSlots.latest(planned, known.digest(), known.zone()))
            .flatMap(slot -> editor.make(member, slot));
    edition.ifPresent(made -> LOG.infof("Digest %s of %d rows", made.mail(), made.rows()));
  }

  private CompletionHandler<Void> next(String member) {
    return (complete, operations) ->
        member(member)
            .flatMap(known -> DigestSlots.after(time.instant(), known.digest(), known.zone()))
            .ifPresentOrElse(slot -> operations.reschedule(complete, slot), operations::remove);
  }

  private void again(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    LOG.warnf(
        failed.getCause().orElse(null),
        "The digest of %s failed and is tried again in %d s",
        failed.getExecution().getId(),
        RETRY.toSeconds());
    operations.reschedule(failed, time.instant().plus(RETRY));
  }

  private Optional<Member> member(String id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select document from members where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(document -> Stored.read(document, Member.class)));
  }
}
