package dev.tend.ingest.lookup;

import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.tend.events.Codec;
import dev.tend.events.Person;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
@WithTestResource(StandInResource.class)
class LookupsTest {
  @StandInResource.Asked List<String> asked = List.of();

  @Test
  void whatIsLearnedOfAnInviterGoesOutAndFailuresShutTheGate() {
    try (var people =
        TopicReader.fromNow(RealBroker.shared().bootstrapServers(), Topic.PEOPLE, Person.class)) {
      // until the group has joined, its place is the end of the topic
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(500))
          .untilAsserted(
              () -> {
                invite("Priya Nair");
                assertThat(asked).contains("priya-nair");
              });

      var priya = people.await(record -> record.event().source().equals("/ingest/lookup"));
      assertThat(priya.key()).isEqualTo("in/priya-nair");
      assertThat(priya.get().name()).isEqualTo("Priya Nair");
      assertThat(priya.get().positions())
          .singleElement()
          .satisfies(job -> assertThat(job.company()).isEqualTo("Contoso"));

      invite("Priya Nair");
      invite("Unknown One");
      await().untilAsserted(() -> assertThat(asked).contains("unknown-one"));
      assertThat(asked.stream().filter("priya-nair"::equals)).hasSize(1);

      for (int i = 0; i < 4; i++) {
        invite("Failing N" + i);
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> metrics("tend_lookups_circuit_open 1.0"));
      invite("Late Comer");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> metrics("tend_lookups_total{outcome=\"left-alone\"} 3.0"));
      assertThat(asked).doesNotContain("late-comer");
      metrics("tend_lookups_total{outcome=\"found\"} 1.0");
      metrics("tend_lookups_total{outcome=\"unknown\"} 1.0");
      metrics("tend_lookups_budget_left");
    }
  }

  private static void metrics(String line) {
    asOperator().get("/q/metrics").then().body(containsString(line));
  }

  private static void invite(String name) {
    asIngest()
        .contentType("application/json")
        .body(Codec.TOPIC.write(AnInvitation.from(aPerson(name)).build()))
        .post("/invitations")
        .then()
        .statusCode(202);
  }
}
