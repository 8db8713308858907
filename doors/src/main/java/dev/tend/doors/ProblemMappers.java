package dev.tend.doors;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of whatever ends a request before its time. Found by Quarkus, not called. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException ended, HttpServerRequest request) {
    var response = answer(ended.problem());
    ended
        .retryAfter()
        .ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
    if (ended.problem().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Signature");
    }
    if (ended.problem().status() == Response.Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode()) {
      closeAfter(response, request);
    }
    return response.build();
  }

  /** What JAX-RS itself refuses: no such address, method or media type. */
  @ServerExceptionMapper
  Response framework(WebApplicationException refused) {
    var from = refused.getResponse();
    var response = answer(StatusProblems.of(from.getStatus()));
    if (from.getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, from.getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException anonymous) {
    return answer(StatusProblems.of(401)).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException denied) {
    return answer(StatusProblems.of(403)).build();
  }

  /** The caller went away in the middle of the body, or sent it too slowly. */
  @ServerExceptionMapper
  Response broken(IOException connection, HttpServerRequest request) {
    LOG.debug("A request ended before its body did", connection);
    var response =
        answer(Problem.of(400, "Not valid", "The body ended before it was complete, or stalled."));
    closeAfter(response, request);
    return response.build();
  }

  @ServerExceptionMapper
  Response fault(RuntimeException fault) {
    var id = UUID.randomUUID();
    LOG.errorf(fault, "A request failed, id %s", id);
    return answer(
            Problem.of(
                500,
                "A fault in Tend",
                "The request failed for a reason of Tend's own; the log names it under %s."
                    .formatted(id)))
        .build();
  }

  /** The rest of the body may still be on its way. HTTP/2 has a way of its own to say so. */
  private static void closeAfter(Response.ResponseBuilder response, HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2) {
      response.header("Connection", "close");
    }
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(Codec.DOOR.write(problem));
  }
}
