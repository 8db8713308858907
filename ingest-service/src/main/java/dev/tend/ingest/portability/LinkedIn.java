package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.ingest.IngestConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Speaks with LinkedIn: OAuth 2 (RFC 6749), and the snapshot and the changelog of the Member Data
 * Portability API. It follows no redirect, so that a token goes to no other host, and reads no
 * answer beyond a bound. Thread-safe; the calling thread waits.
 */
final class LinkedIn implements AutoCloseable {
  /** How long the application rests, when LinkedIn does not say. */
  private static final Duration SOME_TIME = Duration.ofMinutes(5);

  private static final String FORM = "application/x-www-form-urlencoded";

  private final IngestConfig.Portability config;
  private final PortabilityMetrics metrics;
  private final InstantSource time;
  private final HttpClient http;

  /** Until then no member's data are asked for: the application has used up its calls. */
  private final AtomicReference<Instant> closedUntil = new AtomicReference<>(Instant.MIN);

  LinkedIn(IngestConfig.Portability config, PortabilityMetrics metrics, InstantSource time) {
    this.config = config;
    this.metrics = metrics;
    this.time = time;
    http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(config.timeout())
            .build();
  }

  /** Where the member consents. */
  URI authorisation(String state, String challenge) {
    var query = new LinkedHashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", config.clientId().orElseThrow());
    query.put("redirect_uri", config.redirect().orElseThrow().toString());
    query.put("scope", config.scope());
    query.put("state", state);
    if (config.pkce()) {
      query.put("code_challenge", challenge);
      query.put("code_challenge_method", "S256");
    }
    return URI.create(config.authorization() + "?" + encoded(query));
  }

  /** Exchanges the code with which the member came back. */
  Grant exchanged(String code, String verifier) throws Trouble, InterruptedException {
    var form = credentials("authorization_code");
    form.put("code", code);
    form.put("redirect_uri", config.redirect().orElseThrow().toString());
    if (config.pkce()) {
      form.put("code_verifier", verifier);
    }
    return grant(form);
  }

  /** Exchanges the refresh token. LinkedIn may answer with another one, or with none. */
  Grant refreshed(Grant before) throws Trouble, InterruptedException {
    var form = credentials("refresh_token");
    form.put("refresh_token", before.refreshToken());
    var fresh = grant(form);
    return fresh.refreshToken().isEmpty()
        ? new Grant(
            fresh.accessToken(),
            fresh.expiresAt(),
            before.refreshToken(),
            before.refreshableUntil())
        : fresh;
  }

  /** A page of a domain of the snapshot; empty behind the last one. */
  Page snapshot(Grant grant, Domain domain, int start) throws Trouble, InterruptedException {
    return page(
        grant,
        Call.SNAPSHOT,
        "/memberSnapshotData?q=criteria&domain=%s&start=%d".formatted(domain, start));
  }

  /** A page of the changelog from a time on, in milliseconds, inclusive; empty behind the last. */
  Page changes(Grant grant, long startTime, int start) throws Trouble, InterruptedException {
    return page(
        grant,
        Call.CHANGELOG,
        "/memberChangeLogs?q=memberAndApplication&startTime=%d&start=%d&count=%d"
            .formatted(startTime, start, config.pageSize()));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private Map<String, String> credentials(String type) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", type);
    form.put("client_id", config.clientId().orElseThrow());
    form.put("client_secret", config.clientSecret().orElseThrow());
    return form;
  }

  private Grant grant(Map<String, String> form) throws Trouble, InterruptedException {
    var request =
        HttpRequest.newBuilder(config.token())
            .timeout(config.timeout())
            .header("Content-Type", FORM)
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    return counted(
        Call.TOKEN,
        () -> {
          var answer = sent(request);
          if (answer.statusCode() == 400 || answer.statusCode() == 401) {
            // invalid_grant (RFC 6749, section 5.2): revoked, used before, or at its end
            throw Trouble.of(
                Trouble.Kind.UNAUTHORISED, "LinkedIn does not take the grant any more");
          }
          var json = tree(answer).orElseThrow(LinkedIn::noGrant);
          var now = time.instant();
          var token = json.path("access_token").asText();
          var lives = json.path("expires_in").asLong();
          if (token.isEmpty() || lives <= 0) {
            throw noGrant();
          }
          long refreshable = json.path("refresh_token_expires_in").asLong();
          return new Grant(
              token,
              now.plusSeconds(lives),
              json.path("refresh_token").asText(),
              refreshable > 0 ? now.plusSeconds(refreshable) : null);
        });
  }

