package dev.tend.scoring.explain;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads a request's body into memory, within a bound. */
final class Body {
  /** An invitation with five hundred colleagues and their histories stays well below. */
  static final int LARGEST = 1 << 20;

  /**
   * What is read and thrown away of a body that is too large, so that a caller who sends first and
   * listens later hears why.
   */
  private static final long DRAINED = 128L << 20;

  private Body() {}

  /**
   * Reads a body whole.
   *
   * @throws ProblemException 413 when it is longer than {@link #LARGEST}, whatever its
   *     Content-Length says; 415 when it comes compressed
   */
  static byte[] read(InputStream body, HttpHeaders headers) throws IOException {
    var encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.toLowerCase(Locale.ROOT).strip().equals("identity")) {
      throw ProblemException.mediaType("Send the body as it is, without Content-Encoding.");
    }
    var whole = headers.getLength() > LARGEST ? new byte[0] : body.readNBytes(LARGEST + 1);
    if (headers.getLength() > LARGEST || whole.length > LARGEST) {
      drain(body);
      throw ProblemException.tooLarge("The body is larger than " + LARGEST + " bytes.");
    }
    return whole;
  }

  private static void drain(InputStream body) throws IOException {
    var chunk = new byte[1 << 16];
    long drained = 0;
    for (int read = 0; read >= 0 && drained < DRAINED; read = body.read(chunk)) {
      drained += read;
    }
  }
}
