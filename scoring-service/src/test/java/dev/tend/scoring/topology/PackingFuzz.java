package dev.tend.scoring.topology;

/** The value of a store, damaged in any way: it is read, or said to be unreadable. */
public final class PackingFuzz {
  private static final Packing<Held> PACKING = Packing.of(Held.class);

  private PackingFuzz() {}

  /** What claims to be an invitation as it is held. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var _ = PACKING.unpack(input, 0);
    } catch (Packing.UnreadableException _) {
      return;
    }
  }
}
