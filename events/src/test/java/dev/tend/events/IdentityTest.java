package dev.tend.events;

import static dev.tend.events.cast.APerson.aPerson;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.cast.AnInvitation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTest {
  private static final String MAIL = "/ingest/mail";
  private static final String ARCHIVE = "/ingest/archive";
  private static final String API = "/ingest/portability";
  private static final String HTTP = "/ingest/http";
  private static final Instant SENT = Instant.parse("2026-02-09T23:50:00Z");
  private static final Duration WINDOW = Identity.WINDOW;

  @Test
  void anotherSourceTellsOfTheSameUnderItsOwnId() {
    var mailed = told(MAIL, "linkedin-1", SENT);
    var archived = told(ARCHIVE, "", SENT.plus(Duration.ofMinutes(14)));

    assertThat(archived.id()).as("another day, another id").isNotEqualTo(derived(SENT));
    assertThat(archived.isOf(mailed)).isTrue();
  }

  @Test
  void oneSourceTellsTwoApartByIdsOfItsOwn() {
    assertThat(told(HTTP, "crm-1", SENT).isOf(told(HTTP, "crm-2", SENT))).isFalse();
    assertThat(told(HTTP, "crm-1", SENT).isOf(told(MAIL, "crm-2", SENT))).isTrue();
  }

  @Test
  void anIdThatWasDerivedTellsNothingApart() {
    var first = told(ARCHIVE, "", SENT);

    assertThat(told(ARCHIVE, "", SENT.plus(Duration.ofDays(1))).isOf(first)).isTrue();
    assertThat(told(ARCHIVE, "own", SENT).isOf(first)).isTrue();
  }

  @Test
  void theWindowEndsAfterThreeWeeks() {
    var first = told(MAIL, "linkedin-1", SENT);

    assertThat(told(HTTP, "a", SENT.plus(WINDOW)).isOf(first)).isTrue();
    assertThat(told(HTTP, "a", SENT.minus(WINDOW)).isOf(first)).isTrue();
    assertThat(told(HTTP, "a", SENT.plus(WINDOW).plusMillis(1)).isOf(first)).isFalse();
    assertThat(told(HTTP, "a", SENT.minus(WINDOW).minusMillis(1)).isOf(first)).isFalse();
  }

  @Test
  void theSameIdIsTheSameHoweverLate() {
    var later = told(HTTP, "linkedin-1", SENT.plus(Duration.ofDays(400)));

    assertThat(told(MAIL, "linkedin-1", SENT).isOf(later)).isTrue();
  }

  @Test
  void whatIsNotDatedCountsByItsReceipt() {
    var undated = Identity.of(invitation("a", null), HTTP, SENT);

    assertThat(undated.sent()).isEqualTo(SENT);
    assertThat(undated.isOf(told(MAIL, "b", SENT.minus(WINDOW)))).isTrue();
    assertThat(undated.isOf(told(MAIL, "b", SENT.minus(WINDOW).minusMillis(1)))).isFalse();
  }

  @Test
  void theFirstSourceThatKnowsWhenItWasSentDatesIt() {
    var undated = Identity.of(invitation("a", null), HTTP, SENT.plus(Duration.ofDays(20)));

    var both = undated.with(told(MAIL, "b", SENT)).with(told(ARCHIVE, "c", SENT.plusSeconds(1)));

    assertThat(both.sent()).isEqualTo(SENT);
    assertThat(both.isOf(told(API, "d", SENT.plus(Duration.ofDays(30))))).isFalse();
  }

  @Test
  void aClockThatIsAheadIsNotBelieved() {
    var ahead = Identity.of(invitation("a", SENT.plus(Duration.ofDays(365))), HTTP, SENT);

    assertThat(ahead.sent()).isEqualTo(SENT);
    assertThat(ahead.dated()).isFalse();
  }

  /** The archive says local times without a zone: an hour more or less changes nothing. */
  @Test
  void theHourThatTheClocksChangeMakesNoDifference() {
    var toronto = ZoneId.of("America/Toronto");
    var local = LocalDateTime.parse("2026-03-08T02:30:00");

    var taken = told(ARCHIVE, "", local.toInstant(ZoneOffset.UTC));

    assertThat(told(MAIL, "linkedin-1", local.atZone(toronto).toInstant()).isOf(taken)).isTrue();
  }

  @Test
  void theNearestIsMeantAndTheLaterOfTwo() {
    var first = told(MAIL, "linkedin-1", SENT);
    var second = told(MAIL, "linkedin-2", SENT.plus(Duration.ofDays(10)));
    var known = List.of(first, second);

    assertThat(among(known, told(HTTP, "a", SENT.plus(Duration.ofDays(4))))).isEqualTo(first);
    assertThat(among(known, told(HTTP, "a", SENT.plus(Duration.ofDays(6))))).isEqualTo(second);
    assertThat(among(known, told(HTTP, "a", SENT.plus(Duration.ofDays(5))))).isEqualTo(second);
    assertThat(among(known, told(HTTP, "linkedin-1", SENT.plus(Duration.ofDays(9)))))
        .isEqualTo(first);
    assertThat(among(known, told(MAIL, "linkedin-3", SENT))).isNull();
  }

  @Test
  void aFloodOfNamesIsBounded() {
    var identity = told(HTTP, "first", SENT);
    for (int i = 0; i < 100; i++) {
      identity = identity.with(told("/source/" + i, "id-" + i, SENT));
    }

    assertThat(identity.names()).hasSize(Identity.MOST_NAMES);
    assertThat(identity.id()).isEqualTo("first");
    assertThat(identity.isOf(told("/source/99", "id-99", SENT))).isTrue();
  }

  @Test
  void aSourceThatSaysNeitherIdNorDayMeansTheDayOfReceipt() {
    var bare =
        new Invitation("", "amy.chen", aPerson("Dana Roy").build(), "", null, null, List.of());

    assertThat(bare.identified(SENT).id())
        .isEqualTo(bare.identified(SENT.minusSeconds(60)).id())
        .isNotEqualTo(bare.identified(SENT.plus(Duration.ofDays(180))).id())
        .matches(Invitation::isDerived);
    assertThat(bare.identified().id()).isEqualTo(bare.identified().id());
  }

  static Stream<Long> seeds() {
    var wanted = Long.getLong("tend.test.seed");
    return wanted == null ? LongStream.rangeClosed(1, 300).boxed() : Stream.of(wanted);
  }

  /** Whatever the order in which sources tell of it, the same tellings are the same invitation. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theOrderOfSourcesDoesNotMatter(long seed) {
    var random = new Random(seed);
    var truth = new HashMap<String, Identity>();
    var meant = new HashMap<String, Set<String>>();
    var sent = SENT;
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      var tellings = tellings(random, sent, i);
      var ids = tellings.stream().map(Identity::id).collect(toSet());
      tellings.forEach(told -> truth.put(told.id(), told));
      ids.forEach(id -> meant.put(id, ids));
      sent = sent.plus(WINDOW).plus(Duration.ofHours(24 * 3 + random.nextInt(2000)));
    }
    var order = new ArrayList<>(truth.values());
    Collections.shuffle(order, random);

    var found = partition(order);

    assertThat(idsIn(found)).as("seed %d", seed).isEqualTo(Set.copyOf(meant.values()));
  }

  /** What four sources say of one invitation: late, in another zone, or without a time. */
  private static List<Identity> tellings(Random random, Instant sent, int number) {
    var all = new ArrayList<Identity>();
    all.add(told(MAIL, "linkedin-" + number, sent.plusSeconds(random.nextInt(90))));
    all.add(told(ARCHIVE, "", sent.plus(Duration.ofMinutes(random.nextInt(1680) - 840))));
    all.add(told(ARCHIVE, "", sent.plus(Duration.ofMinutes(random.nextInt(1680) - 840))));
    var received = sent.plus(Duration.ofHours(random.nextInt(48)));
    all.add(Identity.of(invitation("crm-" + number, null), HTTP, received));
    return all;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatASourceTellsApartIsNeverOneAndBothSidesAgree(long seed) {
    var random = new Random(seed);
    var tellings = new ArrayList<Identity>();
    for (int i = 0; i < 30; i++) {
      var source = List.of(MAIL, HTTP, ARCHIVE).get(random.nextInt(3));
      var id = random.nextInt(3) == 0 ? "" : source.substring(8) + random.nextInt(6);
      tellings.add(told(source, id, SENT.plus(Duration.ofDays(random.nextInt(60)))));
    }

    for (var identity : partition(tellings)) {
      for (var source : List.of(MAIL, HTTP, ARCHIVE)) {
        assertThat(identity.names())
            .as("seed %d", seed)
            .filteredOn(name -> name.source().equals(source) && !Invitation.isDerived(name.id()))
            .hasSizeLessThanOrEqualTo(1);
      }
    }
    for (var one : tellings) {
      for (var other : tellings) {
        assertThat(one.isOf(other)).as("seed %d", seed).isEqualTo(other.isOf(one));
      }
    }
  }

  private static List<Identity> partition(List<Identity> tellings) {
    var found = new ArrayList<Identity>();
    for (var told : tellings) {
      var known = Identity.among(found, Function.identity(), told);
      if (known.isPresent()) {
        found.set(found.indexOf(known.get()), known.get().with(told));
      } else {
        found.add(told);
      }
    }
    return found;
  }

  private static Set<Set<String>> idsIn(List<Identity> found) {
    return found.stream()
        .map(identity -> identity.names().stream().map(Identity.Name::id).collect(toSet()))
        .collect(toSet());
  }

  private static @Nullable Identity among(List<Identity> known, Identity told) {
    return Identity.among(known, Function.identity(), told).orElse(null);
  }

  private static Identity told(String source, String id, Instant sent) {
    return Identity.of(invitation(id, sent), source, sent.plus(Duration.ofDays(500)));
  }

  private static Invitation invitation(String id, @Nullable Instant sent) {
    return AnInvitation.from(aPerson("Dana Roy")).id(id).sentAt(sent).build();
  }

  private static String derived(Instant sent) {
    return invitation("", sent).id();
  }
}
