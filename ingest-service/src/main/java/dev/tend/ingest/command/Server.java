package dev.tend.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The doors of ingest-service, as this program uses them. Thread-safe. */
final class Server implements AutoCloseable {
  private static final int PIPE = 1 << 16;
  private static final int BUSY = 503;
  private static final int MOST_ATTEMPTS = 20;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final Duration UPLOAD_WITHIN = Duration.ofHours(2);

  private final URI address;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Server(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Whether there is a member of this id. */
  boolean knows(String member) throws IOException, InterruptedException, RefusedException {
    var answer = http.send(request("/members/" + member).GET().build(), BodyHandlers.ofByteArray());
    return switch (answer.statusCode()) {
      case 200 -> true;
      case 404, 400 -> false;
      default -> throw refused(answer);
    };
  }

  /**
   * Sends an export, again while the server is busy.
   *
   * @param sent told how many bytes have gone out
   * @return the path of the report
   */
  String send(String member, Export export, LongConsumer sent)
      throws IOException, InterruptedException, RefusedException {
    for (int attempt = 1; ; attempt++) {
      var request =
          request("/members/" + member + "/archive")
              .header("Content-Type", "application/zip")
              .timeout(UPLOAD_WITHIN)
              .POST(BodyPublishers.ofInputStream(() -> packed(export, sent)))
              .build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() == 202) {
        return answer.headers().firstValue("Location").orElseThrow(() -> refused(answer));
      }
      if (answer.statusCode() != BUSY || attempt == MOST_ATTEMPTS) {
        throw refused(answer);
      }
      Thread.sleep(retryAfter(answer));
    }
  }

  /** The report of an import. */
  JsonNode report(String path) throws IOException, InterruptedException, RefusedException {
    var answer = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw refused(answer);
    }
    return switch (Codec.DOOR.tree(answer.body())) {
      case Decoded.Value<JsonNode>(var report) -> report;
      case Decoded.Refused<JsonNode>(var _, var refusal) ->
          throw new RefusedException("The report " + refusal.reason(), false);
    };
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + token);
  }

  /** The zip, made by another thread while this one is read. */
  private static InputStream packed(Export export, LongConsumer sent) {
    try {
      var in = new PipedInputStream(PIPE);
      var out = new PipedOutputStream(in);
      var broken = new Broken(in);
      var _ =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (out) {
                      export.writeTo(new Counted(out, sent));
                    } catch (IOException failed) {
                      broken.because(failed);
                    }
                  });
      return broken;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(PAUSE);
  }

  private static RefusedException refused(HttpResponse<byte[]> answer) {
    var sentence =
        switch (Codec.DOOR.tree(answer.body())) {
          case Decoded.Value<JsonNode>(var problem) -> problem.path("detail").asText("");
          case Decoded.Refused<JsonNode> _ -> "";
        };
    var said =
        sentence.isEmpty()
            ? new String(answer.body(), UTF_8).lines().findFirst().orElse("")
            : sentence;
    return new RefusedException(
        "The server answers " + answer.statusCode() + (said.isEmpty() ? "." : ": " + said),
        answer.statusCode() >= 500);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** The server does not do it; the sentence says why. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String sentence;
    private final boolean passing;

    RefusedException(String sentence, boolean passing) {
      super(sentence);
      this.sentence = sentence;
      this.passing = passing;
    }

    String sentence() {
      return sentence;
    }

    /** Whether it may go well later. */
    boolean isPassing() {
      return passing;
    }
  }

  private static final class Counted extends FilterOutputStream {
    private final LongConsumer sent;
    private long bytes;

    Counted(OutputStream out, LongConsumer sent) {
      super(out);
      this.sent = sent;
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      out.write(from, start, length);
      bytes += length;
      sent.accept(bytes);
    }
  }

  /** Fails where its writer failed, so that half a zip is never taken for a whole one. */
  private static final class Broken extends FilterInputStream {
    private volatile @Nullable IOException reason;

    Broken(InputStream in) {
      super(in);
    }

    void because(IOException failed) {
      reason = failed;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      var failed = reason;
      if (read < 0 && failed != null) {
        throw failed;
      }
      return read;
    }
  }
}
