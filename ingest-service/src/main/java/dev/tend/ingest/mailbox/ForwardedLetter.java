package dev.tend.ingest.mailbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mail that somebody forwarded within their own. Gmail, Outlook, Apple Mail and
 * Thunderbird put lines above it such as {@code From:}, {@code Date:} and {@code Subject:}, in the
 * language of the forwarder; some mark them with {@code >} or with stars. What the forwarder wrote
 * above them is not read.
 */
final class ForwardedLetter {
  private static final int MOST_LINES = 2_000;

  /** Between the lines of the head, some programs leave one empty. */
  private static final int MOST_EMPTY = 1;

  private static final int HEAD_KINDS = 3;

  /** As long as a line of a mail may be (RFC 5322, section 2.1.1). */
  private static final int LONGEST_SENDER = 998;

  private ForwardedLetter() {}

  /** The first mail of LinkedIn's that a mail passes on; empty when it passes on none. */
  static Optional<Letter> in(ReceivedMail mail) {
    var plain = mail.plain().lines().limit(MOST_LINES).map(ForwardedLetter::unquoted).toList();
    var shown =
        HtmlLines.of(mail.html()).lines().limit(MOST_LINES).map(ForwardedLetter::unquoted).toList();
    return head(plain)
        .map(head -> head.letter(rest(plain, head), head(shown).isPresent() ? mail.html() : ""))
        .or(() -> head(shown).map(head -> head.letter(rest(shown, head), mail.html())));
  }

  private static String rest(List<String> lines, Head head) {
    return String.join("\n", lines.subList(head.end(), lines.size()));
  }

  private static String unquoted(String line) {
    return line.replaceFirst("^>[>\\s]*", "").strip();
  }

  private static Optional<Head> head(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var from = value(Phrases.FROM, lines.get(i));
      if (from.isPresent()) {
        var head = head(lines, i);
        if (head.isPresent()) {
          return head;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Head> head(List<String> lines, int first) {
    var found = new HashMap<Phrases, String>();
    var sender = value(Phrases.FROM, lines.get(first)).orElse("");
    // Thunderbird tells the sender after subject and date
    for (int i = first - 1; i >= 0 && known(lines.get(i)).isPresent(); i--) {
      var kind = known(lines.get(i)).orElseThrow();
      found.putIfAbsent(kind, value(kind, lines.get(i)).orElse(""));
    }
    int at = first + 1;
    int empty = 0;
    // an address may stand on a line of its own
    if (sender.indexOf('@') < 0 && at < lines.size() && lines.get(at).contains("@")) {
      sender = sender + " " + lines.get(at);
      at++;
    }
    while (at < lines.size() && empty <= MOST_EMPTY && found.size() < HEAD_KINDS) {
      var line = lines.get(at);
      var known = known(line);
      if (known.isPresent()) {
        found.putIfAbsent(known.get(), value(known.get(), line).orElse(""));
      } else if (line.isEmpty()) {
        empty++;
      } else if (found.isEmpty() || !line.contains("@")) {
        break;
      }
      at++;
    }
    while (at < lines.size() && known(lines.get(at)).isPresent()) {
      at++;
    }
    var address = address(sender);
    boolean complete = found.containsKey(Phrases.SUBJECT) || found.containsKey(Phrases.SENT);
    return complete && address != null && Notice.isLinkedIn(address.getAddress())
        ? Optional.of(new Head(sender, address, found, at))
        : Optional.empty();
  }

  private static Optional<Phrases> known(String line) {
    for (var kind : List.of(Phrases.SUBJECT, Phrases.SENT, Phrases.TO)) {
      if (value(kind, line).isPresent()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What follows such a word and its colon. */
  static Optional<String> value(Phrases words, String line) {
    var plain = line.replace("*", "").replace('\u00a0', ' ').strip();
    int colon = plain.indexOf(':');
    return colon > 0 && colon < 30 && words.are(plain.substring(0, colon).strip())
        ? Optional.of(plain.substring(colon + 1).strip())
        : Optional.empty();
  }

  private static @Nullable InternetAddress address(String sender) {
    if (sender.length() > LONGEST_SENDER) {
      return null;
    }
    // Outlook: Dana Reed [mailto:invitations@linkedin.com]; others put it after a link
    var plain =
        sender
            .replaceFirst("\\[(?:mailto:)?([^\\]\\s]+)]", "<$1>")
            .replaceFirst("<mailto:[^>]*>", "")
            .replaceFirst("<([^<>\\s]+)\\s?<[^<>]*>>", "<$1>");
    try {
      for (var address : InternetAddress.parseHeader(plain, false)) {
        if (address.getAddress() != null && address.getAddress().indexOf('@') > 0) {
          return address;
        }
      }
      return null;
    } catch (AddressException none) {
      return null;
    }
  }

  /** The lines above a mail that is passed on, and where it begins. */
  private record Head(String from, InternetAddress sender, Map<Phrases, String> found, int end) {

    Letter letter(String plain, String html) {
      var name = sender.getPersonal() == null ? "" : sender.getPersonal();
      return new Letter(
          name.replaceAll("^['\"]|['\"]$", ""),
          sender.getAddress(),
          found.getOrDefault(Phrases.SUBJECT, ""),
          date(found.getOrDefault(Phrases.SENT, "")),
          plain,
          html);
    }

    /**
     * Only a date as RFC 5322 has it is sure, as Apple Mail and some others pass it on. What a
     * program wrote in the forwarder's own language and time zone is not guessed at.
     */
    private static @Nullable Instant date(String text) {
      try {
        var date = new MailDateFormat().parse(text);
        return date == null || !text.matches(".*[+-]\\d{4}.*") ? null : date.toInstant();
      } catch (ParseException localForm) {
        return null;
      }
    }
  }
}
