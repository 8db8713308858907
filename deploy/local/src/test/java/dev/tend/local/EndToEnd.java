package dev.tend.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.testing.Mailbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A whole Tend for a test: the launcher's stack with the real services as child processes, on ports
 * of its own and in a folder of the test's, and a client for its doors.
 */
final class EndToEnd implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EndToEnd.class.getName());

  /** Held here, since the logging framework forgets a level when nobody holds its logger. */
  private static final List<Logger> QUIET =
      Stream.of("org.apache.kafka", "kafka", "io.zonky.test", "com.icegreen.greenmail")
          .map(Logger::getLogger)
          .toList();

  private final DataFolder data;
  private final Stack stack;
  private final RunningStack running;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private EndToEnd(DataFolder data, Stack stack, RunningStack running) {
    this.data = data;
    this.stack = stack;
    this.running = running;
  }

  static EndToEnd start(Path folder) throws Exception {
    return start(folder, plan -> plan);
  }

  /**
   * @param changes what shall be different from the stack of {@code make up}
   */
  static EndToEnd start(Path folder, UnaryOperator<Plan> changes) throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    // the mail server throws, in a thread of its own, when a client that is killed breaks off
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    var data = DataFolder.open(folder);
    var plan = changes.apply(Plan.local(data, freePortBase()));
    var stack = new Stack(plan, InstantSource.system(), EndToEnd::log);
    try {
      return new EndToEnd(data, stack, stack.start());
    } catch (CannotStartException | InterruptedException | RuntimeException failed) {
      stack.close();
      data.close();
      throw failed;
    }
  }

  private static void log(String sentence) {
    LOG.log(System.Logger.Level.INFO, sentence);
  }

  /** Below the range from which systems hand out ports of their own accord. */
  private static int freePortBase() {
    var random = new Random();
    for (int attempt = 0; attempt < 100; attempt++) {
      int base = 20_000 + 10 * random.nextInt(1_000);
      try {
        new Ports(base).requireFree(java.util.EnumSet.allOf(Port.class));
        return base;
      } catch (CannotStartException taken) {
        log("Not on " + base + ": " + taken.getMessage());
      }
    }
    throw new IllegalStateException("this machine has no seven free ports in a row");
  }

  RunningStack running() {
    return running;
  }

  Stack stack() {
    return stack;
  }

  Mailbox mailbox(String address) {
    return new Mailbox("127.0.0.1", running.imapPort(), address);
  }

  void put(Member member) throws Exception {
    var request =
        request("/members/" + member.id())
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(Codec.DOOR.write(member)));
    var answer = send(request);
    assertThat(answer.statusCode()).as("PUT of a member: %s", text(answer)).isEqualTo(204);
  }

  /** Posts invitations as lines of JSON. */
  HttpResponse<byte[]> post(List<Invitation> invitations) throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    for (var invitation : invitations) {
      body.writeBytes(Codec.DOOR.write(invitation));
      body.write('\n');
    }
    return send(
        request("/invitations")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  void postAccepted(Invitation... invitations) throws Exception {
    var answer = post(List.of(invitations));
    assertThat(answer.statusCode()).as("POST of invitations: %s", text(answer)).isEqualTo(202);
  }

  /** What a client does that an answer comes to. */
  interface Sending {
    HttpResponse<byte[]> send() throws IOException, InterruptedException;
  }

  /** A client as it should be: what was not taken with a 202 is sent again. */
  static void untilTaken(Sending sending) {
    await("it is taken")
        .atMost(Duration.ofMinutes(5))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> isTaken(sending));
  }

  private static boolean isTaken(Sending sending) throws InterruptedException {
    try {
      var answer = sending.send();
      assertThat(answer.statusCode()).as(text(answer)).isIn(202, 503);
      return answer.statusCode() == 202;
    } catch (IOException nobodyThere) {
      return false;
    }
  }

  /** Hands a mail in, as the mailbox would. */
  HttpResponse<byte[]> postMail(String mail) throws Exception {
    return send(
        request("/mail")
            .header("Content-Type", "message/rfc822")
            .POST(BodyPublishers.ofString(mail)));
  }

  /** Asks notify to do something. */
  int postToNotify(String path) throws Exception {
    return send(request(running.notifyUrl(), path).POST(BodyPublishers.noBody())).statusCode();
  }

  /** Erases somebody, and returns the address of the receipt. */
  String erase(String path) throws Exception {
    var answer = send(request(running.ingestUrl(), path).DELETE());
    assertThat(answer.statusCode()).as("DELETE of %s: %s", path, text(answer)).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
  }

  /** What notify tells under a path; a missing node while it answers with anything but 200. */
  JsonNode told(String path) throws IOException, InterruptedException {
    return told(running.notifyUrl(), path);
  }

  /** What ingest tells under a path, as {@link #told(String)}. */
  JsonNode toldByIngest(String path) throws IOException, InterruptedException {
    return told(running.ingestUrl(), path);
  }

  private JsonNode told(URI service, String path) throws IOException, InterruptedException {
    var answer = send(request(service, path).GET());
    if (answer.statusCode() != 200) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
    return json(answer);
  }

  /** The JSON of an answer. */
  static JsonNode json(HttpResponse<byte[]> answer) {
    return switch (Codec.DOOR.tree(answer.body())) {
      case Decoded.Value<JsonNode>(var tree) -> tree;
      case Decoded.Refused<JsonNode> refused ->
          throw new AssertionError(answer.uri() + " " + refused.refusal().sentence());
    };
  }

  /** An answer without a token. */
  HttpResponse<byte[]> anonymously(URI address) throws Exception {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /** A request to ingest-service, with a token. */
  HttpRequest.Builder request(String path) {
    return request(running.ingestUrl(), path);
  }

  private HttpRequest.Builder request(URI service, String path) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .header("Authorization", "Bearer " + running.token());
  }

  /** Whatever else a client may ask. */
  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
  }

  /** The text of an answer, for messages. */
  static String text(HttpResponse<byte[]> answer) {
    return answer.statusCode() + " " + new String(answer.body(), UTF_8);
  }

  @Override
  public void close() {
    http.close();
    stack.close();
    data.close();
  }
}
