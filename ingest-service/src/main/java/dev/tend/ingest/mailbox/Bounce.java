package dev.tend.ingest.mailbox;

import dev.tend.ingest.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server's report that a mail could not be delivered (RFC 3464), or what a server wrote that
 * knows no such reports.
 *
 * @param messageIds of the mail that was not delivered, as far as the report tells; angle brackets
 *     and all
 * @param reason the status code (RFC 3463) and what the server said, without addresses
 */
record Bounce(List<String> messageIds, String reason) {
  private static final int LONGEST_REASON = 300;

  private static final Pattern FIELD =
      Pattern.compile("(?im)^(action|status|diagnostic-code)[ \\t]*+:[ \\t]*+(.{1,500})$");
  private static final Pattern STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?im)^message-id[ \\t]*:\\s{0,5}(<[^<>\\s]{1,300}>)");
  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>;:]{1,64}@[^\\s<>;:]{1,255}>?");
  private static final int LONGEST_SEARCHED = 100_000;

  Bounce {
    messageIds = List.copyOf(messageIds);
  }

  /**
   * What a mail reports; empty when it reports nothing, or that a mail is late, or that it has
   * arrived.
   */
  static Optional<Bounce> in(ReceivedMail mail) {
    var status = mail.deliveryStatus();
    if (status.isEmpty()) {
      return withoutReport(mail);
    }
    var action = field(status, "action");
    boolean failed =
        action.isEmpty()
            ? field(status, "status").startsWith("5")
            : action.equalsIgnoreCase("failed");
    return failed ? Optional.of(new Bounce(returned(mail), reason(status))) : Optional.empty();
  }

  /** Some servers only write a letter; the mail that it is about is attached, or copied below. */
  private static Optional<Bounce> withoutReport(ReceivedMail mail) {
    var sender = mail.sender();
    if (!sender.startsWith("mailer-daemon@") && !sender.startsWith("postmaster@")) {
      return Optional.empty();
    }
    var said = STATUS.matcher(shortened(mail.plain()));
    return said.find() && said.group().startsWith("5")
        ? Optional.of(new Bounce(returned(mail), said.group()))
        : Optional.empty();
  }

  private static List<String> returned(ReceivedMail mail) {
    var copies =
        Stream.concat(
            Stream.of(mail.returnedHeaders(), shortened(mail.plain())),
            mail.enclosed().stream()
                .map(
                    raw ->
                        shortened(new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1))));
    return Stream.concat(
            copies.flatMap(copy -> MESSAGE_ID.matcher(copy).results().map(id -> id.group(1))),
            Stream.of("In-Reply-To", "References")
                .flatMap(header -> mail.headers(header).stream())
                .flatMap(ids -> Pattern.compile("<[^<>\\s]{1,300}>").matcher(ids).results())
                .map(java.util.regex.MatchResult::group))
        .distinct()
        .limit(20)
        .toList();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_SEARCHED));
  }

  private static String reason(String status) {
    var code = field(status, "status");
    var said = ADDRESS.matcher(field(status, "diagnostic-code")).replaceAll("(address)");
    return PlainText.atMost(LONGEST_REASON, PlainText.line(code + " " + said));
  }

  private static String field(String status, String name) {
    var fields = FIELD.matcher(status);
    while (fields.find()) {
      if (fields.group(1).toLowerCase(Locale.ROOT).equals(name)) {
        return fields.group(2).strip();
      }
    }
    return "";
  }
}
