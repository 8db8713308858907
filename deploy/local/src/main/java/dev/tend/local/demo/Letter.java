package dev.tend.local.demo;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody found in their mailbox.
 *
 * @param messageId with its angle brackets
 * @param from name and address
 * @param replyTo the address that an answer goes to
 * @param text the plain part
 */
record Letter(String messageId, String from, String replyTo, String subject, String text) {

  static Letter of(Message message) throws MessagingException, IOException {
    return new Letter(
        message instanceof MimeMessage mime ? or(mime.getMessageID(), "") : "",
        first(message.getFrom()).map(Letter::readable).orElse(""),
        first(message.getReplyTo()).map(InternetAddress::getAddress).orElse(""),
        or(message.getSubject(), ""),
        plain(message).orElse(""));
  }

  private static Optional<InternetAddress> first(Address @Nullable [] addresses) {
    return addresses == null
            || addresses.length == 0
            || !(addresses[0] instanceof InternetAddress one)
        ? Optional.empty()
        : Optional.of(one);
  }

  /** Without the quotes and encodings that a header needs. */
  private static String readable(InternetAddress address) {
    var name = address.getPersonal();
    return name == null ? address.getAddress() : name + " <" + address.getAddress() + ">";
  }

  private static Optional<String> plain(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return Optional.of(part.getContent().toString());
    }
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        var found = plain(several.getBodyPart(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  @Override
  public String toString() {
    return "Letter[" + messageId + "]";
  }
}
