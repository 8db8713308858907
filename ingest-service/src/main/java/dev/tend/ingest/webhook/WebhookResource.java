package dev.tend.ingest.webhook;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Problem;
import dev.tend.events.RefusedException;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The door for providers. It asks for no token: the signature is the credential, and nothing of a
 * body is looked at before it has been checked.
 */
@Path("/webhooks/{provider}")
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {
  private final Providers providers;
  private final Bodies bodies;
  private final Publisher publisher;
  private final Refused refused;
  private final Received received;
  private final Deliveries deliveries;
  private final InstantSource time;

  WebhookResource(
      Providers providers,
      Bodies bodies,
      Publisher publisher,
      Refused refused,
      Received received,
      Deliveries deliveries,
      InstantSource time) {
    this.providers = providers;
    this.bodies = bodies;
    this.publisher = publisher;
    this.refused = refused;
    this.received = received;
    this.deliveries = deliveries;
    this.time = time;
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Take a delivery of a provider",
      description =
          "The provider's own JSON, signed with HMAC-SHA-256; as Standard Webhooks 1.0 unless it is configured otherwise. No token is"
              + " asked for. A delivery that comes again changes nothing. An element that cannot be read becomes a dead letter and is"
              + " named; one that is no invitation is left alone.")
  @APIResponse(
      responseCode = "202",
      description = "The broker has every invitation of it",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "answer",
                      value =
                          "{\"accepted\":1,\"skipped\":0,\"invitations\":[\"unipile-inv_123\"],\"refused\":[]}")))
  @APIResponse(
      responseCode = "400",
      description = "None of it can be read; each element is named and lies among the dead letters",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "401",
      description = "The signature is missing, does not fit or is too old",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "404",
      description = "No provider of this name is configured",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "413",
      description = "The body is too large",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "503",
      description = "The broker did not acknowledge all of it; deliver it again",
      content = @Content(mediaType = "application/problem+json"))
  public Response post(
      @PathParam("provider") String name, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    var provider =
        providers
            .find(name)
            .orElseThrow(
                () -> ProblemException.notFound("No provider of this name is configured."));
    var answer =
        bodies.read(
            body,
            headers,
            provider.largestBody(),
            bytes -> believed(provider, headers, bytes),
            this::publish);
    return Response.accepted(Codec.DOOR.write(answer)).build();
  }

  private Delivery believed(Providers.Provider provider, HttpHeaders headers, byte[] body) {
    var now = time.instant();
    try {
      var id = provider.signature().check(headers::getHeaderString, body, now);
      deliveries.count(provider.name(), Deliveries.Outcome.BELIEVED);
      return Delivery.of(provider, id.orElse(""), body, now);
    } catch (RefusedException forged) {
      deliveries.count(provider.name(), Deliveries.Outcome.FORGED);
      throw ProblemException.unauthorized(forged.refusal());
    }
  }

  private Answer publish(Delivery delivery) {
    var events = Stream.concat(delivery.invitations().stream(), delivery.letters().stream());
    var receipt = publisher.publish(events.toList());
    int taken = delivery.invitations().size();
    received.count(
        Source.WEBHOOK,
        (int) receipt.places().stream().limit(taken).filter(place -> place.isPresent()).count());
    if (!receipt.complete()) {
      throw new BrokerAwayException(
          "The broker did not acknowledge all of the delivery. Deliver it again.");
    }
    refused.count(Refused.Door.WEBHOOK, delivery.refused().size());
    if (taken == 0 && !delivery.refused().isEmpty()) {
      throw ProblemException.invalid(
          delivery.refused().size() == 1
              ? "The delivery cannot be read; it lies among the dead letters."
              : "None of the delivery can be read; all of it lies among the dead letters.",
          delivery.refused());
    }
    var ids = delivery.invitations().stream().map(Publication::event).map(event -> event.id());
    return new Answer(taken, delivery.skipped(), ids.toList(), delivery.refused());
  }

  /**
   * What a provider is told.
   *
   * @param skipped elements that are no invitations
   */
  record Answer(int accepted, int skipped, List<String> invitations, List<Problem.Item> refused) {}
}
