package dev.tend.ingest.portability;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.MemberId;
import dev.tend.events.RefusedException;
import dev.tend.ingest.members.Members;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for a member's consent. */
@Path("/members/{member}/portability")
@Produces(MediaType.APPLICATION_JSON)
class PortabilityResource {
  private static final String PROBLEM = "application/problem+json";

  private final Portability portability;
  private final Members members;

  PortabilityResource(Portability portability, Members members) {
    this.portability = portability;
    this.members = members;
  }

  @POST
  @RolesAllowed("ingest")
  @Operation(
      summary = "Begin to ask a member for their consent",
      description =
          "Send the member's browser to the address in the answer, and show it to nobody else: whoever consents there connects their"
              + " LinkedIn account to this member. It works once, until the time in the answer; asking again ends it.")
  @APIResponse(
      responseCode = "201",
      description = "authorization is where the member consents",
      content = @Content(mediaType = "application/json"))
  @APIResponse(
      responseCode = "404",
      description = "No member has this id, or the API is not set up",
      content = @Content(mediaType = PROBLEM))
  @APIResponse(
      responseCode = "503",
      description = "The broker is away",
      content = @Content(mediaType = PROBLEM))
  public Response ask(@PathParam("member") String member) {
    var consents = portability.consents();
    requireMember(member);
    var asking = consents.ask(member);
    return Response.created(URI.create("/members/" + member + "/portability"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Codec.DOOR.write(new Begun(member, asking.address(), asking.until())))
        .build();
  }

  @GET
  @RolesAllowed({"ingest", "operator"})
  @Operation(
      summary = "How it stands with a member's consent",
      description =
          "state is none, asked, reading, expired (the member must consent again) or gone (withdrawn at LinkedIn); snapshotAt and readAt"
              + " say when a whole snapshot was begun and the changelog last read to its end.")
  @APIResponse(
      responseCode = "200",
      description = "The state",
      content = @Content(mediaType = "application/json"))
  @APIResponse(
      responseCode = "404",
      description = "No member has this id, or the API is not set up",
      content = @Content(mediaType = PROBLEM))
  public byte[] get(@PathParam("member") String member) {
    var consents = portability.consents();
    requireMember(member);
    return Codec.DOOR.write(consents.standing(member));
  }

  @DELETE
  @RolesAllowed({"ingest", "operator"})
  @Operation(
      summary = "Withdraw a member's consent",
      description =
          "Tend forgets the tokens and reads nothing more; what it has read already stays, until it is erased. Harmless when there is"
              + " none.")
  @APIResponse(responseCode = "204", description = "There is no consent any more")
  @APIResponse(
      responseCode = "400",
      description = "This is no member's id",
      content = @Content(mediaType = PROBLEM))
  @APIResponse(
      responseCode = "404",
      description = "The API is not set up",
      content = @Content(mediaType = PROBLEM))
  @APIResponse(
      responseCode = "503",
      description = "The broker is away",
      content = @Content(mediaType = PROBLEM))
  public void withdraw(@PathParam("member") String member) {
    portability.consents().withdraw(valid(member));
  }

  private static String valid(String member) {
    try {
      return MemberId.check("member", member);
    } catch (RefusedException none) {
      throw ProblemException.invalid(none.refusal());
    }
  }

  private void requireMember(String member) {
    if (members.find(member).isEmpty()) {
      throw ProblemException.notFound("No member has this id; put the member first.");
    }
  }

  /** What the door tells of what was begun. */
  record Begun(String member, URI authorization, Instant until) {}
}
