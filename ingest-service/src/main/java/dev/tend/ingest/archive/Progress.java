package dev.tend.ingest.archive;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far an import is. Written by the import, read by whoever asks. */
final class Progress {
  private final Report started;
  private final int shown;
  private final RowMetrics metrics;
  private final List<Tally> tallies = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<String> notes = new CopyOnWriteArrayList<>();
  private volatile Supplier<Report.@Nullable Extent> extent = () -> null;

  Progress(Report started, int shown, RowMetrics metrics) {
    this.started = started;
    this.shown = shown;
    this.metrics = metrics;
  }

  /** A file comes next; null for the kind of one that is not read. */
  Tally file(String name, @Nullable Kind kind) {
    var tally = new Tally(name, kind, shown, metrics);
    tallies.add(tally);
    return tally;
  }

  /** The archive is open; how much of it has been read is asked whenever somebody wants to know. */
  void reads(Archive archive) {
    extent = () -> Report.Extent.of(archive.bytesRead(), archive.bytes());
  }

  /** Something that the member should know. */
  void note(String sentence) {
    var _ = notes.addIfAbsent(sentence);
  }

  /** The report as it is by now. */
  Report report() {
    return started.with(
        List.copyOf(notes), tallies.stream().map(Tally::file).toList(), extent.get());
  }
}
