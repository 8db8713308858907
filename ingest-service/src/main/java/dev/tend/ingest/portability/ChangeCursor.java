package dev.tend.ingest.portability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the changelog has been read, by the rule that LinkedIn recommends: the next sweep starts
 * at the latest {@code processedAt} that was seen. That moment is inclusive, so its changes come
 * again and are known by their ids. All pages of a sweep start at the same moment, since more
 * changes than fit a page may have been processed in the same millisecond.
 *
 * @param startTime where the sweep starts, in milliseconds since 1970
 * @param known the changes of exactly that moment that were seen in earlier sweeps
 * @param latest the latest moment seen so far
 * @param knownAtLatest the changes of exactly that moment
 * @param read how many elements of this sweep have been read; 0 between sweeps
 */
record ChangeCursor(
    long startTime, List<Long> known, long latest, List<Long> knownAtLatest, int read) {
  /**
   * Most ids that are remembered; what is forgotten is read twice, which does no harm. LinkedIn
   * processes a handful of changes in one millisecond.
   */
  private static final int MOST_KNOWN = 100;

  ChangeCursor {
    known = List.copyOf(known);
    knownAtLatest = List.copyOf(knownAtLatest);
  }

  /** Nothing of the changelog was read, and it is read from this moment on. */
  static ChangeCursor from(Instant moment) {
    long millis = moment.toEpochMilli();
    return new ChangeCursor(millis, List.of(), millis, List.of(), 0);
  }

  boolean isKnown(Change change) {
    return (change.processedAt() == startTime && known.contains(change.id()))
        || (change.processedAt() == latest && knownAtLatest.contains(change.id()));
  }

  /** A change was seen that was not known. */
  ChangeCursor seen(Change change) {
    if (change.processedAt() < latest) {
      return this;
    }
    var ids = new ArrayList<Long>();
    if (change.processedAt() == latest) {
      ids.addAll(knownAtLatest);
    }
    ids.add(change.id());
    var kept = ids.subList(Math.max(0, ids.size() - MOST_KNOWN), ids.size());
    return new ChangeCursor(startTime, known, change.processedAt(), kept, read);
  }

  /**
   * A page was taken.
   *
   * @param read how many elements behind the start
   * @param inOrder whether none of them was processed before one that was seen earlier; then what
   *     comes next lies behind the latest moment seen, else only behind what was counted
   */
  ChangeCursor page(int read, boolean inOrder) {
    return inOrder && latest > startTime
        ? new ChangeCursor(latest, knownAtLatest, latest, List.of(), 0)
        : new ChangeCursor(startTime, known, latest, knownAtLatest, read);
  }

  /** The sweep is at its end; the next one starts at the latest moment seen. */
  ChangeCursor swept() {
    return new ChangeCursor(latest, merged(), latest, List.of(), 0);
  }

  /** Of the moment itself, those of earlier sweeps and of this one. */
  private List<Long> merged() {
    var ids = new ArrayList<Long>(latest == startTime ? known : List.of());
    ids.addAll(knownAtLatest);
    return ids.subList(Math.max(0, ids.size() - MOST_KNOWN), ids.size());
  }
}
