package dev.tend.scoring.memory;

import dev.tend.doors.ProblemException;
import dev.tend.doors.Visitor;
import dev.tend.events.Codec;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.topology.Memory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Tells what was learned from choices: a member's, and the firm's. */
@Path("/learning")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class LearningResource {
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Memory memory;
  private final Visitor visitor;
  private final InstantSource time;

  LearningResource(Memory memory, Visitor visitor, InstantSource time) {
    this.memory = memory;
    this.visitor = visitor;
    this.time = time;
  }

  @GET
  @Path("/members/{member}")
  @RolesAllowed({"member", "operator"})
  @Operation(
      summary = "What was learned from a member's choices",
      description =
          "For each reason what the choices say of it, what the firm's members prefer together where the member takes part, and how many points more or less it counts thereby.")
  @APIResponse(
      responseCode = "200",
      description = "What was learned; nothing, when the member has not chosen enough",
      content = @Content(schema = @Schema(implementation = Memory.Learnt.class)))
  @APIResponse(
      responseCode = "404",
      description = "This instance serves nobody under this id; of several, another may",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "503",
      description = "The stores of this instance cannot be read now",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] learnt(@PathParam("member") String member) {
    visitor.mustBe(member);
    return told(memory.of(member, time.instant()));
  }

  @GET
  @Path("/firm")
  @RolesAllowed("operator")
  @Operation(
      summary = "What the firm's members prefer together",
      description =
          "For each reason how many points more or less it counts for those who take part, and how many of them would have it so. Nobody is named, and fewer than five are not counted. As this instance was told last; the firm moves once a week.")
  @APIResponse(
      responseCode = "200",
      description = "What they prefer; nothing, when nobody takes part",
      content = @Content(schema = @Schema(implementation = FirmTastes.class)))
  @APIResponse(
      responseCode = "503",
      description = "The stores of this instance cannot be read now",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] preferred() {
    return told(memory.ofFirm());
  }

  private static byte[] told(Memory.Answer answer) {
    return switch (answer) {
      case Memory.Learnt learnt -> Codec.DOOR.write(learnt);
      case Memory.Preferred(var firm) -> Codec.DOOR.write(firm);
      case Memory.NotHere() ->
          throw ProblemException.notFound(
              "This instance serves nobody under this id. Where there are several, another may.");
      case Memory.NotNow() ->
          throw ProblemException.later(
              LATER,
              "The stores cannot be read now: they are being restored, or another instance has them.");
    };
  }
}
