package dev.tend.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Member;
import dev.tend.testing.linkedin.LinkedInStandIn;
import dev.tend.testing.linkedin.Wire;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * LinkedIn's portability API, for a member who has consented: its changelog tells of invitations,
 * and its snapshot names who sent them.
 */
final class ConsentSource implements LiveSource {
  private final LinkedInStandIn linkedin;

  /** LinkedIn matches by the minute when an invitation was sent, so no two share one. */
  private final Instant sent =
      InstantSource.system().instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofDays(14));

  private final List<Map<String, String>> rows = new ArrayList<>();

  private ConsentSource(LinkedInStandIn linkedin) {
    this.linkedin = linkedin;
  }

  /** For ingest-service, so that it reads from this LinkedIn, every second. */
  static Map<String, String> settings(LinkedInStandIn linkedin) {
    var address = "http://localhost:" + linkedin.port();
    var prefix = "TEND_INGEST_PORTABILITY_";
    return Map.of(
        prefix + "CLIENT_ID",
        LinkedInStandIn.CLIENT,
        prefix + "CLIENT_SECRET",
        LinkedInStandIn.SECRET,
        prefix + "REDIRECT",
        "https://tend.firm.example/portability/callback",
        prefix + "KEYS",
        "test:" + Base64.getEncoder().encodeToString(new byte[32]),
        prefix + "AUTHORIZATION",
        address + "/oauth/v2/authorization",
        prefix + "TOKEN",
        address + "/oauth/v2/accessToken",
        prefix + "API",
        address + "/rest",
        prefix + "EVERY",
        "1s");
  }

  /** Lets a member consent, as their browser would. */
  static ConsentSource agreed(EndToEnd tend, LinkedInStandIn linkedin, Member member)
      throws Exception {
    linkedin
        .inPagesOf(50)
        .has("PROFILE", List.of(Wire.profile("Dora", "Blum")))
        .has("CONNECTIONS", List.of(Wire.connection("somebody")));
    var begun =
        tend.send(
            tend.request("/members/" + member.id() + "/portability").POST(BodyPublishers.noBody()));
    assertThat(begun.statusCode()).as(EndToEnd.text(begun)).isEqualTo(201);
    var link = EndToEnd.json(begun).path("authorization").asText();
    var agreed = tend.anonymously(URI.create(link));
    var back = URI.create(agreed.headers().firstValue("Location").orElseThrow());
    var connected =
        tend.anonymously(
            tend.running().ingestUrl().resolve("/portability/callback?" + back.getRawQuery()));
    assertThat(connected.statusCode()).as(EndToEnd.text(connected)).isEqualTo(200);
    return new ConsentSource(linkedin);
  }

  @Override
  public void tell(int first) {
    for (int i = first; i < first + SHARE; i++) {
      rows.add(Wire.incoming("consented-" + i, sentAt(i)));
    }
    linkedin.has("INVITATIONS", rows);
    for (int i = first; i < first + SHARE; i++) {
      linkedin.tells(Wire.invited(i, sentAt(i), InstantSource.system().instant()));
    }
  }

  private Instant sentAt(int number) {
    return sent.plus(Duration.ofMinutes(number));
  }
}
