package dev.tend.notify.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium that is spoken to by the DevTools protocol. It is offline but for files. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 30;

  private final Process process;
  private final WebSocket socket;
  private final HttpClient client;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();

  private Browser(Process process, String address) {
    this.process = process;
    client = HttpClient.newHttpClient();
    socket = client.newWebSocketBuilder().buildAsync(URI.create(address), new Answers()).join();
  }

  /** Where a Chromium is on this machine, if there is one. */
  static Optional<Path> executable() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path executable) throws IOException {
    // Chromium's helpers write to it a little longer than Chromium lives, so it is left to `make
    // clean`
    var profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "chromium");
    var process =
        new ProcessBuilder(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("DevTools listening on ")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return new Browser(process, line.substring("DevTools listening on ".length()));
      }
    }
    throw new IOException(executable + " ended without listening");
  }

  /** Opens a file as somebody with that screen and that taste would see it. */
  Tab open(Path file, int width, boolean dark) {
    var target = command(null, "Target.createTarget", Map.of("url", "about:blank"));
    var targetId = target.path("targetId").asText();
    var session =
        command(null, "Target.attachToTarget", Map.of("targetId", targetId, "flatten", true))
            .path("sessionId")
            .asText();
    command(
        session,
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 700, "deviceScaleFactor", 1, "mobile", width < 500));
    var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    command(session, "Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    command(session, "Page.navigate", Map.of("url", file.toUri().toString()));
    var tab = new Tab(targetId, session);
    tab.evaluate(
        "new Promise(done => document.readyState === 'complete' ? done(1) : addEventListener('load', () => done(1)))");
    return tab;
  }

  private JsonNode command(@Nullable String session, String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    var message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", JSON.valueToTree(parameters));
    if (session != null) {
      message.put("sessionId", session);
    }
    var answer = new CompletableFuture<JsonNode>();
    open.put(id, answer);
    socket.sendText(message.toString(), true).join();
    var said = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (said.has("error")) {
      throw new IllegalStateException(method + ": " + said.path("error"));
    }
    return said.path("result");
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** One open page. */
  final class Tab implements AutoCloseable {
    private final String target;
    private final String session;

    private Tab(String target, String session) {
      this.target = target;
      this.session = session;
    }

    /** The value of an expression, awaited if it is a promise. */
    JsonNode evaluate(String expression) {
      var result =
          command(
              session,
              "Runtime.evaluate",
              Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
      if (result.has("exceptionDetails")) {
        throw new IllegalStateException(result.path("exceptionDetails").toString());
      }
      return result.path("result").path("value");
    }

    /**
     * What axe finds against WCAG 2.2 AA and good practice, one line each. A mail is no page, so it
     * need not have a main region, and the question is a letter without a heading.
     */
    List<String> violations(String axe) {
      evaluate(axe);
      var found =
          evaluate(
              """
              axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                                 rules: {region: {enabled: false}, 'landmark-one-main': {enabled: false},
                                         'page-has-heading-one': {enabled: false}}})
                  .then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html + ' ' + n.failureSummary)))
              """);
      var lines = new ArrayList<String>();
      found.forEach(line -> lines.add(line.asText()));
      return lines;
    }

    /** Whether something is wider than the screen. */
    boolean overflows() {
      return evaluate("document.documentElement.scrollWidth > window.innerWidth").asBoolean();
    }

    byte[] screenshot() {
      var size = command(session, "Page.getLayoutMetrics", Map.of()).path("cssContentSize");
      var clip =
          Map.of(
              "x",
              0,
              "y",
              0,
              "width",
              size.path("width").asInt(),
              "height",
              size.path("height").asInt(),
              "scale",
              1);
      var shot =
          command(
              session,
              "Page.captureScreenshot",
              Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
      return Base64.getDecoder().decode(shot.path("data").asText());
    }

    @Override
    public void close() {
      command(null, "Target.closeTarget", Map.of("targetId", target));
    }
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        var whole = message.toString();
        message.setLength(0);
        answered(whole);
      }
      from.request(1);
      return null;
    }

    private void answered(String whole) {
      try {
        var node = JSON.readTree(whole);
        var waiting = open.remove(node.path("id").asInt());
        if (waiting != null) {
          waiting.complete(node);
        }
      } catch (IOException broken) {
        open.values().forEach(waiting -> waiting.completeExceptionally(broken));
      }
    }
  }
}
