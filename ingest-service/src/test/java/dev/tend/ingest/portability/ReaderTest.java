package dev.tend.ingest.portability;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.profileOf;
import static dev.tend.testing.linkedin.Wire.became;
import static dev.tend.testing.linkedin.Wire.change;
import static dev.tend.testing.linkedin.Wire.connection;
import static dev.tend.testing.linkedin.Wire.incoming;
import static dev.tend.testing.linkedin.Wire.invited;
import static dev.tend.testing.linkedin.Wire.outgoing;
import static dev.tend.testing.linkedin.Wire.position;
import static dev.tend.testing.linkedin.Wire.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.Correspondence;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.ingest.portability.EarlierConnections.Earlier;
import dev.tend.ingest.portability.Progress.Standing;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import dev.tend.testing.linkedin.LinkedInStandIn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reader, driven by hand from step to step, with a clock of the test's own. */
class ReaderTest {
  private static final Instant CONSENTED = Instant.parse("2026-02-09T12:00:00Z");

  private final LinkedInStandIn standIn = LinkedInStandIn.start();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Member amy = aMember("Amy Chen").build();
  private final List<Publication> published = new ArrayList<>();
  private List<Publication> retractions = List.of();
  private List<Earlier> earlier = List.of();
  private String erased = "";
  private Instant now = CONSENTED;
  private final LinkedIn linkedin =
      new LinkedIn(
          Configured.of(Configured.at(standIn.port())),
          new PortabilityMetrics(meters),
          (InstantSource) () -> now);
  private final Reader reader =
      new Reader(
          linkedin,
          member -> earlier,
          (person, since) -> person.path().equals(erased) && !now.isBefore(since),
          new Reader.Settings(
              Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(7), Duration.ofDays(14)),
          new Random(42));
  private Grant grant =
      new Grant(
          standIn.accessToken(), CONSENTED.plus(Duration.ofDays(60)), standIn.refreshToken(), null);
  private Progress progress = Progress.before(new Consent("c1", CONSENTED, ""));
  private List<Held> held = List.of();

  @AfterEach
  void stop() {
    linkedin.close();
    standIn.close();
  }

  @Test
  void theSnapshotTellsWhoTheMemberIsWhomTheyKnowAndWhoAsks() throws Exception {
    var sentAt = Instant.parse("2026-02-01T08:15:00Z");
    standIn
        .inPagesOf(2)
        .has("PROFILE", List.of(profile("Amy", "Chen")))
        .has("POSITIONS", List.of(position("Deloitte", "Jan 2010", "Dec 2012")))
        .has("CONNECTIONS", List.of(connection("a"), connection("b"), connection("c")))
        .has(
            "INVITATIONS",
            List.of(incoming("d", sentAt), outgoing("e", sentAt), incoming("f", sentAt)));

    readOn();

    assertThat(topics())
        .containsExactly(
            Topic.MEMBERS,
            Topic.CONNECTIONS,
            Topic.CONNECTIONS,
            Topic.CONNECTIONS,
            Topic.INVITATIONS,
            Topic.INVITATIONS);
    var member = value(published.getFirst(), Member.class);
    var known = Objects.requireNonNull(member.profile());
    assertThat(known.profile().path()).isEqualTo("in/amy-at-linkedin");
    assertThat(known.positions()).hasSize(1);
    assertThat(known.headline()).isEqualTo("Partner");
    var invitation = value(published.getLast(), Invitation.class);
    assertThat(invitation.inviter().profile().path()).isEqualTo("in/f");
    assertThat(invitation.note()).isEqualTo("Hello from f");
    assertThat(invitation.sentAt()).isEqualTo(sentAt);
    assertThat(reader.due(progress)).isEqualTo(now.plus(Duration.ofHours(1)));
  }

