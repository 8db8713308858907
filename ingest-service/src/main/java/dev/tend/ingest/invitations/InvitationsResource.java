package dev.tend.ingest.invitations;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Problem;
import dev.tend.events.Refusal;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Receipt;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for invitations. */
@Path("/invitations")
@Produces(MediaType.APPLICATION_JSON)
class InvitationsResource {
  private final IngestConfig config;
  private final Publisher publisher;
  private final Bodies bodies;
  private final Refused refused;
  private final Received received;
  private final InstantSource time;

  InvitationsResource(
      IngestConfig config,
      Publisher publisher,
      Bodies bodies,
      Refused refused,
      Received received,
      InstantSource time) {
    this.config = config;
    this.publisher = publisher;
    this.bodies = bodies;
    this.refused = refused;
    this.received = received;
    this.time = time;
  }

  @POST
  @RolesAllowed("ingest")
  @Operation(
      summary = "Bring invitations in",
      description =
          "One, or many as an array or one per line, or as CloudEvents. A list takes the good items and names the others. 202 means"
              + " that the broker has them. An invitation without an id gets one that is the same whenever it comes again, so"
              + " sending the same request twice is harmless. At most 16 MiB and 50,000 items.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/json",
            examples = {
              @ExampleObject(name = "one", value = Examples.ONE),
              @ExampleObject(name = "many", value = "[" + Examples.ONE + "]")
            }),
        @Content(
            mediaType = Form.NDJSON,
            examples = @ExampleObject(name = "lines", value = Examples.ONE)),
        @Content(
            mediaType = Form.JSON_LINES,
            examples = @ExampleObject(name = "lines", value = Examples.ONE)),
        @Content(
            mediaType = Form.CLOUD_EVENT,
            examples = @ExampleObject(name = "structured", value = Examples.EVENT)),
        @Content(
            mediaType = Form.CLOUD_EVENTS,
            examples = @ExampleObject(name = "batch", value = "[" + Examples.EVENT + "]"))
      })
  @APIResponse(
      responseCode = "202",
      description = "The broker has every accepted invitation",
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "answer", value = Examples.ANSWER)))
  @APIResponse(
      responseCode = "400",
      description = "The body cannot be read, or none of its items is valid; each is named",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "413",
      description = "The body, the list or an invitation is too large",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "503",
      description = "The broker did not acknowledge all of it; the items that it lacks are named",
      content = @Content(mediaType = "application/problem+json"))
  public Response post(@Context HttpHeaders headers, InputStream body) throws IOException {
    var form =
        Form.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
            .orElseThrow(
                () ->
                    ProblemException.mediaType(
                        "Send application/json, application/x-ndjson, application/cloudevents+json or"
                            + " application/cloudevents-batch+json."));
    var answer =
        bodies.read(
            body,
            headers,
            config.invitations().largestBody(),
            json -> read(form, json),
            this::publish);
    return Response.accepted(Codec.DOOR.write(answer)).build();
  }

  private Batch read(Form form, byte[] json) {
    var batch = new Batch(time.instant(), config.invitations().mostItems());
    var broken = form.read(json, batch);
    if (batch.overflows()) {
      throw ProblemException.tooLarge(
          "The body holds more than " + config.invitations().mostItems() + " invitations.");
    }
    if (broken.isPresent()) {
      refused.count(Refused.Door.INVITATIONS, 1);
      throw ProblemException.invalid(broken.get());
    }
    refused.count(Refused.Door.INVITATIONS, batch.refused().size());
    if (batch.isOneTooLarge()) {
      throw ProblemException.tooLarge("The invitation is larger than an invitation may be.");
    }
    if (batch.size() == 0) {
      throw ProblemException.invalid(new Refusal("", "holds no invitation"));
    }
    if (batch.good().isEmpty()) {
      throw ProblemException.invalid(
          batch.size() == 1
              ? "The invitation is not valid."
              : "None of the " + batch.size() + " invitations is valid.",
          batch.refused());
    }
    return batch;
  }

  private Answer publish(Batch batch) {
    var items = batch.good();
    List<Publication> events = items.stream().map(Batch.Item::publication).toList();
    var receipt = publisher.publish(events);
    received.count(Source.HTTP, receipt.acknowledged());
    if (!receipt.complete()) {
      throw incomplete(batch, receipt);
    }
    return new Answer(
        items.size(), items.stream().map(Batch.Item::invitation).toList(), batch.refused());
  }

  private ProblemException incomplete(Batch batch, Receipt receipt) {
    var missing =
        receipt
            .missing()
            .mapToObj(
                i ->
                    new Problem.Item(
                        batch.good().get(i).index(), "", "was not acknowledged by the broker"))
            .toList();
    return ProblemException.later(
        config.retryAfter(),
        "The broker acknowledged %d of %d invitations. Send the same request again: an invitation that arrived twice keeps its id and is decided once."
            .formatted(receipt.acknowledged(), batch.good().size()),
        missing);
  }

  /**
   * What a caller is told once everything lies at the broker.
   *
   * @param invitations the ids of the accepted items, in their order
   */
  record Answer(int accepted, List<String> invitations, List<Problem.Item> refused) {}
}
