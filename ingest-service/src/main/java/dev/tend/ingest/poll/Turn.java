package dev.tend.ingest.poll;

import dev.tend.ingest.publish.Publication;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a source may do while it is read. For the thread of the source. */
public interface Turn {
  /** The aspect under which a source remembers how far it has been read. */
  String POSITION = "position";

  /** What the source last remembered under an aspect; empty when nothing. */
  Optional<String> recall(String aspect);

  /**
   * Publishes events and remembers, all of it or nothing.
   *
   * @param remembered by aspect, at most 10,000 characters each; empty text forgets the aspect
   * @throws SourceAwayException when the broker did not take it; then nothing was published
   */
  void commit(List<Publication> events, Map<String, String> remembered);
}
