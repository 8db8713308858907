package dev.tend.ingest.view;

import dev.tend.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every view has caught up with its topic. */
@Readiness
@ApplicationScoped
class ViewsReady implements HealthCheck {
  private final Views views;

  ViewsReady(Views views) {
    this.views = views;
  }

  @Override
  public HealthCheckResponse call() {
    var behind = views.behind();
    var health = HealthCheckResponse.named("views");
    if (!behind.isEmpty()) {
      health.withData(
          "behind", behind.stream().map(Topic::fullName).collect(Collectors.joining(", ")));
    }
    return health.status(behind.isEmpty()).build();
  }
}
