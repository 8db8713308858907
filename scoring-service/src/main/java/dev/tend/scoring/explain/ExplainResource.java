package dev.tend.scoring.explain;

import dev.tend.doors.BoundedBody;
import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.Decoded;
import dev.tend.scoring.policy.Judge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Judges one invitation and forgets it. */
@Path("/explain")
class ExplainResource {
  /** An invitation with five hundred colleagues and their histories stays well below. */
  private static final int LARGEST_BYTES = 1 << 20;

  private final Judge judge;
  private final InstantSource time;

  ExplainResource(Judge judge, InstantSource time) {
    this.judge = judge;
    this.time = time;
  }

  /** Answers with the decision that the topology would take if it knew exactly this. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({"ingest", "member", "operator"})
  @Operation(
      summary = "Judge one invitation, without any consequence",
      description =
          "The decision that would be taken if exactly this were known: the verdict, its reasons with their points and"
              + " evidence, and what would change it. Nothing is stored, published or sent.")
  @RequestBody(
      required = true,
      description = "At most 1 MiB. A field that is not known is refused by name.",
      content = @Content(schema = @Schema(implementation = Question.class)))
  @APIResponse(
      responseCode = "200",
      description = "The decision",
      content = @Content(schema = @Schema(implementation = Decision.class)))
  @APIResponse(
      responseCode = "400",
      description = "The body is not valid; the problem names the field",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] explain(InputStream body, @Context HttpHeaders headers) throws IOException {
    return switch (Codec.DOOR.read(
        BoundedBody.read(body, headers, LARGEST_BYTES), Question.class)) {
      case Decoded.Refused<Question> refused -> throw ProblemException.invalid(refused.refusal());
      case Decoded.Value<Question> question -> explained(question.value());
    };
  }

  private byte[] explained(Question question) {
    var now = question.now() == null ? time.instant() : question.now();
    return Codec.DOOR.write(judge.decide(question.facts(now), now, ""));
  }
}
