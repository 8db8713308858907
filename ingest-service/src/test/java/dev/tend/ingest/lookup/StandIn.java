package dev.tend.ingest.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A provider of profiles on a port of this machine. What it answers stands in the slug: {@code
 * unknown-…}, {@code failing-…}, {@code slow-…}, {@code huge-…}, {@code broken-…}, {@code other-…}
 * and {@code moved-…}; whoever else is asked about works at Contoso.
 */
final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/people/", this::answer);
    server.start();
  }

  /** The template of its address. */
  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/people/{slug}?full=true";
  }

  /** The paths that were asked for, in their order. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath();
    var slug = path.substring("/people/".length());
    asked.add(slug);
    if (!"Bearer sesame".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, "{}");
    } else {
      switch (slug.split("-", 2)[0]) {
        case "unknown" -> send(exchange, 404, "{}");
        case "failing" -> send(exchange, 503, "{}");
        case "broken" -> send(exchange, 200, "{\"oops\"");
        case "other" -> send(exchange, 200, profile("somebody-else"));
        case "moved" -> {
          exchange.getResponseHeaders().set("Location", "/people/thief");
          send(exchange, 302, "");
        }
        case "huge" -> send(exchange, 200, "[\"" + "x".repeat(3 << 20) + "\"]");
        case "slow" -> trickle(exchange);
        default -> send(exchange, 200, profile(slug));
      }
    }
  }

  private static String profile(String slug) {
    return """
    {"data": {"slug": "%s", "headline": "Analyst", "jobs": [{"at": "Contoso", "as": "Analyst", "from": "3/1/2015"}]}}
    """
        .formatted(slug);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      var body = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** The head comes at once, and the body never ends. */
  private static void trickle(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
