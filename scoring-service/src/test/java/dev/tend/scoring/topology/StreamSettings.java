package dev.tend.scoring.topology;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that the service runs with, read from its own {@code application.properties}. */
final class StreamSettings {
  private static final String PREFIX = "kafka-streams.";
  private static final int SOURCE_ORDINAL = 100;

  private StreamSettings() {}

  static Properties of(String application, String bootstrapServers, Path stateDir) {
    var config = config();
    var settings = new Properties();
    for (var name : config.getPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        settings.put(name.substring(PREFIX.length()), config.getConfigValue(name).getValue());
      }
    }
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    return settings;
  }

  private static SmallRyeConfig config() {
    try {
      var properties = StreamSettings.class.getResource("/application.properties");
      return new SmallRyeConfigBuilder()
          .addDefaultInterceptors()
          .addDefaultSources()
          .withSources(new PropertiesConfigSource(properties, SOURCE_ORDINAL))
          .withConverter(Duration.class, 200, new DurationConverter())
          .withMapping(ScoringConfig.class)
          .build();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
