package dev.tend.ingest.portability;

import dev.tend.ingest.portability.Progress.Task;
import dev.tend.ingest.portability.Step.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the changelog. It tells of an invitation, not by whom; so each is held, and the invitations
 * of the snapshot are read for its name. Changed connections are read again as a whole.
 */
final class ChangelogReader {
  /** Ends a sweep that never ends. */
  private static final int MOST_ELEMENTS = 20_000;

  private final LinkedIn linkedin;
  private final Duration invitationsEvery;

  /**
   * A reader of changelogs.
   *
   * @param invitationsEvery how often invitations are read though the changelog tells of none
   */
  ChangelogReader(LinkedIn linkedin, Duration invitationsEvery) {
    this.linkedin = linkedin;
    this.invitationsEvery = invitationsEvery;
  }

  /** Reads pages until one holds something new, or there is none. */
  void sweep(Draft draft, Asking asking) throws Trouble, InterruptedException {
    var before = List.<Change>of();
    for (int start = draft.changes().read(); start < MOST_ELEMENTS; ) {
      var page = linkedin.changes(asking.grant(), draft.changes().startTime(), start);
      var changes = page.elements().stream().map(Change::of).flatMap(Optional::stream).toList();
      if (page.isEnd() || (!changes.isEmpty() && changes.equals(before))) {
        break;
      }
      if (!changes.stream().allMatch(draft.changes()::isKnown)) {
        take(draft, page, start, asking);
        return;
      }
      start += page.elements().size();
      before = changes;
    }
    end(draft, asking.now());
  }

  /** Takes what is new of a page; the rest of it later, when there is no room to hold more. */
  private static void take(Draft draft, LinkedIn.Page page, int start, Asking asking) {
    boolean inOrder = true;
    boolean any = false;
    int read = start;
    for (var element : page.elements()) {
      var change = Change.of(element).orElse(null);
      if (change == null) {
        draft.count(Counted.REFUSED, 1);
      } else if (!draft.changes().isKnown(change)) {
        if (change.meaning() instanceof Change.Meaning.Invited
            && draft.held().size() >= Held.MOST) {
          draft.first(Task.INVITATIONS);
          break;
        }
        inOrder &= change.processedAt() >= draft.changes().latest();
        any = true;
        draft.changes(draft.changes().seen(change));
        mean(draft, change, asking);
      }
      read++;
    }
    draft.changes(draft.changes().page(read, any && inOrder));
  }

  private void end(Draft draft, Instant now) {
    draft.finish();
    draft.changes(draft.changes().swept());
    draft.swept(now);
    if (draft.connectionsChanged()) {
      draft.connectionsChanged(false);
      draft.begin(Task.CONNECTIONS);
    }
    if (!draft.held().isEmpty() || draft.invitations().isDue(invitationsEvery, now)) {
      draft.begin(Task.INVITATIONS);
    }
  }

  private static void mean(Draft draft, Change change, Asking asking) {
    switch (change.meaning()) {
      case Change.Meaning.Invited(var id, var inviter, var sentAt) -> {
        if (draft.held().stream().noneMatch(held -> held.id().equals(id))) {
          draft.hold(new Held(change.id(), id, inviter, sentAt, asking.now()));
          draft.count(Counted.HELD, 1);
        }
      }
      case Change.Meaning.Closed(var id, var _, var accepted) -> {
        draft.release(held -> held.id().equals(id), Counted.CLOSED);
        draft.connectionsChanged(draft.connectionsChanged() || accepted);
      }
      case Change.Meaning.ConnectionsChanged() -> draft.connectionsChanged(true);
      case Change.Meaning.Unclear() -> draft.count(Counted.REFUSED, 1);
      case Change.Meaning.NoConcern() -> draft.count(Counted.SKIPPED, 1);
    }
  }
}
