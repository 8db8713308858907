package dev.tend.local;

import java.nio.file.Path;

/** The three services, in the order in which they are stopped: intake first. */
enum Service {
  INGEST("ingest-service", Port.INGEST),
  SCORING("scoring-service", Port.SCORING),
  NOTIFY("notify-service", Port.NOTIFY);

  private final String title;
  private final Port port;

  Service(String title, Port port) {
    this.title = title;
    this.port = port;
  }

  /** Its name, which is also its folder in the checkout. */
  String title() {
    return title;
  }

  Port port() {
    return port;
  }

  /**
   * What Quarkus built. The launcher runs it where it lies and copies nothing, so that a service
   * that is built anew runs at the next start.
   */
  Path jar(Path checkout) {
    return checkout.resolve(title).resolve(Path.of("target", "quarkus-app", "quarkus-run.jar"));
  }
}
