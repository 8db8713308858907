package dev.tend.notify.http;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.ConnectionException;

/** Tells a caller who comes while the database is away to come back. */
final class Unreachable {
  private static final String RETRY_SECONDS = "5";
  private static final Logger LOG = Logger.getLogger(Unreachable.class);

  @ServerExceptionMapper
  Response database(ConnectionException away) {
    LOG.warn("A request found no database");
    var problem = Problem.of(503, "Not now", "The database cannot be reached. Try again soon.");
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
        .entity(Codec.DOOR.write(problem))
        .build();
  }
}
