package dev.tend.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The built ingest-service in a process of its own, with a small heap, so that a test can measure
 * it, and kill it as an operating system does. Its log is in {@code target/ingest-process.log}.
 */
final class IngestProcess implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String bootstrapServers;
  private final Path spool;
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Process process;

  private IngestProcess(String bootstrapServers, Path spool, int port) {
    this.bootstrapServers = bootstrapServers;
    this.spool = spool;
    this.port = port;
    process = launched();
    awaitReady();
  }

  /** Starts it, and returns when it is ready. */
  static IngestProcess start(String bootstrapServers, Path spool) {
    return new IngestProcess(bootstrapServers, spool, freePort());
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  private Process launched() {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-jar",
            JAR.toString());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(Path.of("target", "ingest-process.log").toFile()));
    var environment = builder.environment();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    environment.put("QUARKUS_OIDC_PUBLIC_KEY", Tokens.publicKey());
    environment.put("TEND_INGEST_SPOOL", spool.toString());
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    try {
      return builder.start();
    } catch (IOException notBuilt) {
      throw new UncheckedIOException(notBuilt);
    }
  }

  private void awaitReady() {
    await("ingest-service is ready")
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              assertThat(process.isAlive()).as("see target/ingest-process.log").isTrue();
              var request = HttpRequest.newBuilder(address("/q/health/ready")).build();
              return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
            });
  }

  URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** Ends it at once, and starts it again. */
  void killAndStart() throws InterruptedException {
    process.destroyForcibly().waitFor();
    process = launched();
    awaitReady();
  }

  void put(Member member) throws IOException, InterruptedException {
    var request =
        request("/members/" + member.id())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(Codec.DOOR.write(member)))
            .build();
    assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
  }

  /** Uploads an archive, and returns the path of its report. */
  String upload(String member, Path archive) throws IOException, InterruptedException {
    var request =
        request("/members/" + member + "/archive")
            .header("Content-Type", "application/zip")
            .POST(BodyPublishers.ofFile(archive))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  JsonNode report(String path) throws IOException, InterruptedException {
    var answer = http.send(request(path).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return switch (Codec.DOOR.tree(answer.body())) {
      case Decoded.Value<JsonNode>(var report) -> report;
      case Decoded.Refused<JsonNode> refused ->
          throw new AssertionError(refused.refusal().sentence());
    };
  }

  /** The report at the end. */
  JsonNode finished(String path, Duration atMost) {
    return await("the import ends")
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> report(path), report -> !report.path("state").asText().equals("running"));
  }

  /** The most memory that the process had, all of it, in MiB; -1 where the system does not say. */
  long peakMegabytes() throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1L);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path))
        .header("Authorization", "Bearer " + Tokens.of("ingest"));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
