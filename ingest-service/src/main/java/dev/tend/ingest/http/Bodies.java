package dev.tend.ingest.http;

import dev.tend.doors.BoundedBody;
import dev.tend.doors.ProblemException;
import dev.tend.ingest.IngestConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads request bodies into memory within two bounds: one for each body, whatever its
 * Content-Length says, and one for all of them together. Thread-safe.
 */
@Startup
@ApplicationScoped
public class Bodies {
  private static final int CHUNK = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final IngestConfig config;
  private final Semaphore chunks;

  Bodies(IngestConfig config) {
    this.config = config;
    long room = config.bodiesInMemory().asLongValue();
    if (room < config.invitations().largestBody().asLongValue()
        || room < config.mail().largestMessage().asLongValue()
        || room < config.crm().largestUpload().asLongValue()) {
      throw new IllegalStateException(
          "Set tend.ingest.bodies-in-memory to at least the largest body that is taken.");
    }
    chunks = new Semaphore((int) (room / CHUNK));
  }

  /**
   * Reads a body whole, makes something of it, and does something with that. The body's share of
   * memory is free again only when this returns, since what was made of it takes as much; the body
   * itself is free before.
   *
   * @throws ProblemException 413 when it is longer than {@code limit}, 503 when too many bodies are
   *     in memory, 415 when it comes compressed
   */
  public <P, T> T read(
      InputStream body,
      HttpHeaders headers,
      MemorySize limit,
      Function<byte[], P> reading,
      Function<P, T> use)
      throws IOException {
    BoundedBody.refuseEncoded(headers);
    long most = limit.asLongValue();
    if (headers.getLength() > most) {
      throw BoundedBody.tooLarge(body, most);
    }
    var share = new Share();
    try {
      return use.apply(reading.apply(whole(body, headers.getLength(), most, share)));
    } finally {
      chunks.release(share.held);
    }
  }

  /**
   * A body that states its length takes its share at once, so that whoever has begun can finish.
   * One that does not takes a small share, and the largest one when it turns out to be large.
   */
  private byte[] whole(InputStream body, long stated, long most, Share share) throws IOException {
    boolean room = share.holds(stated < 0 ? CHUNK : stated);
    var whole = new ByteArrayOutputStream((int) Math.max(CHUNK, room ? stated : 0));
    var chunk = new byte[CHUNK];
    long size = 0;
    for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
      size += read;
      if (size > most) {
        throw BoundedBody.tooLarge(body, most);
      }
      room = room && (share.has(size) || share.holds(most));
      if (room) {
        whole.write(chunk, 0, read);
      }
    }
    if (!room) {
      // after hearing the caller out: who sends first listens later
      throw ProblemException.later(
          config.retryAfter(), "Too many large requests at once. Try again soon.");
    }
    return whole.toByteArray();
  }

  /** What one body holds of the memory for all. */
  private final class Share {
    private int held;

    boolean has(long size) {
      return size <= (long) held * CHUNK;
    }

    /** Waits for room, but not for long. */
    boolean holds(long size) {
      int wanted = (int) ((size + CHUNK - 1) / CHUNK) - held;
      try {
        boolean granted =
            wanted <= 0 || chunks.tryAcquire(wanted, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        held += granted ? Math.max(0, wanted) : 0;
        return granted;
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
