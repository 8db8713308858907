package dev.tend.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Problem;
import dev.tend.events.Refusal;
import dev.tend.events.kafka.DeadLetters;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.webhook.InvitationMapping.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a believed delivery holds, ready to go out: its invitations, and a dead letter for each
 * element that should be one and is not. The same delivery makes the same ids and origins whenever
 * it comes. Not thread-safe.
 */
final class Delivery {
  private static final String SERVICE = "ingest-service";

  private final String origin;
  private final Instant at;
  private final List<Publication> invitations = new ArrayList<>();
  private final List<Publication> letters = new ArrayList<>();
  private final List<Problem.Item> refused = new ArrayList<>();
  private int skipped;

  private Delivery(String origin, Instant at) {
    this.origin = origin;
    this.at = at;
  }

  /**
   * Reads a body.
   *
   * @param id the provider's id of the delivery; empty when it gives none
   */
  static Delivery of(Providers.Provider provider, String id, byte[] body, Instant at) {
    var name = UUID.nameUUIDFromBytes(id.isEmpty() ? body : id.getBytes(UTF_8));
    var delivery = new Delivery("webhooks/" + provider.name() + "/" + name, at);
    switch (Codec.TOPIC.tree(body)) {
      case Decoded.Value<JsonNode>(var document) -> {
        int index = 0;
        for (var read : provider.mapping().read(provider.name(), document, provider.members())) {
          delivery.take(index++, read);
        }
      }
      case Decoded.Refused<JsonNode>(var reason, var refusal) ->
          delivery.refuse(0, "", body, reason, refusal);
    }
    return delivery;
  }

  private void take(int index, Read read) {
    switch (read) {
      case Read.LeftAlone alone -> skipped++;
      case Read.Refused(var key, var element, var refusal) ->
          refuse(index, key, Codec.TOPIC.write(element), DeadLetter.Reason.INVALID, refusal);
      case Read.Taken(var invitation) ->
          invitations.add(Publication.of(invitation, Source.WEBHOOK, at));
    }
  }

  private void refuse(
      int index, String key, byte[] value, DeadLetter.Reason reason, Refusal refusal) {
    refused.add(Problem.Item.of(index, refusal));
    letters.add(
        Publication.of(
            DeadLetters.of(
                reason,
                refusal.sentence(),
                SERVICE,
                new DeadLetters.Origin(origin, 0, index),
                1,
                at,
                key,
                value,
                new RecordHeaders()),
            Source.WEBHOOK));
  }

  List<Publication> invitations() {
    return invitations;
  }

  List<Publication> letters() {
    return letters;
  }

  /** Each refused element, by its index from 0. */
  List<Problem.Item> refused() {
    return refused;
  }

  /** How many elements are no invitations. */
  int skipped() {
    return skipped;
  }
}
