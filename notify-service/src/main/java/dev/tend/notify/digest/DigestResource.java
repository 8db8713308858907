package dev.tend.notify.digest;

import dev.tend.doors.ProblemException;
import dev.tend.doors.Visitor;
import dev.tend.events.Codec;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jdbi.v3.core.Jdbi;

/** "Send me my digest now." */
@Path("/api/members/{member}/digests")
@RolesAllowed({"member", "operator"})
@Blocking
public class DigestResource {
  private final DigestEditor editor;
  private final Jdbi database;
  private final InstantSource time;
  private final Visitor visitor;

  DigestResource(DigestEditor editor, Jdbi database, InstantSource time, Visitor visitor) {
    this.editor = editor;
    this.database = database;
    this.time = time;
    this.visitor = visitor;
  }

  /** A digest out of turn, under the rules of every other: what it tells is not told again. */
  @POST
  @Operation(summary = "Send the member's digest now")
  @APIResponse(responseCode = "202", description = "It is on its way: {\"mail\", \"invitations\"}")
  @APIResponse(responseCode = "204", description = "There is nothing to tell")
  @APIResponse(responseCode = "404", description = "No such member")
  public Response now(@PathParam("member") String member) {
    visitor.mustBe(member);
    if (!isKnown(member)) {
      throw ProblemException.notFound("There is no such member.");
    }
    return editor
        .make(member, time.instant().truncatedTo(ChronoUnit.MICROS))
        .map(
            made ->
                Response.accepted(
                        Codec.DOOR.write(Map.of("mail", made.mail(), "invitations", made.rows())))
                    .type(MediaType.APPLICATION_JSON)
                    .build())
        .orElseGet(() -> Response.noContent().build());
  }

  private boolean isKnown(String member) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select exists (select from members where id = :id)")
                .bind("id", member)
                .mapTo(boolean.class)
                .one());
  }
}
