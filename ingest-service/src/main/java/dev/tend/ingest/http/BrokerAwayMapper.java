package dev.tend.ingest.http;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.publish.BrokerAwayException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a caller to come back when the broker does. */
@Singleton
class BrokerAwayMapper {
  private final IngestConfig config;

  BrokerAwayMapper(IngestConfig config) {
    this.config = config;
  }

  @ServerExceptionMapper
  Response away(BrokerAwayException away) {
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, Math.max(1, config.retryAfter().toSeconds()))
        .entity(Codec.DOOR.write(Problem.of(503, "Not now", away.sentence())))
        .build();
  }
}
