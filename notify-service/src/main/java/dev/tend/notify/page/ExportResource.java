package dev.tend.notify.page;

import dev.tend.doors.ProblemException;
import dev.tend.doors.Visitor;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A member's own data, to take away. */
@Path("/api/members/{member}/export")
@RolesAllowed({"member", "operator"})
@Blocking
public class ExportResource {
  static final String ZIP = "application/zip";

  private final Export export;
  private final Visitor visitor;

  ExportResource(Export export, Visitor visitor) {
    this.export = export;
    this.visitor = visitor;
  }

  @GET
  @Produces(ZIP)
  @Operation(
      summary = "All that Tend keeps of a member, as a zip",
      description =
          "Their record, their invitations with verdicts, reasons and choices (JSON and CSV), and every mail to them or in their"
              + " name; README.txt says what is what.")
  @APIResponse(responseCode = "200", description = "The zip")
  @APIResponse(responseCode = "404", description = "Nothing is kept of such a member")
  public Response export(@PathParam("member") String member) {
    visitor.mustBe(member);
    if (!export.hasAny(member)) {
      throw ProblemException.notFound("Nothing is kept of such a member.");
    }
    StreamingOutput zip = out -> export.write(member, out);
    return Response.ok(zip)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tend-export.zip\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
