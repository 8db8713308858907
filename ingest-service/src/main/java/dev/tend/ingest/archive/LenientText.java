package dev.tend.ingest.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file that is UTF-8, or should be: what is no UTF-8 is read as Windows-1252, byte by
 * byte, which is what older exports and spreadsheets write. A byte order mark decides, and is left
 * out; with one, UTF-16 is read as well. For one thread.
 */
final class LenientText extends Reader {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int CHUNK = 1 << 16;
  private static final int MARK_LENGTH = 3;

  private final InputStream file;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
  private final CharBuffer chars = CharBuffer.allocate(CHUNK).flip();
  private boolean ended;

  private LenientText(InputStream file) {
    this.file = file;
  }

  /** Opens a file; closing the text closes it. */
  static Reader of(InputStream file) throws IOException {
    var marked = new BufferedInputStream(file, CHUNK);
    marked.mark(MARK_LENGTH);
    var start = marked.readNBytes(MARK_LENGTH);
    marked.reset();
    if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      return new InputStreamReader(marked, StandardCharsets.UTF_16);
    }
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      marked.skipNBytes(MARK_LENGTH);
    }
    return new LenientText(marked);
  }

  private static boolean startsWith(byte[] start, int... mark) {
    if (start.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(into, from, count);
    return count;
  }

  private void decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        chars.put(WESTERN.decode(bytes.slice(bytes.position(), 1)));
        bytes.get();
      }
      decoder.reset();
    }
    chars.flip();
    if (result.isUnderflow() && !chars.hasRemaining()) {
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = file.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
