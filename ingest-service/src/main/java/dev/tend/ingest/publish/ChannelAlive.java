package dev.tend.ingest.publish;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as events can go out when the broker is there; its absence is no reason to die. */
@Liveness
@ApplicationScoped
class ChannelAlive implements HealthCheck {
  private final Publisher publisher;

  ChannelAlive(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("channel").status(publisher.open()).build();
  }
}
