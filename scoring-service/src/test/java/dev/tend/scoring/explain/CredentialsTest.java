package dev.tend.scoring.explain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  @Test
  void aMissingIssuerIsSaidInOneSentence() {
    assertThatThrownBy(() -> Credentials.check(config(Map.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("QUARKUS_OIDC_AUTH_SERVER_URL")
        .hasMessageContaining("QUARKUS_OIDC_PUBLIC_KEY");
  }

  @Test
  void anIssuerOrAKeyIsEnough() {
    assertThatCode(
            () ->
                Credentials.check(
                    config(Map.of("quarkus.oidc.auth-server-url", "https://id.firm.example"))))
        .doesNotThrowAnyException();
    assertThatCode(() -> Credentials.check(config(Map.of("quarkus.oidc.public-key", "MIIB"))))
        .doesNotThrowAnyException();
  }

  private static Config config(Map<String, String> values) {
    return new SmallRyeConfigBuilder().withDefaultValues(values).build();
  }
}
