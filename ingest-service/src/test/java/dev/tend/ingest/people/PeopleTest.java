package dev.tend.ingest.people;

import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Education;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class PeopleTest {
  private final String broker = RealBroker.shared().bootstrapServers();

  @Test
  void aJsonResumeBecomesWhatIsKnown() {
    try (var people = TopicReader.fromNow(broker, Topic.PEOPLE, Person.class)) {
      put("in/jane-doe", PeopleResource.JSON_RESUME, PeopleResource.RESUME).statusCode(204);

      var jane = people.await(record -> record.key().equals("in/jane-doe")).get();
      assertThat(jane.name()).isEqualTo("Jane Doe");
      assertThat(jane.headline()).isEqualTo("Head of Data");
      assertThat(jane.location()).isEqualTo("Toronto");
      assertThat(jane.country()).isEqualTo("CA");
      assertThat(jane.positions())
          .containsExactly(
              new Position("Contoso", "Head of Data", PartialDate.of("2019-03"), null));
      assertThat(jane.education())
          .containsExactly(
              new Education(
                  "Northfield College", "BSc", "Statistics", null, PartialDate.of("2012")));
    }
  }

  @Test
  void soDoesTendsOwnForm() {
    try (var people = TopicReader.fromNow(broker, Topic.PEOPLE, Person.class)) {
      put("in/jane-doe", "application/json", PeopleResource.PERSON).statusCode(204);

      assertThat(people.await(record -> record.key().equals("in/jane-doe")).event().source())
          .isEqualTo("/ingest/http");
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    put("in/somebody-else", "application/json", PeopleResource.PERSON)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("profile"));
    put("in/jane-doe", PeopleResource.JSON_RESUME, "{\"basics\":{}}")
        .statusCode(400)
        .body("errors[0].field", equalTo("/basics/name"));
    put("in/jane-doe", "application/json", "{\"profile\":\"in/jane-doe\",\"name\":\"J\",\"age\":3}")
        .statusCode(400)
        .body("errors[0].field", equalTo("age"));
    put("nobody", "application/json", PeopleResource.PERSON).statusCode(400);
    put("in/jane-doe", "text/plain", "Jane").statusCode(415);
  }

  @Test
  void onlyWhoMayBringThingsInIsLetIn() {
    plain()
        .contentType("application/json")
        .body(PeopleResource.PERSON)
        .put("/people/in/jane-doe")
        .then()
        .statusCode(401);
    asOperator()
        .contentType("application/json")
        .body(PeopleResource.PERSON)
        .put("/people/in/jane-doe")
        .then()
        .statusCode(403);
  }

  private static ValidatableResponse put(String person, String type, String body) {
    return asIngest()
        .contentType(type)
        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/people/" + person)
        .then();
  }
}
