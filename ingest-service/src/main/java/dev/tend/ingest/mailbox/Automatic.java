package dev.tend.ingest.mailbox;

import java.util.Locale;

/**
 * Tells mail that a machine wrote: absence notes and bounces (RFC 3834, RFC 3464). Nobody has
 * answered anything with it.
 */
final class Automatic {
  private Automatic() {}

  static boolean is(ReceivedMail mail) {
    var submitted = mail.header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    return !(submitted.isEmpty() || submitted.equals("no") || submitted.startsWith("no;"))
        || mail.headers("Return-Path").stream().anyMatch(path -> path.strip().equals("<>"))
        || mail.mediaType().equals("multipart/report")
        || mail.header("Precedence").strip().equalsIgnoreCase("auto_reply")
        || !mail.header("X-Autoreply").isEmpty()
        || mail.headers("From").stream()
            .anyMatch(from -> from.toLowerCase(Locale.ROOT).contains("mailer-daemon@"));
  }
}
