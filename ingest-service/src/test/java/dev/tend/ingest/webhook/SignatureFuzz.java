package dev.tend.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.IngestConfig.SignatureEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The headers of a delivery that nobody signed: none of them is believed. */
public final class SignatureFuzz {
  private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final List<Signature> CHECKS =
      List.of(
          check("{id}.{timestamp}.{body}", "v1", SignatureEncoding.BASE64),
          check("{timestamp}.{body}", "v0", SignatureEncoding.HEX),
          check("{timestamp}.{body}", "none", SignatureEncoding.HEX));

  private SignatureFuzz() {}

  /** Headers, one a line: {@code id: …}, {@code time: …}, {@code signature: …}. */
  public static void fuzzerTestOneInput(byte[] input) {
    var headers = headers(new String(input, UTF_8));
    for (var check : CHECKS) {
      try {
        var _ = check.check(headers::get, BODY, NOW);
        throw new AssertionError("nobody signed it, and it is believed");
      } catch (RefusedException refused) {
        if (refused.refusal().reason().isBlank()) {
          throw new AssertionError("refused without a reason", refused);
        }
      }
    }
  }

  private static Map<String, String> headers(String lines) {
    var headers = new HashMap<String, String>();
    lines
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(
            header -> {
              var _ = headers.put(header[0], header.length > 1 ? header[1].strip() : "");
            });
    return headers;
  }

  private static Signature check(String content, String version, SignatureEncoding encoding) {
    return new Signature(
        "acme", new Signing(content, version, encoding), List.of("a secret of many letters"));
  }

  private record Signing(String content, String version, SignatureEncoding encoding)
      implements IngestConfig.Signing {
    @Override
    public String idHeader() {
      return "id";
    }

    @Override
    public String timestampHeader() {
      return "time";
    }

    @Override
    public String signatureHeader() {
      return "signature";
    }

    @Override
    public Duration tolerance() {
      return Duration.ofMinutes(5);
    }
  }
}
