package dev.tend.scoring.explain;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Makes a problem of what ends a request before JAX-RS sees it: a missing role, a wrong address.
 */
final class RoutingProblems {
  private static final int BEFORE_QUARKUS = -10_000;

  private RoutingProblems() {}

  static void install(@Observes Router router) {
    var _ = router.route().order(BEFORE_QUARKUS).failureHandler(RoutingProblems::answer);
    var _ = router.errorHandler(404, RoutingProblems::answer);
  }

  /** Ends a request with a problem. */
  static void end(HttpServerResponse response, Problem problem) {
    var _ =
        response
            .setStatusCode(problem.status())
            .putHeader("Content-Type", Problem.MEDIA_TYPE)
            .end(Buffer.buffer(Codec.DOOR.write(problem)));
  }

  private static void answer(RoutingContext request) {
    var response = request.response();
    int status = status(request);
    if (response.headWritten() || status >= 500) {
      request.next();
      return;
    }
    if (status == 401) {
      var _ = response.putHeader("WWW-Authenticate", "Bearer");
    }
    end(response, StatusProblems.of(status));
    // what is still on its way is let through and dropped, else the caller never hears the answer
    var _ = request.request().resume();
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
