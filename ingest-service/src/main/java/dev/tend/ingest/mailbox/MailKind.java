package dev.tend.ingest.mailbox;

import java.util.Locale;

/** What a mail was taken for; the label of the metric. */
enum MailKind {
  /** A notice of an invitation. */
  INVITATION,
  /** An answer to a question. */
  REPLY,
  /** A machine answered. */
  AUTO_REPLY,
  /** A mail could not be delivered. */
  BOUNCE,
  /** LinkedIn tells that an invitation was accepted. */
  ACCEPTED,
  /** LinkedIn tells something else. */
  LINKEDIN,
  /** Nothing for Tend. */
  NOTHING,
  /** A notice for nobody whom Tend serves. */
  UNKNOWN_MEMBER,
  /** An answer to an address that Tend never gave out, or gave out too long ago. */
  WRONG_TOKEN,
  /** An answer to a question that nobody asked. */
  NO_QUESTION,
  /** No mail, or a notice that does not say who invites. */
  UNREADABLE,
  /** Longer than a mail may be. */
  TOO_LARGE;

  /** The label of the metric. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
