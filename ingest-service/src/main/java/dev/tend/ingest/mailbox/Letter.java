package dev.tend.ingest.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it: one that came by itself, or one that stands in another mail because
 * somebody forwarded it.
 *
 * @param senderName empty when there is none
 * @param senderAddress empty when there is none
 * @param date when it was written, as it says itself; null when it does not
 * @param plain its plain text; empty when there is none
 * @param html its HTML; empty when there is none
 */
record Letter(
    String senderName,
    String senderAddress,
    String subject,
    @Nullable Instant date,
    String plain,
    String html) {

  @Override
  public String toString() {
    return "Letter[redacted]";
  }
}
