package dev.tend.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.IngestConfig.SignatureEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {
  /** The example of the specification's reference libraries, with its published signature. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
  private static final Map<String, String> STANDARD =
      Map.of(
          "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
          "webhook-timestamp", "1614265330",
          "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

  @Test
  void believesStandardWebhooks() {
    assertThat(check(STANDARD, BODY, NOW, SECRET)).contains("msg_p5jXN8AQM9LWM0D4loKWxJek");
  }

  @Test
  void believesEitherSecretWhileOneIsReplaced() {
    assertThat(check(STANDARD, BODY, NOW, "whsec_bmV3", SECRET)).isPresent();
    assertThat(check(STANDARD, BODY, NOW, SECRET, "whsec_bmV3")).isPresent();
    forged("webhook-signature", STANDARD, BODY, NOW, "whsec_bmV3");
  }

  @Test
  void findsItsSignatureAmongOthers() {
    var several =
        with(
            "webhook-signature",
            "v1a,AAAA v1,bm9wZQ== v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v2,xx");

    assertThat(check(several, BODY, NOW, SECRET)).isPresent();
  }

  @Test
  void whatWasChangedOnTheWayIsNotBelieved() {
    forged("webhook-signature", STANDARD, "{\"test\": 2432232315}".getBytes(UTF_8), NOW, SECRET);
    forged("webhook-signature", with("webhook-id", "msg_other"), BODY, NOW, SECRET);
    forged("webhook-signature", with("webhook-timestamp", "1614265331"), BODY, NOW, SECRET);
    forged("webhook-signature", with("webhook-signature", "v1,"), BODY, NOW, SECRET);
    forged("webhook-signature", with("webhook-signature", "v1,%%%"), BODY, NOW, SECRET);
    forged(
        "webhook-signature",
        with("webhook-signature", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        BODY,
        NOW,
        SECRET);
  }

  @Test
  void whatIsOldOrOfTheFutureIsNotBelieved() {
    assertThat(check(STANDARD, BODY, NOW.plusSeconds(300), SECRET)).isPresent();
    forged("webhook-timestamp", STANDARD, BODY, NOW.plusSeconds(301), SECRET);
    forged("webhook-timestamp", STANDARD, BODY, NOW.minusSeconds(301), SECRET);
    forged("webhook-timestamp", with("webhook-timestamp", "soon"), BODY, NOW, SECRET);
  }

  @Test
  void eachMissingHeaderIsNamed() {
    for (var name : STANDARD.keySet()) {
      var less = new java.util.HashMap<>(STANDARD);
      less.remove(name);
      forged(name, less, BODY, NOW, SECRET);
    }
  }

  @Test
  void believesASignatureThatHoldsItsOwnTime() {
    var signing =
        new Signing(
            "x-id", "x-time", "x-signature", "{timestamp}.{body}", "v1", SignatureEncoding.HEX);
    // printf '1614265330.{"test": 2432232314}' | openssl dgst -sha256 -hmac secret
    var headers = Map.of("x-signature", "t=1614265330,v1=" + HEX_OF_TIME_AND_BODY);

    assertThat(signature(signing, "secret").check(headers::get, BODY, NOW)).isEmpty();
  }

  @Test
  void believesAVersionThatStandsInWhatIsSigned() {
    var signing =
        new Signing(
            "x-id",
            "x-request-timestamp",
            "x-signature",
            "v0:{timestamp}:{body}",
            "v0",
            SignatureEncoding.HEX);
    // printf 'v0:1614265330:{"test": 2432232314}' | openssl dgst -sha256 -hmac secret
    var headers =
        Map.of(
            "x-request-timestamp",
            "1614265330",
            "x-signature",
            "v0=" + HEX_OF_VERSION_TIME_AND_BODY);

    assertThat(signature(signing, "secret").check(headers::get, BODY, NOW)).isEmpty();
  }

  @Test
  void believesABareSignatureAndMillis() {
    var signing =
        new Signing(
            "x-id", "x-time", "x-signature", "{timestamp}.{body}", "none", SignatureEncoding.HEX);
    var headers = Map.of("x-time", "1614265330000", "x-signature", HEX_OF_MILLIS_AND_BODY);

    assertThat(signature(signing, "secret").check(headers::get, BODY, NOW)).isEmpty();
  }

  @Test
  void whatWouldProveNothingFailsTheStart() {
    assertThatThrownBy(() -> signature(Signing.standard(), ""))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tend.ingest.webhooks.acme.secrets");
    assertThatThrownBy(() -> signature(Signing.standard(), "whsec_%%"))
        .hasMessageContaining("Base64");
    var timeless =
        new Signing("x-id", "x-time", "x-signature", "{body}", "none", SignatureEncoding.HEX);
    assertThatThrownBy(() -> signature(timeless, "secret")).hasMessageContaining("{timestamp}");
  }

  private static final String HEX_OF_TIME_AND_BODY =
      "d0c5e92cbfd6a4ad865333d1e79ed52ba82849d84281eff5e3c3233e92439630";
  private static final String HEX_OF_VERSION_TIME_AND_BODY =
      "22c0add565c53351fd2c8c52e0c3005fac61e83a5cc232394d41b70d5c4c7e51";
  private static final String HEX_OF_MILLIS_AND_BODY =
      "a389bcb91b92a43d8cca90578444a046ffdd58b8b3f81832d1922fe5c8d41a6f";

  private static Optional<String> check(
      Map<String, String> headers, byte[] body, Instant now, String... secrets) {
    return signature(Signing.standard(), secrets).check(headers::get, body, now);
  }

  private static void forged(
      String field, Map<String, String> headers, byte[] body, Instant now, String secret) {
    assertThatThrownBy(() -> check(headers, body, now, secret))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().field()).isEqualTo(field));
  }

  private static Map<String, String> with(String name, String value) {
    var changed = new java.util.HashMap<>(STANDARD);
    changed.put(name, value);
    return changed;
  }

  private static Signature signature(IngestConfig.Signing signing, String... secrets) {
    return new Signature("acme", signing, List.of(secrets));
  }

  private record Signing(
      String idHeader,
      String timestampHeader,
      String signatureHeader,
      String content,
      String version,
      SignatureEncoding encoding)
      implements IngestConfig.Signing {
    static Signing standard() {
      return new Signing(
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature",
          "{id}.{timestamp}.{body}",
          "v1",
          SignatureEncoding.BASE64);
    }

    @Override
    public Duration tolerance() {
      return Duration.ofMinutes(5);
    }
  }
}
