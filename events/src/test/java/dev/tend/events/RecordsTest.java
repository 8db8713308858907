package dev.tend.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all records alike. */
class RecordsTest {
  /** Ids and words that a log line may hold; everything else in an event may be about a person. */
  private static final Set<String> MAY_BE_LOGGED =
      Set.of(
          "id",
          "member",
          "invitation",
          "supersedes",
          "verdict",
          "policy",
          "name",
          "kind",
          "state",
          "choice",
          "reason",
          "topic",
          "stage",
          "unsure",
          "every",
          "receipt",
          "service",
          "part");

  static Stream<SampleFile> samples() {
    return SampleFile.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readTheSameAfterTheyWereWritten(SampleFile sample) {
    var once = read(sample.topic().carries(), sample.json());

    assertThat(read(sample.topic().carries(), Codec.TOPIC.write(once))).isEqualTo(once);
    assertThat(read(sample.topic().carries(), Codec.DOOR.write(once))).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("full")
  void areWrittenAsTheyWereRead(SampleFile sample) {
    var written = Codec.TOPIC.write(read(sample.topic().carries(), sample.json()));

    assertThat(tree(written)).isEqualTo(tree(sample.json()));
  }

  static Stream<SampleFile> full() {
    return Arrays.stream(Topic.values()).map(SampleFile::full);
  }

  /** A name in a signal is a word of the vocabulary; the name of a person is none. */
  @ParameterizedTest
  @MethodSource("samples")
  void nameNobodyInToString(SampleFile sample) {
    var personal = new ArrayList<String>();
    collect(tree(sample.json()), "", personal);

    assertThat(recordsIn(read(sample.topic().carries(), sample.json())))
        .allSatisfy(
            one ->
                assertThat(one.toString())
                    .doesNotContain(personal)
                    .doesNotContain("Zoë", "zoe", "zo%C3%AB", "Tomasz", "Amy Chen", "Lee Okafor"));
  }

  private static void collect(JsonNode node, String field, List<String> personal) {
    if (node.isTextual() && !MAY_BE_LOGGED.contains(field) && node.textValue().length() > 3) {
      personal.add(node.textValue());
    }
    node.properties().forEach(entry -> collect(entry.getValue(), entry.getKey(), personal));
    if (node.isArray()) {
      node.forEach(element -> collect(element, field, personal));
    }
  }

  private static Stream<Object> recordsIn(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().flatMap(RecordsTest::recordsIn);
    }
    if (!(value instanceof Record record) || value instanceof PartialDate) {
      return Stream.of();
    }
    var inside =
        Arrays.stream(record.getClass().getRecordComponents())
            .flatMap(
                component -> {
                  try {
                    component.getAccessor().setAccessible(true);
                    return Optional.ofNullable(component.getAccessor().invoke(record)).stream();
                  } catch (ReflectiveOperationException impossible) {
                    throw new LinkageError(impossible.getMessage(), impossible);
                  }
                })
            .flatMap(RecordsTest::recordsIn);
    // wishes name a time, not a person
    return record instanceof DigestWishes ? inside : Stream.concat(Stream.of(record), inside);
  }

  @Test
  void aPersonIsCompletedByWhatWasKnownEarlier() {
    var earlier = (Person) read(Person.class, SampleFile.full(Topic.PEOPLE).json());
    var newer =
        PersonBuilder.person(earlier.profile(), "Zoë M.").connections(0).skill("Mediation").build();

    var both = newer.completedBy(earlier);

    assertThat(both.name()).isEqualTo("Zoë M.");
    assertThat(both.connections()).isZero();
    assertThat(both.skills()).containsExactly("Mediation");
    assertThat(both.positions()).isEqualTo(earlier.positions());
    assertThat(both.photo()).isTrue();
    assertThat(both.completedBy(earlier)).as("again changes nothing").isEqualTo(both);
  }

  @Test
  void anInvitationWithoutAnIdIsTheSameOnTheSameDay() {
    var morning =
        "{'member':'lee','inviter':{'profile':'in/ann','name':'Ann'},'sentAt':'2026-02-09T00:00:00Z'}";
    var evening = morning.replace("T00:00:00Z", "T23:59:59Z").replace("'Ann'", "'Ann B.'");
    var tomorrow = morning.replace("02-09", "02-10");
    var other = morning.replace("in/ann", "in/bob");

    assertThat(idOf(evening)).isEqualTo(idOf(morning));
    assertThat(List.of(idOf(morning), idOf(tomorrow), idOf(other))).doesNotHaveDuplicates();
    assertThat(idOf(morning)).matches("[0-9a-f-]{36}");
  }

  private static String idOf(String json) {
    var bytes = json.replace('\'', '"').getBytes(UTF_8);
    return ((Invitation) read(Invitation.class, bytes)).identified().id();
  }

  @Test
  void decisionsCountTheirRevisions() {
    var json = SampleFile.full(Topic.DECISIONS).text();
    var second = (Decision) read(Decision.class, SampleFile.full(Topic.DECISIONS).json());
    var third =
        (Decision)
            read(Decision.class, json.replace("6971203344512/1", second.id()).getBytes(UTF_8));

    assertThat(second.id()).isEqualTo("6971203344512/2");
    assertThat(third.id()).isEqualTo("6971203344512/3");
  }

  @Test
  void whoOnlyWroteIsNotConnected() {
    var person = PersonKey.of("in/dana-roy");
    var day = LocalDate.parse("2025-03-09");
    var wrote = new Correspondence(day, day, 0, 1);

    assertThat(new Connection(person, "lee", "", "", "", null, true, null))
        .isEqualTo(new Connection(person, "lee", "", "", "", null));
    assertThat(Connection.correspondent(person, "lee", "Dana Roy", wrote).areConnected()).isFalse();
    assertThatThrownBy(() -> new Correspondence(day, day, 0, 0))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> new Correspondence(day, day.minusDays(1), 1, 0))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aConnectionLiesUnderItsPersonAndItsMember() {
    var connection = (Connection) read(Connection.class, SampleFile.full(Topic.CONNECTIONS).json());

    assertThat(connection.key()).hasToString("in/zoë-marchetti|amy.chen");
    assertThat(ConnectionKey.of(connection.key().toString())).isEqualTo(connection.key());
  }

  @Test
  void signalsSpeakTheVocabularyOfTheDesign() {
    assertThat(wordsOn(Axis.RELEVANCE))
        .containsExactlyInAnyOrder(
            "same-employer",
            "mutual-connections",
            "same-school",
            "colleague-knows-them",
            "same-field",
            "known-correspondent",
            "same-cause",
            "claim-confirmed",
            "company-of-interest",
            "personal-note",
            "aspired-role",
            "reply-explains",
            "client",
            "prospect",
            "expert",
            "candidate",
            "same-place");
    assertThat(wordsOn(Axis.RISK))
        .containsExactlyInAnyOrder(
            "claim-unsupported",
            "copied-note",
            "scant-profile",
            "sales-pitch",
            "unfamiliar-language",
            "link-in-note",
            "far-away",
            "implausible-history",
            "no-portrait",
            "few-connections",
            "mass-inviter",
            "ignored-before",
            "impersonation",
            "blocked");
    assertThat(SignalName.of("same-employer")).contains(SignalName.SAME_EMPLOYER);
    assertThat(SignalName.of("sung-note")).isEmpty();
  }

  private static List<String> wordsOn(Axis axis) {
    return Arrays.stream(SignalName.values())
        .filter(name -> name.axis() == axis)
        .map(SignalName::word)
        .toList();
  }

  @Test
  void topicsAreNamedAndKeptAsTheDesignSays() {
    assertThat(
            Arrays.stream(Topic.values())
                .collect(
                    Collectors.toMap(
                        Topic::fullName,
                        topic -> topic.retention().map(Duration::toDays).orElse(-1L))))
        .containsOnly(
            entry("tend.members", -1L),
            entry("tend.people", -1L),
            entry("tend.connections", -1L),
            entry("tend.invitations", 365L),
            entry("tend.replies", 365L),
            entry("tend.choices", 365L),
            entry("tend.decisions", 365L),
            entry("tend.mail", 90L),
            entry("tend.sources", -1L),
            entry("tend.erasures", 400L),
            entry("tend.erased", 400L),
            entry("tend.dead-letters", 30L));
    assertThat(Topic.values()).extracting(Topic::eventType).doesNotHaveDuplicates();
  }

  @Test
  void aProblemIsReadAsItWasWritten() {
    var problem = Problem.of(400, "Bad Request", new Refusal("inviter.name", "is required"));

    assertThat(read(Problem.class, Codec.DOOR.write(problem))).isEqualTo(problem);
    assertThat(read(Problem.class, Codec.DOOR.write(Problem.of(503, "Unavailable", "Try later"))))
        .isEqualTo(Problem.of(503, "Unavailable", "Try later"));
    assertThat(problem.detail()).isEqualTo("inviter.name is required");
  }

  private static Object read(Class<?> type, byte[] json) {
    return switch (Codec.TOPIC.read(json, type)) {
      case Decoded.Value<?>(var value) -> value;
      case Decoded.Refused<?>(_, var refusal) -> throw new AssertionError(refusal.sentence());
    };
  }

  private static JsonNode tree(byte[] json) {
    return (JsonNode) read(JsonNode.class, json);
  }
}