  @Test
  void anInvitationOfTheChangelogIsNamedByTheSnapshot() throws Exception {
    started();
    var sentAt = CONSENTED.plus(Duration.ofMinutes(30)).plusMillis(420);
    standIn.tells(invited(7, sentAt, sentAt.plusSeconds(9)));
    standIn.has("INVITATIONS", List.of(incoming("dana", sentAt)));

    later(Duration.ofHours(1));
    readOn();

    assertThat(invitations()).extracting(one -> one.inviter().name()).containsExactly("Dana dana");
    assertThat(held).isEmpty();
  }

  @Test
  void newInvitationsAreFoundThoughTheChangelogIsSilent() throws Exception {
    standIn.has("INVITATIONS", List.of(incoming("old", CONSENTED)));
    started();
    standIn.has(
        "INVITATIONS", List.of(incoming("new", now.plusSeconds(600)), incoming("old", CONSENTED)));

    later(Duration.ofHours(6));
    readOn();
    later(Duration.ofHours(6));
    readOn();

    assertThat(invitations())
        .extracting(one -> one.inviter().profile().path())
        .containsExactly("in/new");
  }

  @Test
  void whoIsNoConnectionAnyMoreIsTakenBack() throws Exception {
    standIn.has("CONNECTIONS", List.of(connection("stays")));
    earlier = List.of(known("Gone Girl", Source.PORTABILITY), known("Old Friend", Source.ARCHIVE));

    started();

    assertThat(retractions).hasSize(1);
    var gone = retractions.getFirst();
    assertThat(gone.topic()).isEqualTo(Topic.CONNECTIONS);
    assertThat(gone.key()).isEqualTo("in/gone-girl|amy.chen");
  }

  @Test
  void thatTheyWroteToEachOtherStaysKnown() throws Exception {
    var correspondence =
        new Correspondence(LocalDate.of(2025, 3, 1), LocalDate.of(2026, 1, 9), 1, 2);
    standIn.has("PROFILE", List.of(profile("Amy", "Chen")));
    standIn.has("CONNECTIONS", List.of(connection("stays")));
    earlier =
        Stream.of(known("Stays", Source.ARCHIVE), known("Gone Girl", Source.PORTABILITY))
            .map(one -> new Earlier(one.connection().with(correspondence), one.source(), one.at()))
            .toList();

    readOn();

    var connections =
        published.stream()
            .filter(one -> one.topic() == Topic.CONNECTIONS)
            .map(one -> value(one, Connection.class))
            .toList();
    assertThat(connections)
        .extracting(Connection::correspondence)
        .containsExactly(correspondence, correspondence);
    assertThat(connections).extracting(Connection::areConnected).containsExactly(true, false);
  }

  @Test
  void anEmptyListSaysOfNobodyThatTheyAreGone() throws Exception {
    earlier = List.of(known("Gone Girl", Source.PORTABILITY), known("Old Friend", Source.ARCHIVE));

    started();

    assertThat(retractions).isEmpty();
  }

