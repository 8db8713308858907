package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AFirm.aFirm;

import dev.tend.ingest.publish.Publication;
import java.util.List;

/**
 * A mail, whatever it claims to be: a notice, one that is passed on, an answer, a bounce, a
 * machine's reply. It is sorted, and alike each time; no name server knows a key.
 */
public final class SortingFuzz {
  private static final AFirm FIRM = firm();

  private SortingFuzz() {}

  /** The mail. */
  public static void fuzzerTestOneInput(byte[] input) {
    var sorted = FIRM.sorted(input);
    if (sorted.refusal() != null && sorted.refusal().reason().isBlank()) {
      throw new AssertionError("refused without a reason");
    }
    if (sorted.refusal() != null && !sorted.events().isEmpty()) {
      throw new AssertionError("refused, and yet published");
    }
    var again = FIRM.sorted(input);
    if (again.kind() != sorted.kind() || !ids(again).equals(ids(sorted))) {
      throw new AssertionError("sorted twice, and differently");
    }
    if (sorted.events().stream().anyMatch(Publication::tooLarge)) {
      throw new AssertionError("of a small mail became a record that is too large");
    }
  }

  private static List<String> ids(Sorted sorted) {
    return sorted.events().stream().map(event -> event.event().id()).toList();
  }

  private static AFirm firm() {
    var firm = aFirm().verifying();
    var _ = firm.asks("4711", "<q1@tend.example>");
    return firm;
  }
}
