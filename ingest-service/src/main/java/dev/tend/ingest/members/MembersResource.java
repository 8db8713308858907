package dev.tend.ingest.members;

import dev.tend.doors.ProblemException;
import dev.tend.doors.Visitor;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.Refusal;
import dev.tend.events.RefusedException;
import dev.tend.events.kafka.TopicSettings;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import dev.tend.ingest.publish.Source;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for members. */
@Path("/members/{member}")
@Produces(MediaType.APPLICATION_JSON)
class MembersResource {
  private static final MemorySize LARGEST =
      new MemorySize(BigInteger.valueOf(TopicSettings.LARGEST_RECORD_BYTES));

  static final String EXAMPLE =
      "{\"id\":\"amy.chen\",\"name\":\"Amy Chen\",\"email\":\"amy.chen@firm.example\",\"zone\":\"America/Toronto\",\"languages\":[\"en\",\"fr\"],\"policy\":{\"stage\":\"growing\",\"unsure\":\"ask\",\"companiesOfInterest\":[\"Contoso\"]},\"digest\":{\"every\":\"day\",\"at\":\"07:30\"}}";

  private final Members members;
  private final Bodies bodies;
  private final Refused refused;
  private final Visitor visitor;
  private final InstantSource time;

  MembersResource(
      Members members, Bodies bodies, Refused refused, Visitor visitor, InstantSource time) {
    this.members = members;
    this.visitor = visitor;
    this.time = time;
    this.bodies = bodies;
    this.refused = refused;
  }

  @GET
  @RolesAllowed({"ingest", "operator"})
  @Operation(summary = "A member as stored")
  @APIResponse(responseCode = "200", description = "The member")
  @APIResponse(
      responseCode = "404",
      description = "No member has this id",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] get(@PathParam("member") String id) {
    return members
        .find(id)
        .map(Codec.DOOR::write)
        .orElseThrow(() -> ProblemException.notFound("No member has this id."));
  }

  @PUT
  @RolesAllowed("ingest")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Store a member",
      description =
          "The whole member; what is left out takes its default. Seen by GET at once. id, name and email are required.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              examples = @ExampleObject(name = "member", value = EXAMPLE)))
  @APIResponse(responseCode = "204", description = "The broker has the member")
  @APIResponse(
      responseCode = "400",
      description = "A field is not valid; the problem names it",
      content = @Content(mediaType = "application/problem+json"))
  public void put(@PathParam("member") String id, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    var _ =
        bodies.read(
            body,
            headers,
            LARGEST,
            json -> member(id, json),
            member -> {
              put(member);
              return member;
            });
  }

  @DELETE
  @Path("/learning")
  @RolesAllowed({"member", "operator"})
  @Operation(
      summary = "Forget what a member's choices taught",
      description =
          "Sets learnFrom of the member to now: what they chose before teaches nothing any more, neither for themselves nor for the firm. Members may ask it of themselves. Asked again, it forgets what was chosen since.")
  @APIResponse(responseCode = "204", description = "The broker has the member")
  @APIResponse(
      responseCode = "404",
      description = "No member has this id",
      content = @Content(mediaType = "application/problem+json"))
  public void forget(@PathParam("member") String id) {
    visitor.mustBe(id);
    var forgotten = members.change(id, Source.HTTP, member -> member.learningFrom(time.instant()));
    if (forgotten.isEmpty()) {
      throw ProblemException.notFound("No member has this id.");
    }
  }

  private void put(Member member) {
    try {
      members.put(member, Source.HTTP);
    } catch (RefusedException tooLarge) {
      refused.count(Refused.Door.MEMBERS, 1);
      throw ProblemException.tooLarge(tooLarge.refusal().sentence() + ".");
    }
  }

  private Member member(String id, byte[] json) {
    return switch (Codec.DOOR.read(json, Member.class)) {
      case Decoded.Value<Member>(var member) when member.id().equals(id) -> member;
      case Decoded.Value<Member>(var other) ->
          throw refused(new Refusal("id", "must be the id in the address"));
      case Decoded.Refused<Member>(var reason, var refusal) -> throw refused(refusal);
    };
  }

  private ProblemException refused(Refusal refusal) {
    refused.count(Refused.Door.MEMBERS, 1);
    return ProblemException.invalid(refusal);
  }
}
