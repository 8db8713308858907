package dev.tend.ingest.mailbox;

import dev.tend.events.Refusal;
import dev.tend.ingest.publish.Publication;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail was taken for, and what follows from it.
 *
 * @param invitation which invitation it is about; empty when it is about none
 * @param events what is to be published; nothing of a mail that is left alone
 * @param refusal why a mail that wants something does not get it; null when it does, or wants
 *     nothing
 */
record Sorted(
    MailKind kind, String invitation, List<Publication> events, @Nullable Refusal refusal) {
  Sorted {
    events = List.copyOf(events);
  }

  static Sorted as(MailKind kind, String invitation, Publication event) {
    return new Sorted(kind, invitation, List.of(event), null);
  }

  static Sorted leftAlone(MailKind kind) {
    return new Sorted(kind, "", List.of(), null);
  }

  static Sorted refused(MailKind kind, Refusal refusal) {
    return new Sorted(kind, "", List.of(), refusal);
  }
}
