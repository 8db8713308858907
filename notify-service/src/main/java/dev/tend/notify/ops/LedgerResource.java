package dev.tend.notify.ops;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Jdbi;

/** What was received, and what became of it. */
@Path("/api/ledger")
@RolesAllowed("operator")
@Blocking
public class LedgerResource {
  private final Jdbi database;
  private final InstantSource time;

  LedgerResource(Jdbi database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "received = accept + ask + ignore + dead + undecided")
  public Ledger ledger() {
    return database.withHandle(handle -> Ledger.at(time.instant(), handle));
  }
}
