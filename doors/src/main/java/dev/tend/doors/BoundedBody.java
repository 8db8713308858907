package dev.tend.doors;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads a request's body into memory, within a bound. */
public final class BoundedBody {
  /**
   * What is read and thrown away of a body that is too large, so that a caller who sends first and
   * listens later hears why. Larger than any body that somebody sends by mistake.
   */
  private static final long DRAINED_BYTES = 128L << 20;

  private BoundedBody() {}

  /**
   * Reads a body whole.
   *
   * @param limit in bytes
   * @throws ProblemException 413 when it is longer than {@code limit}, whatever its Content-Length
   *     says; 415 when it comes compressed
   */
  public static byte[] read(InputStream body, HttpHeaders headers, int limit) throws IOException {
    refuseEncoded(headers);
    if (headers.getLength() > limit) {
      throw tooLarge(body, limit);
    }
    var whole = body.readNBytes(limit + 1);
    if (whole.length > limit) {
      throw tooLarge(body, limit);
    }
    return whole;
  }

  /**
   * Refuses a compressed body: nothing is unpacked at the door, so that a small body cannot become
   * a large one.
   */
  public static void refuseEncoded(HttpHeaders headers) {
    var encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.toLowerCase(Locale.ROOT).strip().equals("identity")) {
      throw ProblemException.mediaType("Send the body as it is, without Content-Encoding.");
    }
  }

  /** The answer to a body of more than {@code limit} bytes, after hearing the caller out. */
  public static ProblemException tooLarge(InputStream body, long limit) throws IOException {
    var chunk = new byte[1 << 16];
    long drained = 0;
    for (int read = 0; read >= 0 && drained < DRAINED_BYTES; read = body.read(chunk)) {
      drained += read;
    }
    return ProblemException.tooLarge("The body is larger than " + limit + " bytes.");
  }
}
