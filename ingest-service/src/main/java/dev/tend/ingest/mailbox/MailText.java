package dev.tend.ingest.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a part of a mail: its transfer encoding undone, its characters read, its lines ended
 * by {@code \n} alone, and lines that were wrapped for the way (format=flowed, RFC 3676) whole
 * again.
 */
final class MailText {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private MailText() {}

  /**
   * The text of a part, at most so many bytes of it.
   *
   * @throws IOException when its encoding cannot be undone
   */
  static String of(MimePart part, int mostBytes) throws MessagingException, IOException {
    byte[] bytes;
    try (var content = part.getInputStream()) {
      bytes = content.readNBytes(mostBytes);
    }
    var type = type(part);
    var text =
        text(bytes, type == null ? null : type.getParameter("charset"))
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace("\0", "");
    return type != null && "flowed".equalsIgnoreCase(type.getParameter("format"))
        ? unwrapped(text, "yes".equalsIgnoreCase(type.getParameter("delsp")))
        : text;
  }

  private static @Nullable ContentType type(MimePart part) {
    try {
      return new ContentType(part.getContentType());
    } catch (MessagingException nonsense) {
      return null;
    }
  }

  /**
   * What is named Latin-1 or ASCII (which Angus Mail takes for Latin-1), or nothing, or nonsense,
   * is UTF-8 where it can be; else Windows' superset of Latin-1, as browsers take it.
   */
  private static String text(byte[] bytes, @Nullable String name) {
    var charset = charset(name);
    if (charset != null && !charset.equals(StandardCharsets.ISO_8859_1)) {
      return new String(bytes, charset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, WESTERN);
    }
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(MimeUtility.javaCharset(name.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException odd) {
      return null;
    }
  }

  /**
   * Joins the lines that end with a space to the next one of the same depth of quotation; the line
   * above a signature is none of them.
   */
  static String unwrapped(String text, boolean withoutTheSpace) {
    var whole = new StringBuilder();
    int depth = -1;
    for (var line : text.split("\n", -1)) {
      int quotes = 0;
      while (quotes < line.length() && line.charAt(quotes) == '>') {
        quotes++;
      }
      var words = line.substring(quotes);
      words = words.startsWith(" ") ? words.substring(1) : words;
      boolean flows = words.endsWith(" ") && !words.equals("-- ");
      boolean continues = depth == quotes && !words.equals("-- ");
      if (!continues) {
        if (depth >= 0) {
          whole.append('\n');
        }
        whole.append(">".repeat(quotes)).append(quotes > 0 ? " " : "");
      }
      whole.append(flows && withoutTheSpace ? words.substring(0, words.length() - 1) : words);
      depth = flows ? quotes : -1;
      if (!flows) {
        whole.append('\n');
      }
    }
    if (!whole.isEmpty() && whole.charAt(whole.length() - 1) == '\n') {
      whole.setLength(whole.length() - 1);
    }
    return whole.toString();
  }
}