  @Test
  void untilSomebodyNamesItAnInvitationIsHeldAndThenItIsADeadLetter() throws Exception {
    started();
    standIn.tells(invited(7, now, now.plusSeconds(9)));
    later(Duration.ofHours(1));
    readOn();
    assertThat(held).extracting(Held::inviter).containsExactly("urn:li:person:inviter7");
    assertThat(published).isEmpty();

    for (int day = 0; day < 15; day++) {
      later(Duration.ofDays(1));
      readOn();
    }

    assertThat(held).isEmpty();
    assertThat(topics()).containsOnlyOnce(Topic.DEAD_LETTERS);
    var letter = value(published.getLast(), DeadLetter.class);
    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.TIMED_OUT);
    assertThat(new String(letter.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("urn:li:person:inviter7");
  }

  @Test
  void anInvitationThatWaitedWhenItsInviterWasErasedIsNotPublished() throws Exception {
    started();
    standIn.tells(invited(7, now, now.plusSeconds(9)));
    standIn.tells(invited(8, now.plusSeconds(600), now.plusSeconds(610)));
    later(Duration.ofHours(1));
    readOn();
    assertThat(held).hasSize(2);

    erased = "in/f";
    standIn.has(
        "INVITATIONS",
        List.of(
            incoming("f", CONSENTED.truncatedTo(ChronoUnit.MINUTES)),
            incoming("g", CONSENTED.plusSeconds(600).truncatedTo(ChronoUnit.MINUTES))));
    later(Duration.ofHours(1));
    readOn();

    assertThat(invitations())
        .extracting(one -> one.inviter().profile().path())
        .containsExactly("in/g");
    assertThat(held).isEmpty();
  }

  @Test
  void anInvitationThatIsAnsweredWhileItIsHeldIsNoLongerWaitedFor() throws Exception {
    started();
    standIn.tells(invited(7, now, now.plusSeconds(9)));
    standIn.tells(invited(8, now, now.plusSeconds(10)));
    later(Duration.ofHours(1));
    readOn();
    standIn.has("CONNECTIONS", List.of(connection("new")));

    standIn.tells(became(7, "WITHDRAWN", now, now.plusSeconds(20)));
    standIn.tells(became(8, "ACCEPTED", now, now.plusSeconds(21)));
    later(Duration.ofHours(1));
    readOn();

    assertThat(held).isEmpty();
    assertThat(topics()).containsExactly(Topic.CONNECTIONS);
  }

  @Test
  void changesOfOneMomentThatDoNotFitAPageAreAllRead() throws Exception {
    started();
    var moment = now.plusSeconds(60);
    for (int i = 0; i < 35; i++) {
      standIn.tells(invited(100 + i, now.plusSeconds(i * 180L), moment));
    }
    standIn.has(
        "INVITATIONS",
        IntStream.range(0, 35)
            .mapToObj(i -> incoming("i" + i, now.plusSeconds(i * 180L)))
            .toList());

    later(Duration.ofHours(3));
    readOn();

    assertThat(invitations()).extracting(Invitation::id).doesNotHaveDuplicates().hasSize(35);
    assertThat(held).isEmpty();
    assertThat(progress.changes().startTime()).isEqualTo(moment.toEpochMilli());
  }

  @Test
  void nothingIsPassedOverWhenTheNewestComeFirst() throws Exception {
    started();
    standIn.tellsTheNewestFirst();
    tellOf(25);

    later(Duration.ofHours(3));
    readOn();

    assertThat(invitations()).extracting(Invitation::id).doesNotHaveDuplicates().hasSize(25);
    assertThat(progress.changes().startTime()).isEqualTo(CONSENTED.plusSeconds(25).toEpochMilli());
  }

  @Test
  void aChangelogThatKnowsNoPagesIsReadByItsTimes() throws Exception {
    started();
    standIn.ignoresStart();
    tellOf(25);

    later(Duration.ofHours(3));
    readOn();

    assertThat(invitations()).extracting(Invitation::id).doesNotHaveDuplicates().hasSize(25);
    assertThat(progress.todo()).isEmpty();
  }

  private Earlier known(String name, Source source) {
    return new Earlier(
        new Connection(profileOf(name), amy.id(), name, "", "", null),
        source.uri(),
        CONSENTED.minusSeconds(60));
  }

  private void tellOf(int many) {
    for (int i = 1; i <= many; i++) {
      standIn.tells(invited(100 + i, now.plusSeconds(i * 180L), now.plusSeconds(i)));
    }
    standIn.has(
        "INVITATIONS",
        IntStream.rangeClosed(1, many)
            .mapToObj(i -> incoming("i" + i, now.plusSeconds(i * 180L)))
            .toList());
  }

  @Test
  void whatComesAgainSinceTheStartIsInclusiveIsKnown() throws Exception {
    started();
    standIn.tells(change(1, "connections", "CREATE", now.plusSeconds(9), Map.of()));
    standIn.has("CONNECTIONS", List.of(connection("a")));
    later(Duration.ofHours(1));
    readOn();
    assertThat(published).hasSize(1);

    later(Duration.ofHours(1));
    readOn();

    assertThat(published).hasSize(1);
    assertThat(standIn.calls().getLast())
        .contains("startTime=" + CONSENTED.plusSeconds(9).toEpochMilli());
  }

  @Test
  void whoeverWasAwayForLongerThanTheChangelogReachesTakesANewSnapshot() throws Exception {
    started();
    standIn.has("INVITATIONS", List.of(incoming("late", now.plusSeconds(60))));

    later(Duration.ofDays(27).plusSeconds(1));
    readOn();

    assertThat(invitations()).hasSize(1);
  }

  @Test
  void aRefusedTokenIsExchangedOnce() throws Exception {
    started();
    standIn.expireAccessTokens();
    var before = grant;
    later(Duration.ofHours(1));
    readOn();

    assertThat(grant.accessToken()).isNotEqualTo(before.accessToken());
    assertThat(grant.refreshToken()).isEqualTo(before.refreshToken());
    assertThat(progress.standing()).isEqualTo(Standing.READING);
    assertThat(progress.refreshed()).isFalse();
  }

  @Test
  void aTokenThatIsRefusedAfterItWasExchangedIsTheEnd() throws Exception {
    started();
    standIn.failsOnce("/rest", 401, "expired").failsOnce("/rest", 401, "expired");
    later(Duration.ofHours(1));
    readOn();

    assertThat(progress.standing()).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void aGrantThatLinkedInDoesNotRefreshIsTheEnd() throws Exception {
    started();
    standIn.revoke();
    later(Duration.ofHours(1));
    readOn();

    assertThat(progress.standing()).isEqualTo(Standing.EXPIRED);
  }

  @Test
  void aTokenIsExchangedBeforeItEnds() throws Exception {
    started();
    later(Duration.ofDays(60));
    readOn();

    assertThat(grant.expiresAt()).isAfter(now.plus(Duration.ofDays(59)));
    assertThat(standIn.calls()).noneMatch(call -> call.contains("401"));
  }

  @Test
  void aWithdrawnConsentIsNotAskedAgain() throws Exception {
    started();
    standIn.failsOnce("/rest", 403, "Not enough permissions to access");
    later(Duration.ofHours(1));
    readOn();

    assertThat(progress.standing()).isEqualTo(Standing.GONE);
  }

  @Test
  void retryAfterIsHeeded() throws Exception {
    started();
    standIn.failsOnce("/rest", 429, "Slow down", "Retry-After", "120");
    later(Duration.ofHours(1));
    begins();
    step();

    assertThat(reader.due(progress)).isBetween(now.plusSeconds(120), now.plusSeconds(125));
    assertThat(progress.standing()).isEqualTo(Standing.READING);
  }

  @Test
  void aDaysLimitOfTheApplicationKeepsEverybodyAwayUntilMidnight() throws Exception {
    started();
    standIn.failsOnce(
        "/rest",
        429,
        "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.");
    later(Duration.ofHours(1));
    begins();
    step();
    int calls = standIn.calls().size();
    var midnight = Instant.parse("2026-02-10T00:00:00Z");
    assertThat(reader.due(progress)).isBetween(midnight, midnight.plusSeconds(5));

    // somebody else's turn
    var other = Progress.before(new Consent("c2", CONSENTED, ""));
    var begun = reader.next(amy, grant, other, List.of(), now).progress();
    var refused = reader.next(amy, grant, begun, List.of(), now).progress();

    assertThat(reader.due(refused)).isBetween(midnight, midnight.plusSeconds(5));
    assertThat(standIn.calls()).hasSize(calls);
  }

  @Test
  void whileLinkedInIsAwayThePausesGrowAndNothingIsLost() throws Exception {
    started();
    standIn.tells(change(1, "connections", "CREATE", now.plusSeconds(9), Map.of()));
    standIn.has("CONNECTIONS", List.of(connection("a"), connection("b"), connection("c")));
    standIn
        .failsOnce("memberChangeLogs", 500, "Internal Server Error")
        .failsOnce("memberChangeLogs", 503, "Unavailable")
        .failsOnce("start=1", 504, "Gateway Timeout");
    later(Duration.ofHours(1));
    begins();
    var pauses = new ArrayList<Duration>();
    for (int i = 0; i < 2; i++) {
      step();
      pauses.add(Duration.between(now, reader.due(progress)));
    }

    now = reader.due(progress);
    readOn();

    assertThat(pauses.get(1)).isGreaterThan(pauses.get(0));
    assertThat(published).hasSize(3);
    assertThat(progress.pause()).isEqualTo(Pause.NONE);
  }

  @Test
  void anAnswerThatIsNoJsonIsTriedAgain() throws Exception {
    standIn.has("PROFILE", List.of(profile("Amy", "Chen")));
    standIn.failsOnce("memberSnapshotData", 200, "not what was asked for");

    readOn();

    assertThat(progress.standing()).isEqualTo(Standing.READING);
    assertThat(topics()).contains(Topic.MEMBERS);
  }

  @Test
  void theFirstSnapshotIsWaitedFor() throws Exception {
    begins();
    step();
    assertThat(reader.due(progress)).isBetween(now.plusSeconds(300), now.plusSeconds(305));

    standIn.has("PROFILE", List.of(profile("Amy", "Chen")));
    later(Duration.ofMinutes(6));
    readOn();

    assertThat(topics()).containsExactly(Topic.MEMBERS);
  }

  @Test
  void rowsThatCannotBeUsedArePassedOverAndCounted() throws Exception {
    var hidden = new HashMap<>(connection("x"));
    hidden.replaceAll((column, _) -> column.equals("Connected On") ? "08 Feb 2026" : "");
    standIn.has("PROFILE", List.of(profile("Amy", "Chen")));
    standIn.has("CONNECTIONS", List.of(hidden, connection("a")));

    readOn();

    assertThat(topics()).containsExactly(Topic.MEMBERS, Topic.CONNECTIONS);
  }

  /** A first snapshot with a profile only, and the first sweep; what came of them is put aside. */
  private void started() throws InterruptedException {
    standIn.has("PROFILE", List.of(profile("Amy", "Chen")));
    readOn();
    retractions = published.stream().filter(one -> one.value() == null).toList();
    published.clear();
  }

  private void later(Duration duration) {
    now = now.plus(duration);
  }

  private void begins() throws InterruptedException {
    step();
  }

  /** Steps until there is nothing to do before a while. */
  private void readOn() throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (progress.standing() != Standing.READING || reader.due(progress).isAfter(now)) {
        if (progress.pause().until() == null) {
          return;
        }
        now = reader.due(progress);
      }
      step();
    }
    throw new AssertionError("it never rests");
  }

  private void step() throws InterruptedException {
    var step = reader.next(amy, grant, progress, held, now);
    progress = step.progress();
    held = step.held();
    grant = step.fresh() == null ? grant : Objects.requireNonNull(step.fresh());
    published.addAll(step.events());
    var kept = Codec.TOPIC.write(progress);
    assertThat(Codec.TOPIC.read(kept, Progress.class)).isEqualTo(new Decoded.Value<>(progress));
    assertThat(kept.length + Codec.TOPIC.write(held).length).isLessThan(10_000);
  }

  private List<Topic> topics() {
    return published.stream().map(Publication::topic).toList();
  }

  private List<Invitation> invitations() {
    return published.stream()
        .filter(one -> one.topic() == Topic.INVITATIONS)
        .map(one -> value(one, Invitation.class))
        .toList();
  }

  private static <T> T value(Publication publication, Class<T> type) {
    return switch (Codec.TOPIC.read(Objects.requireNonNull(publication.value()), type)) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T>(var reason, var refusal) ->
          throw new AssertionError(refusal.sentence());
    };
  }
}
