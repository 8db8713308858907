package dev.tend.notify.page;

import dev.tend.doors.ProblemException;
import dev.tend.doors.Visitor;
import dev.tend.notify.http.Cursor;
import dev.tend.notify.http.Listing;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A member's invitations, with verdicts, reasons and what became of them. */
@Path("/api/members/{member}/invitations")
@RolesAllowed({"member", "operator"})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class InvitationResource {
  private static final Set<String> VERDICTS = Set.of("", "accept", "ask", "ignore", "undecided");
  private static final int LONGEST_TEXT = 200;

  private final Invitations invitations;
  private final Visitor visitor;

  InvitationResource(Invitations invitations, Visitor visitor) {
    this.invitations = invitations;
    this.visitor = visitor;
  }

  @GET
  @Operation(summary = "A member's invitations, newest first")
  public Listing<InvitationView> list(
      @PathParam("member") String member,
      @QueryParam("verdict") @Nullable String verdict,
      @QueryParam("q") @Nullable String text,
      @QueryParam("page") @Nullable String page) {
    visitor.mustBe(member);
    var wanted = verdict == null ? "" : verdict;
    if (!VERDICTS.contains(wanted)) {
      throw ProblemException.invalid("verdict", "must be one of accept, ask, ignore, undecided");
    }
    var search = text == null ? "" : text.strip();
    if (search.length() > LONGEST_TEXT || search.indexOf('\0') >= 0) {
      throw ProblemException.invalid(
          "q", "must be at most " + LONGEST_TEXT + " characters of plain text");
    }
    return invitations.page(member, wanted, search, Cursor.of(page));
  }

  @GET
  @Path("{invitation}")
  @Operation(summary = "One invitation, with all that is known of it")
  @APIResponse(responseCode = "200", description = "verdict is null while it is undecided")
  @APIResponse(responseCode = "404", description = "The member has no such invitation")
  public InvitationView one(
      @PathParam("member") String member, @PathParam("invitation") String invitation) {
    visitor.mustBe(member);
    return invitations
        .one(member, invitation)
        .orElseThrow(
            () -> ProblemException.notFound("The member has no such invitation, or not yet."));
  }
}
