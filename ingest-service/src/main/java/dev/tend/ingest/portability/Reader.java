package dev.tend.ingest.portability;

import dev.tend.events.Member;
import dev.tend.ingest.portability.Progress.Standing;
import dev.tend.ingest.portability.Progress.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Reads a member's data in steps: first the snapshot, in the order of who the member is, whom they
 * know, who asks; then the changelog, again and again. The changelog names people by urns, so an
 * invitation of which it tells is held until the snapshot's invitations, read once more, name who
 * sent it; and changed connections are read again as a whole.
 *
 * <p>A step makes few calls, and knows nothing but what it is given: made again after a crash, it
 * comes to the same.
 */
final class Reader {
  /** The changelog reaches back 28 days; whoever was away for longer takes a new snapshot. */
  private static final Duration WINDOW = Duration.ofDays(27);

  private static final Logger LOG = Logger.getLogger(Reader.class);

  private final LinkedIn linkedin;
  private final Settings settings;
  private final RandomGenerator random;
  private final SnapshotReader snapshot;
  private final ChangelogReader changelog;

  Reader(
      LinkedIn linkedin,
      EarlierConnections earlier,
      Erased erased,
      Settings settings,
      RandomGenerator random) {
    this.linkedin = linkedin;
    this.settings = settings;
    this.random = random;
    snapshot = new SnapshotReader(linkedin, earlier, erased, settings.hold());
    changelog = new ChangelogReader(linkedin, settings.invitationsEvery());
  }

  /**
   * How often, and for how long.
   *
   * @param every how often the changelog is read
   * @param invitationsEvery how often the invitations of the snapshot are read for new ones
   * @param snapshotEvery how often a whole snapshot is taken
   * @param hold how long an invitation waits for its inviter's name
   */
  record Settings(
      Duration every, Duration invitationsEvery, Duration snapshotEvery, Duration hold) {}

  /** Nothing of this member is kept in memory any more. */
  void forget(String member) {
    snapshot.forget(member);
  }

  /** When there is something to do again; in the past when there is now. */
  Instant due(Progress progress) {
    var pause = progress.pause().until();
    if (pause != null) {
      return pause;
    }
    var swept = progress.sweptAt();
    return progress.todo().isEmpty() && swept != null ? swept.plus(settings.every()) : Instant.MIN;
  }

  /** Does what comes next. */
  Step next(Member member, Grant grant, Progress progress, List<Held> held, Instant now)
      throws InterruptedException {
    var draft = new Draft(progress, held);
    try {
      if (grant.isEnding(now) && grant.isRefreshable(now)) {
        draft.refresh(linkedin.refreshed(grant));
      } else {
        plan(progress, now).run(draft, new Asking(member, grant, progress, now));
        draft.answered();
      }
      return draft.done();
    } catch (Trouble trouble) {
      return afterwards(trouble, grant, progress, held, now);
    }
  }

  private Work plan(Progress progress, Instant now) {
    return progress.todo().isEmpty() ? begins(progress, now) : work(progress.todo().getFirst());
  }

  private Work begins(Progress progress, Instant now) {
    var snapshot = progress.snapshotAt();
    var swept = progress.sweptAt();
    boolean whole =
        snapshot == null
            || swept == null
            || Duration.between(swept, now).compareTo(WINDOW) > 0
            || Duration.between(snapshot, now).compareTo(settings.snapshotEvery()) > 0;
    return (draft, asking) -> {
      if (whole) {
        draft.beginSnapshot(now);
      } else {
        draft.begin(Task.CHANGES);
      }
    };
  }

  private Work work(Task task) {
    return switch (task) {
      case HISTORY -> snapshot::history;
      case CONNECTIONS -> snapshot::connections;
      case INVITATIONS -> snapshot::invitations;
      case CHANGES -> changelog::sweep;
    };
  }

  /** What LinkedIn's refusal means for what comes next; nothing of the step is kept. */
  private Step afterwards(
      Trouble trouble, Grant grant, Progress progress, List<Held> held, Instant now)
      throws InterruptedException {
    if (progress.pause().failures() == 0) {
      LOG.warnf(
          "%s; told once, until it is over (consent %s)", trouble.getMessage(), progress.consent());
    }
    var draft = new Draft(progress, held);
    var until = trouble.until();
    switch (trouble.kind()) {
      case UNAUTHORISED -> exchange(draft, grant, progress, now);
      case FORBIDDEN -> draft.end(Standing.GONE);
      case NOT_YET, LIMITED, ALL_LIMITED, AWAY, UNREADABLE ->
          draft.pause(
              until == null
                  ? progress.pause().longer(now, random)
                  : progress.pause().until(until, random));
    }
    return draft.done();
  }

  private void exchange(Draft draft, Grant grant, Progress progress, Instant now)
      throws InterruptedException {
    if (progress.refreshed() || !grant.isRefreshable(now)) {
      draft.end(Standing.EXPIRED);
      return;
    }
    try {
      draft.refresh(linkedin.refreshed(grant));
    } catch (Trouble trouble) {
      if (trouble.kind() == Trouble.Kind.UNAUTHORISED) {
        draft.end(Standing.EXPIRED);
      } else {
        draft.pause(progress.pause().longer(now, random));
      }
    }
  }

  /** A task, carried on. */
  @FunctionalInterface
  private interface Work {
    void run(Draft draft, Asking asking) throws Trouble, InterruptedException;
  }
}
