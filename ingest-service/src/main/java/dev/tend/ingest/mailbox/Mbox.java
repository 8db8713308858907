package dev.tend.ingest.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the mails of an mbox file (RFC 4155) one after the other, of which never more than one is
 * in memory. A mail begins at a line {@code From sender date}, which follows an empty line or
 * stands at the start. A {@code >} before such a line within a mail is taken off, whether it was
 * put there by the rule of mboxrd or by that of mboxo; a line {@code From } without a time, which
 * some programs do not mark, is text. For one thread.
 */
final class Mbox {
  private static final int LONGEST_LINE_READ = 1 << 16;
  private static final int LONGEST_SEPARATOR = 400;
  private static final Pattern SEPARATOR = Pattern.compile("From \\S.*\\d{1,2}:\\d{2}.*");
  private static final Pattern MARKED = Pattern.compile(">+From .*", Pattern.DOTALL);

  private final InputStream file;
  private final int largest;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean started;
  private boolean inSeparator;

  /**
   * Reads from here; the caller closes it.
   *
   * @param largest bytes of one mail
   */
  Mbox(InputStream file, int largest) {
    this.file = new BufferedInputStream(file);
    this.largest = largest;
  }

  /**
   * A mail.
   *
   * @param bytes as they are; cut off when it is too large
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(byte[] bytes, boolean tooLarge) {}

  /** The next mail; empty at the end. */
  Optional<Found> next() throws IOException {
    if (!started && !start()) {
      return Optional.empty();
    }
    var mail = new ByteArrayOutputStream();
    boolean blank = false;
    boolean begins = true;
    boolean tooLarge = false;
    boolean any = inSeparator;
    inSeparator = false;
    while (piece()) {
      any = true;
      if (begins && blank && isSeparator()) {
        inSeparator = true;
        return Optional.of(new Found(mail.toByteArray(), tooLarge));
      }
      var bytes = line.toByteArray();
      int from = begins && isMarked(bytes) ? 1 : 0;
      tooLarge = tooLarge || mail.size() + bytes.length > largest;
      if (!tooLarge) {
        mail.write(bytes, from, bytes.length - from);
      }
      blank = begins && (bytes.length == 1 || (bytes.length == 2 && bytes[0] == '\r'));
      begins = bytes[bytes.length - 1] == '\n';
    }
    return any ? Optional.of(new Found(mail.toByteArray(), tooLarge)) : Optional.empty();
  }

  /** Goes to the first mail; a file that begins otherwise holds none. */
  private boolean start() throws IOException {
    started = true;
    do {
      if (!piece()) {
        return false;
      }
    } while (line.toString(ISO_8859_1).isBlank());
    inSeparator = isSeparator();
    return inSeparator;
  }

  /** Reads a line, or as much of one as may be in memory; false at the end of the file. */
  private boolean piece() throws IOException {
    line.reset();
    int read = file.read();
    while (read >= 0) {
      line.write(read);
      if (read == '\n' || line.size() == LONGEST_LINE_READ) {
        return true;
      }
      read = file.read();
    }
    return line.size() > 0;
  }

  private boolean isSeparator() {
    return line.size() <= LONGEST_SEPARATOR
        && SEPARATOR.matcher(line.toString(ISO_8859_1).strip()).matches();
  }

  private static boolean isMarked(byte[] line) {
    return line[0] == '>' && MARKED.matcher(new String(line, ISO_8859_1)).matches();
  }
}
