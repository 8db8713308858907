package dev.tend.testing.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.ReplyAddress;
import java.time.Instant;

/** An address that an answer went to: none opens but those that were given out. */
public final class ReplyAddressFuzz {
  private static final ReplyAddress ADDRESSES =
      new ReplyAddress("a secret of thirty-two characters");
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");

  private ReplyAddressFuzz() {}

  /** Any text. */
  public static void fuzzerTestOneInput(byte[] input) {
    var address = new String(input, UTF_8);
    if (ADDRESSES.mail(address, NOW).isPresent()) {
      throw new AssertionError("nobody gave it out, and it opens");
    }
    var _ = ReplyAddress.isClaimed(address);
  }
}
