package dev.tend.ingest.mailbox;

import dev.tend.ingest.text.PlainText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells mail that a machine wrote: absence notes, receipts, mail to a list (RFC 3834 and what came
 * before it). Nobody has answered anything with it.
 */
final class Automatic {
  private static final Set<String> PRECEDENCES = Set.of("auto_reply", "bulk", "junk", "list");

  private static final Pattern MACHINE =
      Pattern.compile("(?i)(mailer-daemon|postmaster|no-?reply|do-?not-?reply)([+-][^@]*)?@.*");

  private Automatic() {}

  static boolean is(ReceivedMail mail) {
    var submitted = mail.header("Auto-Submitted").strip().toLowerCase(Locale.ROOT);
    return !(submitted.isEmpty() || submitted.equals("no") || submitted.startsWith("no;"))
        || mail.headers("Return-Path").stream().anyMatch(path -> path.strip().equals("<>"))
        || mail.mediaType().equals("multipart/report")
        || PRECEDENCES.contains(mail.header("Precedence").strip().toLowerCase(Locale.ROOT))
        || mail.header("X-Auto-Response-Suppress").strip().equalsIgnoreCase("all")
        || !mail.header("X-Autoreply").isEmpty()
        || !mail.header("X-Autorespond").isEmpty()
        || !mail.header("X-AutoReply-From").isEmpty()
        || MACHINE.matcher(mail.sender()).matches()
        || Phrases.AWAY.are(PlainText.line(mail.subject()));
  }
}
