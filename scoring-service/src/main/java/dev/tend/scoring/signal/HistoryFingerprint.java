package dev.tend.scoring.signal;

import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Employers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Enough of somebody's jobs to recognise them under another name, and not enough to read them: of
 * each dated one a hash of the employer, whatever name it goes by, and of both dates. Titles are
 * left out, since they are what a copy changes first.
 *
 * @param hashes ascending; none for fewer than {@link #FEWEST} such jobs, which many people share
 */
public record HistoryFingerprint(List<Integer> hashes) {
  /** A history of which nothing can be told. */
  public static final HistoryFingerprint NONE = new HistoryFingerprint(List.of());

  /** Two people may well have begun and left together twice. */
  private static final int FEWEST = 3;

  private static final int MOST_IN_BANDS = 6;

  /** The present, where no end is given; no year is so late. */
  private static final int OPEN = 9999;

  public HistoryFingerprint(@Nullable List<Integer> hashes) {
    this.hashes = hashes == null ? List.of() : List.copyOf(hashes);
  }

  /** The fingerprint of what somebody did. */
  public static HistoryFingerprint of(Person person) {
    if (person.positions().size() < FEWEST) {
      return NONE;
    }
    var hashes =
        person.positions().stream().flatMap(HistoryFingerprint::hash).sorted().distinct().toList();
    return hashes.size() < FEWEST ? NONE : new HistoryFingerprint(hashes);
  }

  /** Whether at least three jobs are the same, and these are the half of all that both had. */
  public boolean copies(HistoryFingerprint other) {
    int common = 0;
    for (var hash : hashes) {
      common += other.hashes.contains(hash) ? 1 : 0;
    }
    return common >= FEWEST && 2 * common >= hashes.size() + other.hashes.size() - common;
  }

  /**
   * Keys under which copies can be looked up: one for each two jobs, of the six with the smallest
   * hashes. One job in common is shared by too many to look through; copies have three.
   */
  public IntStream bands() {
    int most = Math.min(hashes.size(), MOST_IN_BANDS);
    return IntStream.range(0, most)
        .flatMap(
            i ->
                IntStream.range(i + 1, most)
                    .map(j -> NoteFingerprint.spread(31 * hashes.get(i) + hashes.get(j))));
  }

  private static Stream<Integer> hash(Position position) {
    var from = position.from();
    var employers = Employers.keys(position.company());
    if (from == null || employers.isEmpty()) {
      return Stream.empty();
    }
    int dates = 31 * number(from) + number(position.to());
    return Stream.of(NoteFingerprint.spread(31 * employers.getFirst().hashCode() + dates));
  }

  private static int number(@Nullable PartialDate date) {
    return date == null ? OPEN : 100 * date.year() + date.month();
  }

  @Override
  public String toString() {
    return "HistoryFingerprint[" + hashes.size() + "]";
  }
}
