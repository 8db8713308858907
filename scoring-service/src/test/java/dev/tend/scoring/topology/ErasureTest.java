package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.profileOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Connection;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.SignalName;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is to be forgotten is found nowhere in the stream's memory. */
class ErasureTest {
  private static final Member LEE = aMember("Lee Park").build();
  private static final Member AMY = aMember("Amy Chen").whoIs(aPerson("Amy Chen")).build();
  private static final String NOTE =
      "I run workshops on negotiating with difficult suppliers and would love to trade notes";

  private final TestStream stream = new TestStream();

  @BeforeEach
  void joined() {
    stream.member(LEE);
    stream.member(AMY);
    connected("Wei Lin", "lee.park");
  }

  @AfterEach
  void close() {
    stream.close();
  }

  private void connected(String name, String member) {
    var connection =
        new Connection(
            profileOf(name), member, name, "Halden Bank", "Partner", LocalDate.of(2019, 3, 1));
    stream.write(Topic.CONNECTIONS, connection.key().toString(), connection);
  }

  private Invitation invited(String inviter, Member member) {
    var invitation =
        AnInvitation.from(aPerson(inviter).at("Halden Bank", "2015-01", null))
            .to(member)
            .id((inviter.charAt(0) + "-" + member.id()).toLowerCase(java.util.Locale.ROOT))
            .saying(NOTE)
            .build();
    stream.invitation(invitation);
    return invitation;
  }

  /** In every store, as in its topic: {@link StateStores} names them all. */
  private void assertForgotten(String... words) {
    for (var store : stores().toList()) {
      assertThat(stream.compacted(store)).as(store).doesNotContain(words);
    }
  }

  private static Stream<String> stores() {
    return StateStores.onDisk().all().stream().map(store -> store.name());
  }

  private static int sum(List<Erased> erased, String what) {
    return erased.stream().mapToInt(part -> part.removed().getOrDefault(what, 0)).sum();
  }

  @Test
  void aPersonIsFoundNowhereAndEveryPartSaysSo() {
    stream.person(aPerson("Dana Roy").at("Halden Bank", "2012-01", null).build());
    connected("Dana Roy", "lee.park");
    connected("Dana Roy", "amy.chen");
    connected("Dana Roy", "not.here.yet");
    var toLee = invited("Dana Roy", LEE);
    invited("Dana Roy", AMY);
    stream.choice(toLee, Choice.Kind.IGNORE);
    stream.invitation(
        AnInvitation.from(aPerson("Max Kern"))
            .to(LEE)
            .id("k-1")
            .sharing(profileOf("Dana Roy"), profileOf("Wei Lin"))
            .build());

    stream.erase(Erasure.Kind.PERSON, "in/dana-roy");

    assertForgotten("Dana Roy", "dana-roy", "d-lee.park");
    var erased = stream.erased();
    assertThat(erased)
        .extracting(Erased::part, Erased::parts)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("inviters-0", 2),
            org.assertj.core.groups.Tuple.tuple("members-0", 2));
    assertThat(sum(erased, "profiles")).isEqualTo(1);
    assertThat(sum(erased, "connections")).isEqualTo(3);
    assertThat(sum(erased, "invitations")).isEqualTo(2);
    assertThat(sum(erased, "mentions")).isEqualTo(1);
    assertThat(stream.disconnected())
        .contains("in/dana-roy|lee.park", "in/dana-roy|amy.chen", "in/dana-roy|not.here.yet");
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void everybodyElseIsLeftAsTheyWere() {
    invited("Max Kern", LEE);
    invited("Dana Roy", LEE);

    stream.erase(Erasure.Kind.PERSON, "in/dana-roy");

    assertThat(stream.held(StateStores.DEALINGS)).isEqualTo(1);
    assertThat(stream.held(StateStores.PEOPLE)).isEqualTo(2);
    assertThat(stream.held(StateStores.SIGHTINGS)).isEqualTo(1);
    assertThat(stream.held(StateStores.ACQUAINTANCES)).isGreaterThan(0);
  }

  @Test
  void whatWaitsForItsMemberWaitsNoLonger() {
    stream.invitation(AnInvitation.from(aPerson("Dana Roy")).to("no.one").id("d-1").build());
    assertThat(stream.held(StateStores.UNDECIDED)).isEqualTo(1);

    stream.erase(Erasure.Kind.PERSON, "in/dana-roy");

    assertThat(stream.held(StateStores.UNDECIDED)).isZero();
    assertForgotten("dana-roy", "d-1");
  }

  @Test
  void whoComesAgainIsAStrangerAndNotRememberedAsIgnored() {
    stream.choice(invited("Dana Roy", LEE), Choice.Kind.IGNORE);
    stream.erase(Erasure.Kind.PERSON, "in/dana-roy");
    stream.pass(Duration.ofDays(1));

    var again =
        AnInvitation.from(aPerson("Dana Roy")).to(LEE).id("d-again").saying("Hello").build();
    stream.invitation(again);

    assertThat(stream.lastOn(again).signals())
        .noneMatch(signal -> signal.name().equals(SignalName.IGNORED_BEFORE.word()));
  }

  @Test
  void anErasureOfNobodyIsConfirmedAsWell() {
    stream.erase(Erasure.Kind.PERSON, "in/nobody");

    assertThat(stream.erased()).hasSize(2).allMatch(part -> part.removed().isEmpty());
    assertThat(stream.disconnected()).isEmpty();
  }

  @Test
  void aMemberIsFoundNowhereWithAllThatIsTheirs() {
    connected("Ana Paz", "amy.chen");
    connected("Dana Roy", "amy.chen");
    var toAmy = invited("Dana Roy", AMY);
    stream.choice(toAmy, Choice.Kind.ACCEPT);
    invited("Dana Roy", LEE);

    stream.write(Topic.MEMBERS, "amy.chen", null);
    stream.erase(Erasure.Kind.MEMBER, "amy.chen");

    assertForgotten("amy.chen", "Amy Chen", "amy-chen", "Ana Paz");
    assertThat(stream.disconnected()).contains("in/ana-paz|amy.chen", "in/dana-roy|amy.chen");
    assertThat(stream.held(StateStores.DEALINGS)).isEqualTo(1);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void anErasureThatIsNoneIsADeadLetter() {
    stream.raw(Topic.ERASURES, "r1", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(stream.letters()).hasSize(1);
    assertThat(stream.erased()).isEmpty();
  }
}
