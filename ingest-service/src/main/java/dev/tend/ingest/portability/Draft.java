package dev.tend.ingest.portability;

import dev.tend.ingest.portability.Progress.Standing;
import dev.tend.ingest.portability.Progress.Task;
import dev.tend.ingest.portability.Step.Counted;
import dev.tend.ingest.publish.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A step while it is being made, from what was before. For one thread. */
final class Draft {
  private final String consent;
  private final Deque<Task> todo;
  private final List<Held> held;
  private final List<Publication> events = new ArrayList<>();
  private final Map<Counted, Integer> counts = new EnumMap<>(Counted.class);
  private Standing standing;
  private int start;
  private ChangeCursor changes;
  private InvitationCursor invitations;
  private boolean connectionsChanged;
  private @Nullable Instant connectionsAt;
  private @Nullable Instant snapshotAt;
  private @Nullable Instant sweptAt;
  private boolean refreshed;
  private Pause pause;
  private @Nullable Grant fresh;

  Draft(Progress before, List<Held> heldBefore) {
    consent = before.consent();
    todo = new ArrayDeque<>(before.todo());
    held = new ArrayList<>(heldBefore);
    standing = before.standing();
    start = before.start();
    changes = before.changes();
    invitations = before.invitations();
    connectionsChanged = before.connectionsChanged();
    connectionsAt = before.connectionsAt();
    snapshotAt = before.snapshotAt();
    sweptAt = before.sweptAt();
    refreshed = before.refreshed();
    pause = before.pause();
  }

  Step done() {
    return new Step(
        new Progress(
            consent,
            standing,
            List.copyOf(todo),
            start,
            changes,
            invitations,
            connectionsChanged,
            connectionsAt,
            snapshotAt,
            sweptAt,
            refreshed,
            pause),
        held,
        events,
        fresh,
        counts);
  }

  /** LinkedIn answered: what went wrong before is over. */
  void answered() {
    refreshed = false;
    pause = Pause.NONE;
  }

  void pause(Pause longer) {
    pause = longer;
  }

  void end(Standing how) {
    standing = how;
    pause = Pause.NONE;
  }

  void refresh(Grant grant) {
    fresh = grant;
    refreshed = true;
  }

  /** A whole snapshot is to be read, and the changelog after it. */
  void beginSnapshot(Instant now) {
    todo.clear();
    todo.addAll(List.of(Task.values()));
    start = 0;
    invitations = InvitationCursor.START;
    snapshotAt = now;
  }

  void begin(Task task) {
    todo.add(task);
  }

  /** Elements of the first task were read. */
  void advance(int elements) {
    start += elements;
  }

  InvitationCursor invitations() {
    return invitations;
  }

  void invitations(InvitationCursor read) {
    invitations = read;
  }

  int start() {
    return start;
  }

  /** The first task is at its end. */
  void finish() {
    todo.remove();
    start = 0;
  }

  /** Something is to be read before what the first task is. */
  void first(Task task) {
    todo.addFirst(task);
    start = 0;
  }

  ChangeCursor changes() {
    return changes;
  }

  void changes(ChangeCursor read) {
    changes = read;
  }

  void connectionsChanged(boolean changed) {
    connectionsChanged = changed;
  }

  boolean connectionsChanged() {
    return connectionsChanged;
  }

  /** When the reading of the connections began: with their first page, at {@code now}. */
  Instant connectionsBegun(Instant now) {
    var begun = start == 0 || connectionsAt == null ? now : connectionsAt;
    connectionsAt = begun;
    return begun;
  }

  void swept(Instant now) {
    sweptAt = now;
  }

  void publish(Publication event, Counted as) {
    events.add(event);
    count(as, 1);
  }

  void count(Counted what, int many) {
    var _ = counts.merge(what, many, Integer::sum);
  }

  List<Held> held() {
    return List.copyOf(held);
  }

  void hold(Held one) {
    held.add(one);
  }

  /**
   * A row names an invitation that was sent then: the one that waits and was sent closest to it.
   *
   * @return the one that waited for it; empty when none did
   */
  Optional<Held> name(Instant sentAt) {
    var named =
        held.stream()
            .filter(one -> one.isOf(sentAt))
            .min(Comparator.comparing(one -> Duration.between(one.sentAt(), sentAt).abs()));
    named.ifPresent(one -> release(one::equals, Counted.NAMED));
    return named;
  }

  /** Lets go of those that waited, and counts them. */
  void release(Predicate<Held> which, Counted as) {
    int before = held.size();
    held.removeIf(which);
    if (held.size() < before) {
      count(as, before - held.size());
    }
  }
}
