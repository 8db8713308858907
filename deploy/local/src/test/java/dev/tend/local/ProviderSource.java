package dev.tend.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.tend.events.Member;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A provider that delivers by webhook: again what was not taken and, as providers do, some of what
 * was.
 */
record ProviderSource(EndToEnd tend, Member member) implements LiveSource {
  private static final String SECRET = "a-secret-of-the-provider";

  /** For ingest-service, so that the provider's account is this member's. */
  static Map<String, String> settings(Member member) {
    return Map.of(
        "TEND_INGEST_WEBHOOKS_UNIPILE_MAPPING",
        "unipile",
        "TEND_INGEST_WEBHOOKS_UNIPILE_SECRETS",
        SECRET,
        "TEND_INGEST_WEBHOOKS_UNIPILE_ACCOUNTS_ACC",
        member.id());
  }

  @Override
  public void tell(int first) {
    var body =
        IntStream.range(first, first + SHARE)
            .mapToObj(
                i ->
                    "{\"object\":\"InvitationReceived\",\"id\":\"inv_%d\",\"parsed_datetime\":\"2026-03-14T10:12:34Z\",\"inviter\":{\"inviter_name\":\"Provider %d\",\"inviter_public_identifier\":\"provider-%d\"}}"
                        .formatted(i, i, i))
            .collect(joining(",", "{\"account_id\":\"acc\",\"items\":[", "]}"));
    EndToEnd.untilTaken(() -> tend.send(delivery("msg_" + first, body)));
    if (first % (4 * SHARE) == 0) {
      // the answer was lost on its way to the provider
      EndToEnd.untilTaken(() -> tend.send(delivery("msg_" + first, body)));
    }
  }

  private HttpRequest.Builder delivery(String id, String body) {
    long seconds = InstantSource.system().instant().getEpochSecond();
    return HttpRequest.newBuilder(tend.running().ingestUrl().resolve("/webhooks/unipile"))
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(seconds))
        .header("webhook-signature", "v1," + signed(id + "." + seconds + "." + body))
        .POST(BodyPublishers.ofString(body));
  }

  private static String signed(String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
