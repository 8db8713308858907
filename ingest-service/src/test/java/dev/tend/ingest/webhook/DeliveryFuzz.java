package dev.tend.ingest.webhook;

import static dev.tend.events.cast.AMember.aMember;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.ingest.mapping.MappingFile;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.webhook.InvitationMapping.Read;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A provider's delivery: each element is an invitation, something else, or refused. */
public final class DeliveryFuzz {
  private static final Member AMY = aMember("Amy Chen").build();
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
  private static final InvitationMapping UNIPILE =
      MappingFile.read("unipile", InvitationMapping.class);

  private static final MemberLookup MEMBERS =
      new MemberLookup(
          Map.of("acc_1", AMY.id()),
          "tend.ingest.webhooks.acme.accounts",
          id -> Optional.of(AMY).filter(amy -> amy.id().equals(id)),
          address -> Optional.of(AMY).filter(amy -> amy.email().equalsIgnoreCase(address)));

  private DeliveryFuzz() {}

  /** The body. */
  public static void fuzzerTestOneInput(byte[] input) {
    require(UNIPILE, input);
  }

  static void require(InvitationMapping mapping, byte[] body) {
    if (Codec.TOPIC.tree(body) instanceof Decoded.Value<JsonNode>(var document)) {
      for (var read : mapping.read("acme", document, MEMBERS)) {
        switch (read) {
          case Read.Taken(var invitation) -> {
            var _ = Publication.of(invitation, Source.WEBHOOK, NOW);
          }
          case Read.Refused(var key, var element, var refusal) -> {
            if (refusal.reason().isBlank()) {
              throw new AssertionError("refused without a reason");
            }
          }
          case Read.LeftAlone() -> {
            // of no concern
          }
        }
      }
    }
  }

  /** One invitation, as Unipile lists it. */
  static byte[] sample() {
    return """
        {"object": "InvitationList", "account_id": "acc_1", "items": [
          {"object": "InvitationReceived", "id": "inv_123", "parsed_datetime": "2026-03-14T10:12:34.000Z",
           "invitation_text": "We met in Lisbon.", "inviter": {"inviter_name": "Dana Ito",
           "inviter_public_identifier": "dana-ito", "inviter_description": "Head of Data"}}]}
        """
        .getBytes(UTF_8);
  }
}
