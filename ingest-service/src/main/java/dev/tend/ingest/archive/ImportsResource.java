package dev.tend.ingest.archive;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Tells how far an import is, and what came of it. */
@Path("/imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
class ImportsResource {
  private final Imports imports;

  ImportsResource(Imports imports) {
    this.imports = imports;
  }

  @GET
  @RolesAllowed({"ingest", "operator"})
  @Operation(
      summary = "How far an import is",
      description =
          "state is running, done or failed; each file has its rows read, published, skipped and refused, the first refused ones with"
              + " row (from 1), field and reason. Kept for 30 days.")
  @APIResponse(responseCode = "200", description = "The report, as far as it is")
  public byte[] get(@PathParam("id") String id) throws IOException {
    return imports
        .find(id)
        .map(Codec.DOOR::write)
        .orElseThrow(() -> ProblemException.notFound("No import has this id."));
  }
}
