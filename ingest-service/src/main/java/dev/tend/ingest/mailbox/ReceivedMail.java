package dev.tend.ingest.mailbox;

import dev.tend.events.RefusedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail (RFC 5322, MIME) taken apart within bounds: its headers, its first plain text, its first
 * HTML, the mails that are attached to it, and what a report says about another mail. Other
 * attachments are never looked into. For one thread.
 */
final class ReceivedMail {
  private static final int MOST_LINES = 300_000;
  private static final int MOST_PARTS = 1_000;
  private static final int MOST_ENCLOSED = 20;
  private static final int DEEPEST = 8;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final Session SESSION = Session.getInstance(settings());

  private final MimeMessage message;
  private final byte[] raw;
  private final List<byte[]> enclosed = new ArrayList<>();
  private String plain = "";
  private String html = "";
  private String deliveryStatus = "";
  private String returnedHeaders = "";

  private ReceivedMail(byte[] raw, MimeMessage message) {
    this.raw = raw;
    this.message = message;
  }

  /**
   * Takes a mail apart.
   *
   * @throws RefusedException when it is none, or is built to exhaust whoever reads it
   */
  static ReceivedMail of(byte[] raw) {
    requireBounds(raw);
    try {
      var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
      if (message.getHeader("From") == null) {
        throw new RefusedException("From", "is missing, so that this is no mail");
      }
      var mail = new ReceivedMail(raw, message);
      mail.gather(message, 0);
      return mail;
    } catch (MessagingException | IOException broken) {
      throw new RefusedException("", "is no mail that can be read");
    }
  }

  /** Every header of this name, from the top, unfolded. */
  List<String> headers(String name) {
    try {
      var values = message.getHeader(name);
      return values == null
          ? List.of()
          : Arrays.stream(values).map(value -> value.replaceAll("\\r?\\n[ \\t]+", " ")).toList();
    } catch (MessagingException impossible) {
      throw new IllegalStateException("The headers were read before", impossible);
    }
  }

  /** The first header of this name; empty when there is none. */
  String header(String name) {
    return headers(name).stream().findFirst().orElse("");
  }

  /** The addresses in all headers of this name; what cannot be read as an address is left out. */
  List<InternetAddress> addresses(String name) {
    return headers(name).stream().flatMap(ReceivedMail::addressesIn).toList();
  }

  private static Stream<InternetAddress> addressesIn(String header) {
    try {
      return Arrays.stream(InternetAddress.parseHeader(header, false))
          .filter(address -> address.getAddress() != null);
    } catch (AddressException noAddress) {
      return Stream.empty();
    }
  }

  /** The one address that it says it comes from; empty when it names none, or several. */
  String sender() {
    var senders = addresses("From");
    return headers("From").size() == 1 && senders.size() == 1
        ? senders.getFirst().getAddress().toLowerCase(Locale.ROOT)
        : "";
  }

  /** When it was written, as it says itself. */
  Optional<Instant> date() {
    try {
      var date = message.getSentDate();
      return date == null ? Optional.empty() : Optional.of(date.toInstant());
    } catch (MessagingException impossible) {
      throw new IllegalStateException("The headers were read before", impossible);
    }
  }

  /** What it is about, decoded (RFC 2047). */
  String subject() {
    var subject = header("Subject");
    try {
      return MimeUtility.decodeText(subject);
    } catch (UnsupportedEncodingException odd) {
      return subject;
    }
  }

  /** The mail as its reader sees it. */
  Letter letter() {
    var personal =
        addresses("From").stream()
            .map(InternetAddress::getPersonal)
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .orElse("");
    return new Letter(personal, sender(), subject(), date().orElse(null), plain, html);
  }

  /** Its media type, in lower case; {@code text/plain} when it cannot be read. */
  String mediaType() {
    return mediaType(message);
  }

  /** The plain text; empty when there is none. */
  String plain() {
    return plain;
  }

  /** The HTML; empty when there is none. */
  String html() {
    return html;
  }

  /** The mails that are attached, as they were, the first twenty. */
  List<byte[]> enclosed() {
    return List.copyOf(enclosed);
  }

  /** What a report says about the delivery of another mail (RFC 3464); empty when it is none. */
  String deliveryStatus() {
    return deliveryStatus;
  }

  /** The headers of the mail that a report is about; empty when it shows none. */
  String returnedHeaders() {
    return returnedHeaders;
  }

  /** The mail as it came. */
  byte[] raw() {
    return raw;
  }

  private static void requireBounds(byte[] raw) {
    int lines = 0;
    int parts = 0;
    for (int i = 0; i < raw.length - 2; i++) {
      if (raw[i] == '\n') {
        lines++;
        if (raw[i + 1] == '-' && raw[i + 2] == '-') {
          parts++;
        }
      }
    }
    if (lines > MOST_LINES || parts > MOST_PARTS) {
      throw new RefusedException("", "has more lines or parts than a mail that somebody wrote");
    }
  }

  private void gather(MimePart part, int depth) throws MessagingException, IOException {
    var type = mediaType(part);
    if (type.startsWith("multipart/")) {
      if (depth == DEEPEST) {
        throw new RefusedException("", "is nested deeper than " + DEEPEST + " parts");
      }
      for (var inner : parts(part)) {
        gather(inner, depth + 1);
      }
    } else if (type.equals("message/rfc822") || isMailFile(part)) {
      enclose(part);
    } else if (type.equals("message/delivery-status")) {
      deliveryStatus = deliveryStatus.isEmpty() ? MailText.of(part, LONGEST_TEXT) : deliveryStatus;
    } else if (type.equals("text/rfc822-headers")) {
      returnedHeaders =
          returnedHeaders.isEmpty() ? MailText.of(part, LONGEST_TEXT) : returnedHeaders;
    } else if (!Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
      if (type.equals("text/plain") && plain.isEmpty()) {
        plain = MailText.of(part, LONGEST_TEXT);
      } else if (type.equals("text/html") && html.isEmpty()) {
        html = MailText.of(part, LONGEST_TEXT);
      }
    }
  }

  private void enclose(MimePart part) throws MessagingException, IOException {
    if (enclosed.size() < MOST_ENCLOSED) {
      try (var content = part.getInputStream()) {
        // it is a part of what is in memory already, so that it cannot be larger
        enclosed.add(content.readAllBytes());
      }
    }
  }

  /** Some programs attach a mail as a file of no known type. */
  private static boolean isMailFile(MimePart part) {
    try {
      var name = part.getFileName();
      return name != null && name.toLowerCase(Locale.ROOT).endsWith(".eml");
    } catch (MessagingException nonsense) {
      return false;
    }
  }

  /** None when they cannot be told apart: the headers are still good for something. */
  private static List<MimePart> parts(MimePart whole) throws MessagingException {
    try {
      var multipart = new MimeMultipart(new MimePartDataSource(whole));
      var parts = new ArrayList<MimePart>();
      for (int i = 0; i < multipart.getCount(); i++) {
        if (multipart.getBodyPart(i) instanceof MimePart part) {
          parts.add(part);
        }
      }
      return parts;
    } catch (ParseException broken) {
      return List.of();
    }
  }

  private static @Nullable String disposition(MimePart part) {
    try {
      return part.getDisposition();
    } catch (MessagingException nonsense) {
      return null;
    }
  }

  private static String mediaType(MimePart part) {
    try {
      return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
    } catch (MessagingException nonsense) {
      return "text/plain";
    }
  }

  private static Properties settings() {
    var settings = new Properties();
    settings.setProperty("mail.mime.address.strict", "false");
    settings.setProperty("mail.mime.allowutf8", "true");
    return settings;
  }
}
