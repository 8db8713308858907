package dev.tend.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The HTTP door of one service, opened with the token. */
final class Door implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final String service;
  private final URI address;
  private final String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * A door.
   *
   * @param service its name, for sentences
   */
  Door(String service, URI address, String token) {
    this.service = service;
    this.address = address;
    this.token = token;
  }

  /** What came back, whatever it says. */
  Answer get(String path) throws StoryBrokenException, InterruptedException {
    return send("GET", path, "", new byte[0]);
  }

  Answer put(String path, String type, byte[] body)
      throws StoryBrokenException, InterruptedException {
    return send("PUT", path, type, body);
  }

  Answer post(String path, String type, byte[] body)
      throws StoryBrokenException, InterruptedException {
    return send("POST", path, type, body);
  }

  private Answer send(String method, String path, String type, byte[] body)
      throws StoryBrokenException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      var _ = request.header("Content-Type", type);
    }
    try {
      return new Answer(
          service + " at " + method + " " + path,
          http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException failed) {
      throw new StoryBrokenException(
          "%s does not answer at %s %s: %s"
              .formatted(service, method, address.resolve(path), why(failed)),
          failed);
    }
  }

  /** A connection that is refused brings no words of its own. */
  private static String why(IOException failed) {
    return failed instanceof ConnectException ? "nobody listens there" : failed.toString();
  }

  @Override
  public void close() {
    http.close();
  }

  /** An answer. */
  record Answer(String whose, HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    /** The body, once the service has agreed. */
    JsonNode agreed() throws StoryBrokenException {
      if (status() / 100 != 2) {
        throw new StoryBrokenException(whose + " answered " + status() + ": " + whyNot());
      }
      return response.body().length == 0 ? NullNode.getInstance() : json();
    }

    /** The address of what came to be. */
    String location() throws StoryBrokenException {
      return response
          .headers()
          .firstValue("Location")
          .orElseThrow(() -> new StoryBrokenException(whose + " names no Location"));
    }

    /** Why the service did not agree, in its own words. */
    String whyNot() {
      return switch (Codec.TOPIC.read(response.body(), Problem.class)) {
        case Decoded.Value<Problem>(var problem) -> problem.detail();
        case Decoded.Refused<Problem>(var reason, var refusal) -> "it does not say why";
      };
    }

    private JsonNode json() throws StoryBrokenException {
      return switch (Codec.TOPIC.tree(response.body())) {
        case Decoded.Value<JsonNode>(var tree) -> tree;
        case Decoded.Refused<JsonNode>(var reason, var refusal) ->
            throw new StoryBrokenException(whose + " answered something that is no JSON");
      };
    }
  }
}