  private static Trouble noGrant() {
    return Trouble.of(Trouble.Kind.UNREADABLE, "LinkedIn's token answer holds no token");
  }

  private Page page(Grant grant, Call call, String path) throws Trouble, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(config.api() + path))
            .timeout(config.timeout())
            .header("Authorization", "Bearer " + grant.accessToken())
            .header("LinkedIn-Version", config.version())
            .header("Accept", "application/json")
            .GET()
            .build();
    return counted(
        call,
        () -> tree(sent(request)).map(json -> Page.of(json.path("elements"))).orElse(Page.END));
  }

  private HttpResponse<byte[]> sent(HttpRequest request) throws Trouble, InterruptedException {
    try {
      return http.send(
          request,
          HttpResponse.BodyHandlers.limiting(
              HttpResponse.BodyHandlers.ofByteArray(), config.largestAnswer().asLongValue()));
    } catch (IOException away) {
      throw Trouble.of(
          Trouble.Kind.AWAY, "LinkedIn does not answer (" + away.getClass().getSimpleName() + ")");
    }
  }

  /** The answer's JSON; empty for a 404, by which LinkedIn says that there is nothing more. */
  private Optional<JsonNode> tree(HttpResponse<byte[]> answer) throws Trouble {
    int status = answer.statusCode();
    return switch (status) {
      case 200 -> Optional.of(json(answer));
      case 404 -> Optional.empty();
      case 401 ->
          throw Trouble.of(Trouble.Kind.UNAUTHORISED, "LinkedIn does not take the token any more");
      case 403 ->
          throw Trouble.of(Trouble.Kind.FORBIDDEN, "LinkedIn does not let Tend read the member");
      case 429 -> throw RateLimit.of(answer, time.instant());
      default ->
          throw Trouble.of(
              status >= 500 ? Trouble.Kind.AWAY : Trouble.Kind.UNREADABLE,
              "LinkedIn answers with status " + status + code(answer));
    };
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws Trouble {
    return switch (Codec.TOPIC.tree(answer.body())) {
      case Decoded.Value<JsonNode>(var json) -> json;
      case Decoded.Refused<JsonNode>(var reason, var refusal) ->
          throw Trouble.of(Trouble.Kind.UNREADABLE, "LinkedIn's answer " + refusal.reason());
    };
  }

  /** The number that LinkedIn gives its error, never its words: they may name somebody. */
  private static String code(HttpResponse<byte[]> answer) {
    return switch (Codec.TOPIC.tree(answer.body())) {
      case Decoded.Value<JsonNode>(var json)
          when json.path("serviceErrorCode").isIntegralNumber() ->
          " (serviceErrorCode " + json.path("serviceErrorCode").asLong() + ")";
      case Decoded.Value<JsonNode> _, Decoded.Refused<JsonNode> _ -> "";
    };
  }

  private <T> T counted(Call call, Calling<T> calling) throws Trouble, InterruptedException {
    var until = closedUntil.get();
    if (call != Call.TOKEN && time.instant().isBefore(until)) {
      throw Trouble.limited(true, "LinkedIn takes no more calls of the application", until);
    }
    try {
      T answer = calling.call();
      metrics.called(call, Optional.empty());
      return answer;
    } catch (Trouble trouble) {
      metrics.called(call, Optional.of(trouble.kind()));
      if (trouble.kind() == Trouble.Kind.ALL_LIMITED) {
        var again = trouble.until();
        closedUntil.set(again == null ? time.instant().plus(SOME_TIME) : again);
      }
      throw trouble;
    }
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** What is asked of LinkedIn; the label of the metric. */
  enum Call {
    TOKEN,
    SNAPSHOT,
    CHANGELOG
  }

  /**
   * A page of an answer.
   *
   * @param elements none behind the last page
   */
  record Page(List<JsonNode> elements) {
    static final Page END = new Page(List.of());

    static Page of(JsonNode elements) {
      return new Page(elements.valueStream().toList());
    }

    boolean isEnd() {
      return elements.isEmpty();
    }

    @Override
    public String toString() {
      return "Page[" + elements.size() + "]";
    }
  }

  @FunctionalInterface
  private interface Calling<T> {
    T call() throws Trouble, InterruptedException;
  }
}
