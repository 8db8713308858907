package dev.tend.testing.linkedin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tend.events.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * LinkedIn as its documentation describes it, for one member: the OAuth endpoints, the snapshot in
 * pages of its own size, the changelog in the order of time with an inclusive start, and its
 * errors. Thread-safe.
 */
public final class LinkedInStandIn implements AutoCloseable {
  public static final String VERSION = "202312";
  public static final String CLIENT = "tend-at-firm";
  public static final String SECRET = "client secret/+";

  private final HttpServer server;
  private final Map<String, List<Map<String, String>>> snapshot = new ConcurrentHashMap<>();
  private final List<Map<String, Object>> changes = new CopyOnWriteArrayList<>();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final Map<String, String> challenges = new ConcurrentHashMap<>();
  private final Set<String> accessTokens = ConcurrentHashMap.newKeySet();
  private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile int rowsInPage = 2;
  private volatile int refusal;
  private volatile String stall = "";
  private volatile boolean newestFirst;
  private volatile boolean ignoresStart;

  private LinkedInStandIn(HttpServer server) {
    this.server = server;
  }

  public static LinkedInStandIn start() {
    return start(0);
  }

  /** At this port; 0 for any. */
  public static LinkedInStandIn start(int port) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      var standIn = new LinkedInStandIn(server);
      server.createContext("/oauth/v2/authorization", standIn::authorise);
      server.createContext("/oauth/v2/accessToken", standIn::token);
      server.createContext("/rest/memberSnapshotData", standIn::snapshot);
      server.createContext("/rest/memberChangeLogs", standIn::changelog);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return standIn;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** A token that is good. */
  public String accessToken() {
    return remembered(accessTokens, "access");
  }

  /** A refresh token that is good. */
  public String refreshToken() {
    return remembered(refreshTokens, "refresh");
  }

  /** From now on no access token that was given out is good. */
  public void expireAccessTokens() {
    accessTokens.clear();
  }

  /** From now on no token of any kind is good. */
  public void revoke() {
    accessTokens.clear();
    refreshTokens.clear();
  }

  /** The rows of a domain, by LinkedIn's name of it, in place of those before. */
  public LinkedInStandIn has(String domain, List<Map<String, String>> rows) {
    snapshot.put(domain, List.copyOf(rows));
    return this;
  }

  public LinkedInStandIn inPagesOf(int rows) {
    rowsInPage = rows;
    return this;
  }

  /** An element of the changelog. */
  public LinkedInStandIn tells(Map<String, Object> change) {
    changes.add(change);
    return this;
  }

  /** The next answer to a call whose path ends so is an error. */
  public LinkedInStandIn failsOnce(String path, int status, String message, String... headers) {
    failures.add(new Failure(path, status, message, List.of(headers)));
    return this;
  }

  /** Calls whose address holds this get no answer; none does, when it is empty. */
  public void stallsAt(String part) {
    stall = part;
  }

  /** The changelog comes in an order that nobody documented. */
  public void tellsTheNewestFirst() {
    newestFirst = true;
  }

  /** The changelog knows no pages. */
  public void ignoresStart() {
    ignoresStart = true;
  }

  /** From now on whatever is asked about members is answered so. */
  public void refusesEverybody(int status) {
    refusal = status;
  }

  /** The calls so far, as path and query. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  private record Failure(String path, int status, String message, List<String> headers) {}

  private String remembered(Set<String> tokens, String kind) {
    var token = kind + "-" + numbers.incrementAndGet();
    tokens.add(token);
    return token;
  }

  /** The member agrees at once, and is sent back. */
  private void authorise(HttpExchange call) throws IOException {
    var asked = parameters(call.getRequestURI().getRawQuery());
    var code = "code-" + numbers.incrementAndGet();
    challenges.put(code, asked.getOrDefault("code_challenge", ""));
    var back = asked.getOrDefault("redirect_uri", "");
    call.getResponseHeaders()
        .set("Location", back + "?code=" + code + "&state=" + asked.getOrDefault("state", ""));
    answer(call, 302, Map.of());
  }

  private void token(HttpExchange call) throws IOException {
    calls.add(call.getRequestURI().toString());
    if (failed(call)) {
      return;
    }
    var form = parameters(new String(call.getRequestBody().readAllBytes(), UTF_8));
    boolean known =
        CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
    boolean good =
        switch (form.getOrDefault("grant_type", "")) {
          case "authorization_code" -> isRedeemed(form);
          case "refresh_token" -> refreshTokens.contains(form.getOrDefault("refresh_token", ""));
          default -> false;
        };
    if (!known || !good) {
      answer(call, 400, Map.of("error", "invalid_grant", "error_description", "not good"));
      return;
    }
    var tokens = new LinkedHashMap<String, Object>();
    tokens.put("access_token", accessToken());
    tokens.put("expires_in", 5_184_000);
    tokens.put("scope", "r_dma_portability_3rd_party");
    if ("authorization_code".equals(form.get("grant_type"))) {
      tokens.put("refresh_token", refreshToken());
      tokens.put("refresh_token_expires_in", 31_536_000);
    }
    answer(call, 200, tokens);
  }

