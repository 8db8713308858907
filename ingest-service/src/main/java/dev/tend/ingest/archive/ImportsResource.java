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
  public byte[] get(@PathParam("id") String id) throws IOException {
    return imports
        .find(id)
        .map(Codec.DOOR::write)
        .orElseThrow(() -> ProblemException.notFound("No import has this id."));
  }
}
