package dev.tend.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.ingest.IngestConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void aProviderIsSetUpByTheEnvironmentAlone() {
    var config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .addDefaultInterceptors()
            .withMapping(IngestConfig.class)
            .withSources(
                new EnvConfigSource(
                    Map.of(
                        "TEND_INGEST_SPOOL", "/var/lib/tend",
                        "TEND_INGEST_WEBHOOKS_ACME_MAPPING", "/etc/tend/acme.yaml",
                        "TEND_INGEST_WEBHOOKS_ACME_SECRETS", "old,new",
                        "TEND_INGEST_WEBHOOKS_ACME_SIGNING_CONTENT", "{timestamp}.{body}",
                        "TEND_INGEST_LOOKUP_ADDRESS", "https://data.example/{slug}"),
                    300),
                new PropertiesConfigSource(
                    Map.of("tend.ingest.webhooks.acme.accounts.\"a/b c\"", "amy.chen"),
                    "file",
                    250))
            .build()
            .getConfigMapping(IngestConfig.class);

    var acme = config.webhooks().get("acme");
    assertThat(acme).isNotNull();
    assertThat(acme.mapping()).isEqualTo("/etc/tend/acme.yaml");
    assertThat(acme.secrets()).containsExactly("old", "new");
    assertThat(acme.signing().content()).isEqualTo("{timestamp}.{body}");
    assertThat(acme.accounts()).containsExactly(Map.entry("a/b c", "amy.chen"));
    assertThat(config.lookup().address()).contains("https://data.example/{slug}");
  }
}
