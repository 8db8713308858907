package dev.tend.ingest.lookup;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Points the look-ups of a Quarkus test to a stand-in. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable StandIn standIn;

  @Override
  public Map<String, String> start() {
    var started = new StandIn();
    standIn = started;
    try {
      var mapping = Files.createTempFile("tend-mapping", ".yaml");
      return Map.of(
          "tend.ingest.lookup.address",
          started.address(),
          "tend.ingest.lookup.mapping",
          Files.writeString(mapping, HttpProviderTest.MAPPING).toString(),
          "tend.ingest.lookup.headers.\"Authorization\"",
          "Bearer sesame",
          "tend.ingest.lookup.per-day",
          "20",
          "tend.ingest.lookup.per-minute",
          "600",
          "tend.ingest.lookup.timeout",
          "2s");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        standIn == null ? List.of() : standIn.asked(),
        new TestInjector.AnnotatedAndMatchesType(Asked.class, List.class));
  }

  @Override
  public void stop() {
    if (standIn != null) {
      standIn.close();
    }
  }

  /** The slugs that the stand-in was asked for. */
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
  @interface Asked {}
}
