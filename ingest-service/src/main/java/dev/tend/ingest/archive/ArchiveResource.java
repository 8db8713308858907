package dev.tend.ingest.archive;

import dev.tend.doors.BoundedBody;
import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.http.Refused;
import dev.tend.ingest.members.Members;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for LinkedIn's export archive. */
@Path("/members/{member}/archive")
@Produces(MediaType.APPLICATION_JSON)
class ArchiveResource {
  private final Imports imports;
  private final Members members;
  private final Refused refused;
  private final IngestConfig config;

  ArchiveResource(Imports imports, Members members, Refused refused, IngestConfig config) {
    this.imports = imports;
    this.members = members;
    this.refused = refused;
    this.config = config;
  }

  @POST
  @RolesAllowed("ingest")
  @Consumes({"application/zip", "application/x-zip-compressed"})
  @Operation(
      summary = "Read a member's LinkedIn data export",
      description =
          "The zip as LinkedIn gives it. It is kept and checked before the answer, and read afterwards; the report says what came of"
              + " each file. Sending it again is harmless.")
  @APIResponse(
      responseCode = "202",
      description = "The archive is kept; Location is its report",
      content = @Content(mediaType = "application/json"))
  @APIResponse(
      responseCode = "400",
      description = "It is no zip, or holds no file of an export",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "404",
      description = "No member has this id",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "413",
      description = "It is too large, packed or unpacked",
      content = @Content(mediaType = "application/problem+json"))
  public Response post(
      @PathParam("member") String member, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    BoundedBody.refuseEncoded(headers);
    long most = config.archive().largestUpload().asLongValue();
    if (headers.getLength() > most) {
      throw tooLarge(body, most);
    }
    if (members.find(member).isEmpty()) {
      throw ProblemException.notFound("No member has this id; put the member first.");
    }
    try {
      var report =
          imports
              .start(member, body)
              .orElseThrow(
                  () ->
                      ProblemException.later(
                          config.retryAfter(), "Too many archives are waiting. Try again later."));
      return Response.accepted(Codec.DOOR.write(report))
          .header(HttpHeaders.LOCATION, "/imports/" + report.id())
          .build();
    } catch (Spool.UploadTooLargeException tooLong) {
      throw tooLarge(body, most);
    } catch (BadArchiveException bad) {
      refused.count(Refused.Door.ARCHIVE, 1);
      throw bad.isTooLarge()
          ? ProblemException.tooLarge(bad.sentence())
          : ProblemException.invalid(bad.sentence(), List.of());
    }
  }

  private ProblemException tooLarge(InputStream body, long most) throws IOException {
    refused.count(Refused.Door.ARCHIVE, 1);
    return BoundedBody.tooLarge(body, most);
  }
}
