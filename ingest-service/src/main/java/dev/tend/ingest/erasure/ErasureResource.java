package dev.tend.ingest.erasure;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Erasure;
import dev.tend.events.MemberId;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.members.Members;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The door through which people are erased, and the receipts. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {
  private final Erasures erasures;
  private final Members members;

  ErasureResource(Erasures erasures, Members members) {
    this.erasures = erasures;
    this.members = members;
  }

  @DELETE
  @Path("people/{person: .+}")
  @RolesAllowed("operator")
  @Operation(
      summary = "Erase a person everywhere",
      description =
          "Whatever was received about them until now goes from every service. What comes later, such as another import,"
              + " is a new fact. While an erasure of the same person is not done, asking again answers with its receipt.")
  @Parameter(
      name = "person",
      description = "The profile: in/jane-doe, percent-encoded or not, or its whole address",
      example = "in/jane-doe")
  @APIResponse(responseCode = "202", description = "It has begun; Location is the receipt")
  @APIResponse(
      responseCode = "400",
      description = "It is no profile, or that of a member",
      content = @Content(mediaType = "application/problem+json"))
  public Response person(@PathParam("person") String person) {
    var key = key("person", person);
    if (members.withProfile(key).isPresent()) {
      throw ProblemException.invalid(
          "person", "is the profile of a member; erase the member at /members/{member}");
    }
    return accepted(erasures.person(key));
  }

  @GET
  @Path("erasures/{id}")
  @RolesAllowed({"operator", "member"})
  @Operation(
      summary = "The receipt of an erasure",
      description =
          "state is requested until every service holds nothing more, then done; removed counts what there was. The receipt names"
              + " nobody: who knows whom it is about can check it with ?of=, or without Tend: fingerprint is SHA-256 of"
              + " <salt>/<person or member>. Kept for 400 days.")
  @Parameter(
      name = "of",
      description =
          "A profile or a member's id; the answer says in matches whether it is about them",
      example = "in/jane-doe")
  @APIResponse(responseCode = "200", description = "The receipt, as far as it is")
  @APIResponse(
      responseCode = "404",
      description = "No erasure has this id",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] receipt(@PathParam("id") String id, @QueryParam("of") @Nullable String of) {
    var receipt =
        erasures.find(id).orElseThrow(() -> ProblemException.notFound("No erasure has this id."));
    if (of == null) {
      return Codec.DOOR.write(receipt);
    }
    var subject = receipt.kind() == Erasure.Kind.PERSON ? key("of", of).path() : id("of", of);
    return Codec.DOOR.write(receipt.matching(erasures.isOf(id, subject)));
  }

  static Response accepted(ErasureReceipt receipt) {
    return Response.accepted(Codec.DOOR.write(receipt))
        .header(HttpHeaders.LOCATION, "/erasures/" + receipt.id())
        .build();
  }

  private static PersonKey key(String field, String person) {
    try {
      return PersonKey.of(person);
    } catch (RefusedException refused) {
      throw ProblemException.invalid(field, refused.refusal().reason());
    }
  }

  static String id(String field, String member) {
    try {
      return MemberId.check(field, member);
    } catch (RefusedException refused) {
      throw ProblemException.invalid(refused.refusal());
    }
  }
}
