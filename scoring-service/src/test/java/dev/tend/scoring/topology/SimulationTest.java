package dev.tend.scoring.topology;

import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.profileOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Stage;
import dev.tend.events.Topic;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.AnInvitation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A firm in disorder: invitations repeated, told by several sources, late, corrupt, to members who
 * join later; answers and choices to what was never sent; facts and connections that come and go.
 * Whatever happens, the law holds: received = accepted + asked + ignored + dead + undecided.
 */
class SimulationTest {
  private static final int STEPS = 400;
  private static final List<String> MEMBERS =
      List.of("Amy Chen", "Lee Park", "Robert Ash", "Noor Haddad", "Ida Lund");
  private static final List<String> INVITERS =
      List.of("Dana Roy", "Max Kern", "Eva Sol", "Tom Bell", "Wei Lin", "Ana Paz", "Robert Ash");
  private static final List<String> EMPLOYERS =
      List.of("Deloitte", "Northwind Rail", "Halden Bank");

  private final Map<String, Invitation> received = new HashMap<>();
  private final List<Invitation> told = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private int corrupt;

  /** Some seeds; another one is tried by {@code -Dtend.test.seed=…}. */
  static Stream<Long> seeds() {
    var wanted = Long.getLong("tend.test.seed");
    return wanted == null ? LongStream.rangeClosed(1, 6).boxed() : Stream.of(wanted);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLedgerBalancesWhateverHappens(long seed) {
    var random = new Random(seed);
    try (var stream = new TestStream()) {
      for (int step = 0; step < STEPS; step++) {
        happens(random, stream, step);
      }
      stream.pass(Duration.ofHours(2));
      check("seed " + seed, stream);
    }
  }

  private void happens(Random random, TestStream stream, int step) {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        var invitation = invitation(random, "i" + step);
        received.put(invitation.id(), invitation);
        told.add(invitation);
        stream.invitation(invitation);
      }
      case 3 -> anyTold(random).ifPresent(known -> toldAgain(known, random, stream, step));
      case 4 -> {
        corrupt++;
        stream.raw(Topic.INVITATIONS, "in/dana-roy", corrupt(random));
      }
      case 5 -> {
        var member = member(random);
        known.add(member.id());
        stream.member(member);
      }
      case 6 -> stream.person(inviter(random, pick(INVITERS, random)));
      case 7 ->
          stream.connected(profileOf(pick(INVITERS, random)), AMember.idOf(pick(MEMBERS, random)));
      case 8 ->
          stream.disconnected(
              profileOf(pick(INVITERS, random)), AMember.idOf(pick(MEMBERS, random)));
      case 9 ->
          stream.reply(
              anyTold(random).orElseGet(() -> invitation(random, "never-sent")),
              "We met at the Halden Bank project in 2014.");
      case 10 ->
          stream.choice(
              anyTold(random).orElseGet(() -> invitation(random, "never-sent")),
              pick(List.of(Choice.Kind.values()), random));
      default -> stream.pass(Duration.ofMinutes(random.nextInt(60 * 24 * 4)));
    }
  }

  /** The same invitation is delivered again, or another source tells of it under its own id. */
  private void toldAgain(Invitation known, Random random, TestStream stream, int step) {
    if (random.nextBoolean() && received.containsKey(known.id())) {
      stream.invitation(known);
    } else {
      var again = AnInvitation.from(known.inviter()).to(known.member()).id("again-" + step).build();
      told.add(again);
      stream.invitation(again, "/ingest/source-" + step);
    }
  }

  private void check(String seed, TestStream stream) {
    var byInvitation = stream.decisions().stream().collect(groupingBy(Decision::invitation));
    long dead =
        stream.letters().stream()
            .filter(letter -> letter.topic().equals(Topic.INVITATIONS.fullName()))
            .count();
    var undecided =
        received.values().stream()
            .filter(invitation -> !byInvitation.containsKey(invitation.id()))
            .toList();

    assertThat(dead).as("%s: dead letters", seed).isEqualTo(corrupt);
    assertThat(received.keySet())
        .as("%s: an invitation is decided under its first id", seed)
        .containsAll(byInvitation.keySet());
    assertThat(received.size() + corrupt)
        .as("%s: received = accepted + asked + ignored + dead + undecided", seed)
        .isEqualTo(byInvitation.size() + (int) dead + undecided.size());
    assertThat(undecided)
        .as("%s: only who is not known waits", seed)
        .noneMatch(invitation -> known.contains(invitation.member()));
    assertThat(stream.held(StateStores.UNDECIDED))
        .as("%s: what waits is remembered", seed)
        .isEqualTo(undecided.size());
    byInvitation.forEach((id, chain) -> checkChain(seed + ", invitation " + id, chain));
    checkNobodyIsAskedTwice(seed, byInvitation);
  }

  private static void checkChain(String what, List<Decision> chain) {
    var before = "";
    for (int i = 0; i < chain.size(); i++) {
      var decision = chain.get(i);
      assertThat(decision.supersedes()).as("%s: each supersedes the last", what).isEqualTo(before);
      assertThat(decision.revision()).as(what).isEqualTo(i + 1);
      if (i > 0) {
        assertThat(LastDecision.of(chain.get(i - 1)).saysTheSameAs(decision))
            .as("%s: what says nothing new is not said", what)
            .isFalse();
      }
      before = decision.id();
    }
  }

  private void checkNobodyIsAskedTwice(String seed, Map<String, List<Decision>> byInvitation) {
    var asked =
        received.values().stream()
            .filter(
                invitation ->
                    byInvitation.getOrDefault(invitation.id(), List.of()).stream()
                        .anyMatch(decision -> decision.verdict() == Verdict.ASK))
            .collect(
                Collectors.groupingBy(
                    invitation ->
                        invitation.member() + " asks " + invitation.inviter().profile().path()));
    asked.forEach(
        (who, invitations) ->
            assertThat(invitations).as("%s: %s more than once", seed, who).hasSize(1));
  }

  private static Invitation invitation(Random random, String id) {
    return AnInvitation.from(inviter(random, pick(INVITERS, random)))
        .to(AMember.idOf(pick(MEMBERS, random)))
        .id(id)
        .saying(random.nextBoolean() ? "" : "I would love to tell you about our offer " + id)
        .build();
  }

  private static Person inviter(Random random, String name) {
    var person = aPerson(name);
    return random.nextBoolean()
        ? person.build()
        : person.at(pick(EMPLOYERS, random), "2012-01", "2016-06").build();
  }

  private static Member member(Random random) {
    var name = pick(MEMBERS, random);
    return AMember.aMember(name)
        .at(pick(List.of(Stage.values()), random))
        .unsure(pick(List.of(Unsure.values()), random))
        .whoIs(aPerson(name).at(pick(EMPLOYERS, random), "2011-03", "2017-10"))
        .build();
  }

  private static byte[] corrupt(Random random) {
    var good = Codec.TOPIC.write(invitation(random, "corrupt"));
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
      case 1 -> "{\"id\":7}".getBytes(UTF_8);
      default -> {
        var noise = new byte[random.nextInt(50)];
        random.nextBytes(noise);
        yield noise;
      }
    };
  }

  private Optional<Invitation> anyTold(Random random) {
    return told.isEmpty() ? Optional.empty() : Optional.of(pick(told, random));
  }

  private static <T> T pick(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
