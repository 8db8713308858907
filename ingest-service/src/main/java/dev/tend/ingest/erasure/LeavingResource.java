package dev.tend.ingest.erasure;

import dev.tend.doors.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door through which a member leaves. */
@Path("/members/{member}")
@Produces(MediaType.APPLICATION_JSON)
class LeavingResource {
  private final Erasures erasures;
  private final Visitor visitor;

  LeavingResource(Erasures erasures, Visitor visitor) {
    this.erasures = erasures;
    this.visitor = visitor;
  }

  @DELETE
  @RolesAllowed({"operator", "member"})
  @Operation(
      summary = "Erase a member with all that is theirs",
      description =
          "Their own record, connections, invitations, verdicts, choices and mails go from every service, and their questions are"
              + " taken back. A member may erase themselves. There is no way back: export first.")
  @APIResponse(responseCode = "202", description = "It has begun; Location is the receipt")
  @APIResponse(
      responseCode = "400",
      description = "It is no member's id",
      content = @Content(mediaType = "application/problem+json"))
  public Response member(@PathParam("member") String member) {
    visitor.mustBe(member);
    return ErasureResource.accepted(erasures.member(ErasureResource.id("member", member)));
  }
}
