package dev.tend.ingest.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the mails of a file. For one thread. */
final class MboxReport {
  private static final int REFUSED_SHOWN = 100;

  private final Map<String, Integer> recognised = new TreeMap<>();
  private final List<Item> refused = new ArrayList<>();
  private int mails;
  private int refusedCount;

  void add(Sorted sorted) {
    var refusal = sorted.refusal();
    if (refusal == null) {
      recognised.merge(Recognised.of(sorted).recognised(), 1, Integer::sum);
    } else {
      refusedCount++;
      if (refused.size() < REFUSED_SHOWN) {
        refused.add(new Item(mails, refusal.field(), refusal.reason()));
      }
    }
    mails++;
  }

  @JsonProperty
  int mails() {
    return mails;
  }

  /** How many were taken for what; those that were refused are not among them. */
  @JsonProperty
  Map<String, Integer> recognised() {
    return recognised;
  }

  @JsonProperty
  int refusedCount() {
    return refusedCount;
  }

  /** The first hundred that were refused. */
  @JsonProperty
  List<Item> refused() {
    return refused;
  }

  /**
   * A mail that was refused.
   *
   * @param index counts the mails of the file, from 0
   */
  record Item(int index, String field, String reason) {}
}
