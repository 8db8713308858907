package dev.tend.ingest.members;

import dev.tend.doors.ProblemException;
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

/** The door for members. */
@Path("/members/{member}")
@Produces(MediaType.APPLICATION_JSON)
class MembersResource {
  private static final MemorySize LARGEST =
      new MemorySize(BigInteger.valueOf(TopicSettings.LARGEST_RECORD_BYTES));

  private final Members members;
  private final Bodies bodies;
  private final Refused refused;

  MembersResource(Members members, Bodies bodies, Refused refused) {
    this.members = members;
    this.bodies = bodies;
    this.refused = refused;
  }

  @GET
  @RolesAllowed({"ingest", "operator"})
  public byte[] get(@PathParam("member") String id) {
    return members
        .find(id)
        .map(Codec.DOOR::write)
        .orElseThrow(() -> ProblemException.notFound("No member has this id."));
  }

  @PUT
  @RolesAllowed("ingest")
  @Consumes(MediaType.APPLICATION_JSON)
  public void put(@PathParam("member") String id, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    bodies.read(
        body,
        headers,
        LARGEST,
        json -> {
          put(member(id, json));
          return true;
        });
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
