package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private HttpServer server;
  private Door door;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    var address = URI.create("http://localhost:" + server.getAddress().getPort());
    door = new Door("ingest-service", address, "a-token");
  }

  @AfterEach
  void close() {
    door.close();
    server.stop(0);
  }

  @Test
  void showsTheTokenAndReadsWhatComesBack() throws Exception {
    server.createContext(
        "/invitations",
        exchange -> {
          boolean known =
              "Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          var body = ("{\"accepted\": " + (known ? 1 : 0) + "}").getBytes(UTF_8);
          exchange.sendResponseHeaders(202, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });

    var answer = door.post("/invitations", "application/json", "{}".getBytes(UTF_8));

    assertThat(answer.agreed().path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void anAnswerWithoutABodyAgrees() throws Exception {
    server.createContext(
        "/members/amy.chen",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });

    assertThat(door.put("/members/amy.chen", "application/json", new byte[0]).agreed().isNull())
        .isTrue();
  }

  @Test
  void aRefusalIsToldInTheWordsOfTheService() throws Exception {
    server.createContext(
        "/members/amy.chen",
        exchange -> {
          var body =
              """
              {"type": "about:blank", "title": "Invalid", "status": 400, "detail": "name is required",
               "errors": [{"field": "name", "reason": "is required"}]}
              """
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(400, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    var answer = door.put("/members/amy.chen", "application/json", new byte[0]);

    assertThatThrownBy(answer::agreed)
        .isInstanceOf(StoryBrokenException.class)
        .hasMessage("ingest-service at PUT /members/amy.chen answered 400: name is required");
  }

  @Test
  void aServiceThatIsNotThereIsNamedWithItsAddress() {
    server.stop(0);

    assertThatThrownBy(() -> door.get("/members/amy.chen"))
        .isInstanceOf(StoryBrokenException.class)
        .hasMessageStartingWith("ingest-service does not answer at GET http://localhost:")
        .hasMessageEndingWith("/members/amy.chen: nobody listens there");
  }
}
