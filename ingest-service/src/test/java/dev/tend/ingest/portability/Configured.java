package dev.tend.ingest.portability;

import dev.tend.ingest.IngestConfig;
import dev.tend.testing.linkedin.LinkedInStandIn;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The settings of this room, as they are read from a file, for a stand-in of LinkedIn. */
final class Configured {
  static final String KEYS = "test:" + Base64.getEncoder().encodeToString(new byte[32]);

  private Configured() {}

  /** For a stand-in at this port of this machine. */
  static Map<String, String> at(int port) {
    var prefix = "tend.ingest.portability.";
    return Map.of(
        prefix + "client-id",
        LinkedInStandIn.CLIENT,
        prefix + "client-secret",
        LinkedInStandIn.SECRET,
        prefix + "redirect",
        "https://tend.firm.example/portability/callback",
        prefix + "keys",
        KEYS,
        prefix + "authorization",
        "http://localhost:" + port + "/oauth/v2/authorization",
        prefix + "token",
        "http://localhost:" + port + "/oauth/v2/accessToken",
        prefix + "api",
        "http://localhost:" + port + "/rest");
  }

  static IngestConfig.Portability of(Map<String, String> keys) {
    var all = new HashMap<>(keys);
    all.put("tend.ingest.spool", "/nowhere");
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IngestConfig.class)
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .build()
        .getConfigMapping(IngestConfig.class)
        .portability();
  }
}
