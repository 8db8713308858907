package dev.tend.ingest.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Refusal;
import dev.tend.events.RefusedException;
import dev.tend.events.kafka.TopicSettings;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import dev.tend.ingest.mapping.Dates;
import dev.tend.ingest.mapping.MappingFile;
import dev.tend.ingest.mapping.PersonMapping;
import dev.tend.ingest.mapping.Place;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Source;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for what is known of a person. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class PeopleResource {
  static final String JSON_RESUME = "application/vnd.jsonresume+json";

  static final String PERSON =
      "{\"profile\":\"https://www.linkedin.com/in/jane-doe\",\"name\":\"Jane Doe\",\"headline\":\"Head of Data\",\"positions\":[{\"company\":\"Contoso\",\"title\":\"Head of Data\",\"from\":\"2019-03\"}]}";

  static final String RESUME =
      "{\"basics\":{\"name\":\"Jane Doe\",\"label\":\"Head of Data\",\"location\":{\"city\":\"Toronto\",\"countryCode\":\"CA\"}},\"work\":[{\"name\":\"Contoso\",\"position\":\"Head of Data\",\"startDate\":\"2019-03-01\"}],\"education\":[{\"institution\":\"Northfield College\",\"area\":\"Statistics\",\"studyType\":\"BSc\",\"endDate\":\"2012\"}]}";

  private static final MemorySize LARGEST =
      new MemorySize(BigInteger.valueOf(TopicSettings.LARGEST_RECORD_BYTES));

  private final PersonMapping resume = MappingFile.read("json-resume", PersonMapping.class);
  private final Publisher publisher;
  private final Bodies bodies;
  private final Refused refused;
  private final InstantSource time;

  PeopleResource(Publisher publisher, Bodies bodies, Refused refused, InstantSource time) {
    this.publisher = publisher;
    this.bodies = bodies;
    this.refused = refused;
    this.time = time;
  }

  @PUT
  @Path("people/{person: .+}")
  @RolesAllowed("ingest")
  @Consumes({MediaType.APPLICATION_JSON, JSON_RESUME})
  @Operation(
      summary = "Say what is known of a person",
      description =
          "In Tend's own form, or as a JSON Resume. It joins what is known from elsewhere: a list replaces a list, and what is left out"
              + " stays. Pending invitations of the person are decided again.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/json",
            examples = @ExampleObject(name = "person", value = PERSON)),
        @Content(
            mediaType = JSON_RESUME,
            examples = @ExampleObject(name = "resume", value = RESUME))
      })
  @APIResponse(responseCode = "204", description = "The broker has it")
  @APIResponse(
      responseCode = "400",
      description = "A field is not valid; the problem names it",
      content = @Content(mediaType = "application/problem+json"))
  public void put(
      @Parameter(description = "The profile, such as in/jane-doe") @PathParam("person")
          String address,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    boolean isResume =
        headers.getMediaType() != null
            && headers.getMediaType().getSubtype().toLowerCase(Locale.ROOT).contains("jsonresume");
    var _ =
        bodies.read(
            body,
            headers,
            LARGEST,
            json -> person(address, json, isResume),
            person -> {
              publish(person);
              return person;
            });
  }

  private Person person(String address, byte[] json, boolean isResume) {
    try {
      var profile = PersonKey.of(address);
      return isResume ? fromResume(profile, json) : own(profile, json);
    } catch (RefusedException wrong) {
      throw refused(wrong.refusal());
    }
  }

  private Person own(PersonKey profile, byte[] json) {
    return switch (Codec.DOOR.read(json, Person.class)) {
      case Decoded.Value<Person>(var person) when person.profile().equals(profile) -> person;
      case Decoded.Value<Person>(var other) ->
          throw new RefusedException("profile", "must be the one in the address");
      case Decoded.Refused<Person>(var reason, var refusal) -> throw refused(refusal);
    };
  }

  private Person fromResume(PersonKey profile, byte[] json) {
    return switch (Codec.DOOR.tree(json)) {
      case Decoded.Value<JsonNode>(var document) ->
          resume.person(Place.of(document), profile, "", Dates.ISO);
      case Decoded.Refused<JsonNode>(var reason, var refusal) -> throw refused(refusal);
    };
  }

  private void publish(Person person) {
    var publication = Publication.of(person, Source.HTTP, time.instant());
    if (publication.tooLarge()) {
      refused.count(Refused.Door.PEOPLE, 1);
      throw ProblemException.tooLarge("The person is larger than a person may be.");
    }
    if (publisher.publish(publication).isEmpty()) {
      throw new BrokerAwayException("The broker did not acknowledge the person. Send it again.");
    }
  }

  private ProblemException refused(Refusal refusal) {
    refused.count(Refused.Door.PEOPLE, 1);
    return ProblemException.invalid(refusal);
  }
}
