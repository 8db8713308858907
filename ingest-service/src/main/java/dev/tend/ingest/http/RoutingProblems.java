package dev.tend.ingest.http;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Makes a problem of what ends a request before JAX-RS sees it: chiefly a missing or bad token.
 *
 * <p>Whether a request may come in is decided by the permissions in {@code application.properties}.
 * Quarkus answers an anonymous one without a body, hence it is answered here before it gets there.
 */
final class RoutingProblems {
  private static final int BEFORE_QUARKUS = -10_000;

  private RoutingProblems() {}

  static void install(@Observes Router router) {
    router
        .route()
        .order(BEFORE_QUARKUS)
        .handler(RoutingProblems::requireToken)
        .failureHandler(RoutingProblems::answer);
    router.errorHandler(404, RoutingProblems::answer);
  }

  private static void requireToken(RoutingContext request) {
    boolean open = request.normalizedPath().startsWith("/q/health");
    var credentials = request.request().getHeader("Authorization");
    if (open || (credentials != null && credentials.regionMatches(true, 0, "Bearer ", 0, 7))) {
      request.next();
    } else {
      request.fail(401);
    }
  }

  private static void answer(RoutingContext request) {
    var response = request.response();
    if (response.headWritten()) {
      request.next();
      return;
    }
    int status = status(request);
    if (status >= 500) {
      request.next();
      return;
    }
    if (status == 401 && !response.headers().contains("WWW-Authenticate")) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(Buffer.buffer(Codec.DOOR.write(StatusProblems.of(status))));
  }

  private static int status(RoutingContext request) {
    var failure = request.failure();
    if (failure instanceof UnauthorizedException || failure instanceof AuthenticationException) {
      return 401;
    }
    if (failure instanceof ForbiddenException) {
      return 403;
    }
    return request.statusCode() < 0 ? 500 : request.statusCode();
  }
}
