package dev.tend.ingest.http;

import dev.tend.doors.BoundedBody;
import dev.tend.doors.ProblemException;
import dev.tend.ingest.IngestConfig;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads request bodies into memory within two bounds: one for each body, whatever its
 * Content-Length says, and one for all of them together. Thread-safe.
 */
@ApplicationScoped
public class Bodies {
  private static final int CHUNK = 1 << 16;

  private final IngestConfig config;
  private final Semaphore chunks;

  Bodies(IngestConfig config) {
    this.config = config;
    chunks = new Semaphore((int) Math.max(1, config.bodiesInMemory().asLongValue() / CHUNK));
  }

  /**
   * Reads a body whole and hands it on; its share of memory is free again when {@code use} returns.
   *
   * @throws ProblemException 413 when it is longer than {@code limit}, 503 when too many bodies are
   *     in memory, 415 when it comes compressed
   */
  public <T> T read(InputStream body, HttpHeaders headers, MemorySize limit, Use<T> use)
      throws IOException {
    BoundedBody.refuseEncoded(headers);
    long most = limit.asLongValue();
    if (headers.getLength() > most) {
      throw BoundedBody.tooLarge(body, most);
    }
    int held = 0;
    try {
      var whole = new ByteArrayOutputStream(CHUNK);
      var chunk = new byte[CHUNK];
      for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
        if (whole.size() + (long) read > most) {
          throw BoundedBody.tooLarge(body, most);
        }
        whole.write(chunk, 0, read);
        while ((long) held * CHUNK < whole.size()) {
          if (!chunks.tryAcquire()) {
            throw ProblemException.later(
                config.retryAfter(), "Too many large requests at once. Try again soon.");
          }
          held++;
        }
      }
      return use.of(whole.toByteArray());
    } finally {
      chunks.release(held);
    }
  }

  /** What is done with a body. */
  @FunctionalInterface
  public interface Use<T> {
    T of(byte[] body);
  }
}
