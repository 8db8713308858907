package dev.tend.local;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.profileOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Connection;
import dev.tend.events.Member;
import dev.tend.events.cast.AnInvitation;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealDatabase;
import dev.tend.testing.TopicWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever is erased is in no current state any more: no last value of a key of any compacted topic,
 * those behind the stream's stores among them, and no row of the database.
 */
class ErasureTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final RealBroker broker = RealBroker.start();
  private final RealDatabase database = RealDatabase.start();

  @AfterEach
  void close() {
    database.close();
    broker.close();
  }

  @Test
  void nothingIsLeftOfWhoIsErased() throws Exception {
    var parts = new DatabaseAddress(database.jdbcUrl(), database.user(), database.password());
    var later = Map.of("TEND_NOTIFY_QUESTION_DELAY", "PT1H");
    try (var tend =
        EndToEnd.start(folder, plan -> plan.on(broker.bootstrapServers(), parts).with(later))) {
      var ona = aMember("Ona Begone").growing().whoIs(aPerson("Ona Begone")).build();
      var lee = aMember("Lee Park").growing().build();
      tend.put(ona);
      tend.put(lee);
      known("Jane Begone", lee);
      known("Wei Lin", ona);
      invited(tend, ona, lee);
      assertThat(found("Jane Begone", "jane-begone")).hasSizeGreaterThan(5);

      var person = tend.erase("/people/in/jane-begone");

      awaitDone(tend, person);
      awaitNothingOf("Jane Begone", "jane-begone", "jane.begone");
      assertThat(tend.toldByIngest(person + "?of=in/jane-begone").path("matches").asBoolean())
          .isTrue();
      assertThat(found("Max Kern")).isNotEmpty();
      theLedgerBalances(tend);

      awaitDone(tend, tend.erase("/members/" + ona.id()));
      awaitNothingOf("Ona Begone", "ona.begone", "ona-begone");
      theLedgerBalances(tend);
    }
  }

  /** As archives and look-ups tell it. */
  private void known(String name, Member to) {
    try (var topics = new TopicWriter(broker.bootstrapServers())) {
      var now = Instant.now();
      topics.person(aPerson(name).at("Halden Bank", "2012-01", null).build(), now);
      topics.connection(
          new Connection(profileOf(name), to.id(), name, "Halden Bank", "Partner", null), now);
    }
  }

  private static void invited(EndToEnd tend, Member ona, Member lee) throws Exception {
    var jane = aPerson("Jane Begone").with(person -> person.email("jane.begone@elsewhere.example"));
    tend.postAccepted(
        AnInvitation.from(jane).to(ona).id("one").saying("We met, did we not?").build(),
        AnInvitation.from(jane).to(lee).id("two").build(),
        AnInvitation.from(aPerson("Max Kern"))
            .to(lee)
            .id("three")
            .sharing(profileOf("Jane Begone"))
            .build());
    await("three verdicts")
        .atMost(PATIENCE)
        .until(
            () -> {
              var ledger = tend.told("/api/ledger");
              return ledger.path("received").asInt() == 3
                  && ledger.path("undecided").asInt() == 0
                  && ledger.path("balanced").asBoolean();
            });
    assertThat(tend.postToNotify("/api/members/" + lee.id() + "/digests")).isEqualTo(202);
  }

  private static void awaitDone(EndToEnd tend, String receipt) {
    await("the receipt")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var told = tend.toldByIngest(receipt);
              assertThat(told.path("state").asText()).as("%s", told).isEqualTo("done");
            });
  }

  private static void theLedgerBalances(EndToEnd tend) throws Exception {
    var ledger = tend.told("/api/ledger");
    assertThat(ledger.path("received").asInt()).as("received: %s", ledger).isEqualTo(3);
    assertThat(ledger.path("balanced").asBoolean()).as("balanced: %s", ledger).isTrue();
  }

  /** What the parts of the stream tell each other is under way for a moment longer. */
  private void awaitNothingOf(String... words) {
    await("nothing of who is erased")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(found(words)).isEmpty());
  }

  /** Where any of these words stands. */
  private List<String> found(String... words) throws Exception {
    var found = new ArrayList<String>();
    for (var word : words) {
      found.addAll(tablesWith(word));
      compacted()
          .forEach(
              (key, value) -> {
                if ((key + value).contains(word)) {
                  found.add(key);
                }
              });
    }
    return found;
  }

  private List<String> tablesWith(String word) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var tables =
            connection.prepareStatement(
                """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """);
        var names = tables.executeQuery()) {
      var found = new ArrayList<String>();
      while (names.next()) {
        var table = names.getString(1);
        try (var rows =
            connection.prepareStatement(
                "select 1 from " + table + " t where position(? in t::text) > 0 limit 1")) {
          rows.setString(1, word);
          try (var row = rows.executeQuery()) {
            if (row.next()) {
              found.add(table);
            }
          }
        }
      }
      return found;
    }
  }

  /** The last value of each key of every compacted topic, by topic, partition and key. */
  private Map<String, String> compacted() throws Exception {
    var last = new HashMap<String, String>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          compactedTopics().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          var key =
              record.topic() + "/" + record.partition() + " " + new String(record.key(), UTF_8);
          if (record.value() == null) {
            last.remove(key);
          } else {
            last.put(key, new String(record.value(), UTF_8));
          }
        }
      }
    }
    return last;
  }

  private Collection<String> compactedTopics() throws Exception {
    try (var admin = broker.admin()) {
      var topics =
          admin.listTopics().names().get().stream()
              .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
              .toList();
      var compacted =
          admin.describeConfigs(topics).all().get().entrySet().stream()
              .filter(
                  topic ->
                      topic
                          .getValue()
                          .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                          .value()
                          .contains(TopicConfig.CLEANUP_POLICY_COMPACT))
              .map(topic -> topic.getKey().name())
              .toList();
      assertThat(compacted)
          .contains("tend.people", "tend.connections", "tend.members")
          .anyMatch(name -> name.endsWith("-dealings-changelog"));
      return compacted;
    }
  }
}