  /** A code is good once, for whoever asked for it. */
  private boolean isRedeemed(Map<String, String> form) {
    var challenge = challenges.remove(form.getOrDefault("code", ""));
    return challenge != null
        && (challenge.isEmpty()
            || challenge.equals(challengeOf(form.getOrDefault("code_verifier", ""))));
  }

  /** By the method S256 (RFC 7636, section 4.2). */
  private static String challengeOf(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** One element a page, as LinkedIn does it; {@code start} counts them. */
  private void snapshot(HttpExchange call) throws IOException {
    if (!isAllowed(call)) {
      return;
    }
    var asked = parameters(call.getRequestURI().getRawQuery());
    var domain = asked.getOrDefault("domain", "");
    int start = Integer.parseInt(asked.getOrDefault("start", "0"));
    var rows = snapshot.getOrDefault(domain, List.of());
    int from = start * rowsInPage;
    if (!"criteria".equals(asked.get("q")) || from >= rows.size()) {
      error(call, 404, "No data found for this memberId");
      return;
    }
    var page = rows.subList(from, Math.min(rows.size(), from + rowsInPage));
    answer(
        call,
        200,
        Map.of(
            "paging",
            Map.of("start", start, "count", 10, "links", List.of()),
            "elements",
            List.of(Map.of("snapshotDomain", domain, "snapshotData", page))));
  }

  private void changelog(HttpExchange call) throws IOException {
    if (!isAllowed(call)) {
      return;
    }
    var asked = parameters(call.getRequestURI().getRawQuery());
    long startTime = Long.parseLong(asked.getOrDefault("startTime", "0"));
    int start = Integer.parseInt(asked.getOrDefault("start", "0"));
    int count = Integer.parseInt(asked.getOrDefault("count", "10"));
    var byTime = Comparator.comparingLong(LinkedInStandIn::processedAt);
    var page =
        changes.stream()
            .filter(change -> processedAt(change) >= startTime)
            .sorted(newestFirst ? byTime.reversed() : byTime)
            .skip(ignoresStart ? 0 : start)
            .limit(count)
            .toList();
    answer(
        call,
        200,
        Map.of(
            "paging",
            Map.of("start", start, "count", count, "links", List.of()),
            "elements",
            page));
  }

  private static long processedAt(Map<String, Object> change) {
    return ((Number) change.getOrDefault("processedAt", 0L)).longValue();
  }

  private boolean isAllowed(HttpExchange call) throws IOException {
    calls.add(call.getRequestURI().toString());
    if (!stall.isEmpty() && call.getRequestURI().toString().contains(stall)) {
      return false;
    }
    if (failed(call)) {
      return false;
    }
    if (refusal > 0) {
      error(call, refusal, "Not enough permissions to access");
      return false;
    }
    var token = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
    if (!token.startsWith("Bearer ") || !accessTokens.contains(token.substring(7))) {
      error(call, 401, "The token used in the request has expired");
      return false;
    }
    if (!VERSION.equals(call.getRequestHeaders().getFirst("LinkedIn-Version"))) {
      error(call, 426, "Requested version is not active");
      return false;
    }
    return true;
  }

  private boolean failed(HttpExchange call) throws IOException {
    var next = failures.peek();
    if (next == null || !call.getRequestURI().toString().contains(next.path)) {
      return false;
    }
    failures.remove();
    for (int i = 0; i < next.headers.size(); i += 2) {
      call.getResponseHeaders().set(next.headers.get(i), next.headers.get(i + 1));
    }
    error(call, next.status, next.message);
    return true;
  }

  private static void error(HttpExchange call, int status, String message) throws IOException {
    answer(call, status, Map.of("status", status, "serviceErrorCode", 65_600, "message", message));
  }

  private static void answer(HttpExchange call, int status, Map<String, ?> body)
      throws IOException {
    var bytes = Codec.TOPIC.write(body);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    try (var out = call.getResponseBody()) {
      out.write(bytes);
    }
  }

  public static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(one -> one.split("=", 2))
        .collect(toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
  }

  public static Map<String, String> parametersOf(URI address) {
    return parameters(address.getRawQuery());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
