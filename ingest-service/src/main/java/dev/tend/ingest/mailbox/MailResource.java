package dev.tend.ingest.mailbox;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for mail. */
@Path("/mail")
@Produces(MediaType.APPLICATION_JSON)
class MailResource {
  private final Sorting sorting;
  private final Bodies bodies;
  private final Refused refused;
  private final IngestConfig config;

  MailResource(Sorting sorting, Bodies bodies, Refused refused, IngestConfig config) {
    this.sorting = sorting;
    this.bodies = bodies;
    this.refused = refused;
    this.config = config;
  }

  @POST
  @RolesAllowed("ingest")
  @Consumes("message/rfc822")
  @Operation(
      summary = "Bring a mail in",
      description =
          "recognised is invitation (a notice of LinkedIn's, signed by LinkedIn as the firm's own mail server says), reply (an answer"
              + " to a question of Tend's), auto-reply or nothing; of the last two nothing is kept.")
  @APIResponse(
      responseCode = "202",
      description = "What the mail was taken for",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "notice",
                      value = "{\"recognised\":\"invitation\",\"invitation\":\"linkedin-6203\"}")))
  @APIResponse(
      responseCode = "400",
      description =
          "It is no mail, a notice that cannot be believed or is for no member, or an answer to nothing",
      content = @Content(mediaType = "application/problem+json"))
  public Response post(@Context HttpHeaders headers, InputStream body) throws IOException {
    var recognised =
        bodies.read(body, headers, config.mail().largestMessage(), Function.identity(), this::sort);
    return Response.accepted(Codec.DOOR.write(recognised)).build();
  }

  private Recognised sort(byte[] mail) {
    try {
      return sorting.sort(mail);
    } catch (RefusedException refusal) {
      refused.count(Refused.Door.MAIL, 1);
      throw ProblemException.invalid(refusal.refusal());
    }
  }
}
