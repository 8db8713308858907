package dev.tend.scoring.explain;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of whatever ends a request before its time. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException ended) {
    return answer(ended.problem()).build();
  }

  /** What JAX-RS itself refuses: no such address, method or media type. */
  @ServerExceptionMapper
  public Response framework(WebApplicationException refused) {
    var from = refused.getResponse();
    var response = answer(StatusProblems.of(from.getStatus()));
    if (from.getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, from.getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException anonymous) {
    return answer(StatusProblems.of(401)).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException denied) {
    return answer(StatusProblems.of(403)).build();
  }

  /** The caller went away in the middle of the body, or sent it too slowly. */
  @ServerExceptionMapper
  public Response broken(IOException connection) {
    LOG.debug("A request ended before its body did", connection);
    return answer(
            Problem.of(400, "Not valid", "The body ended before it was complete, or stalled."))
        .build();
  }

  @ServerExceptionMapper
  public Response fault(RuntimeException fault) {
    var id = UUID.randomUUID();
    LOG.errorf(fault, "A request failed, id %s", id);
    return answer(
            Problem.of(
                500,
                "A fault in Tend",
                "The request failed for a reason of Tend's own; the log names it under "
                    + id
                    + "."))
        .build();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(Codec.DOOR.write(problem));
  }
}
