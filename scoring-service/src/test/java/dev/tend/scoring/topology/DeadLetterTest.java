package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.profileOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.DeadLetter.Reason;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadLetterTest {
  private final TestStream stream = new TestStream();

  @AfterEach
  void close() {
    stream.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Topic.class,
      names = {"MEMBERS", "PEOPLE", "CONNECTIONS", "INVITATIONS", "REPLIES", "CHOICES"})
  void whatIsNoJsonIsLaidAsideAndTheStreamGoesOn(Topic topic) {
    stream.raw(topic, "in/jane-doe", "{\"id\":".getBytes(UTF_8));

    assertThat(stream.letters())
        .extracting(DeadLetter::reason, DeadLetter::topic, DeadLetter::key, DeadLetter::service)
        .containsExactly(
            tuple(Reason.MALFORMED, topic.fullName(), "in/jane-doe", "scoring-service"));
    thenAnInvitationIsStillDecided();
  }

  @Test
  void whatIsNotWhatTheTopicCarriesIsInvalidAndSaysWhichField() {
    stream.raw(
        Topic.INVITATIONS, "in/jane-doe", "{\"id\":\"1\",\"member\":\"lee\"}".getBytes(UTF_8));

    assertThat(stream.letters())
        .extracting(DeadLetter::reason, DeadLetter::detail)
        .containsExactly(tuple(Reason.INVALID, "inviter is required"));
    thenAnInvitationIsStillDecided();
  }

  @Test
  void aTombstoneIsNoInvitation() {
    stream.raw(Topic.INVITATIONS, "in/jane-doe", null);

    assertThat(stream.letters()).extracting(DeadLetter::reason).containsExactly(Reason.INVALID);
  }

  @Test
  void aRecordUnderTheWrongKeyIsMisplaced() {
    var invitation = AnInvitation.from(aPerson("Dana Roy")).to("lee.park").build();

    stream.write(Topic.INVITATIONS, "in/somebody-else", invitation);
    stream.write(Topic.MEMBERS, "amy.chen", aMember("Lee Park").build());
    stream.write(Topic.CONNECTIONS, "no key of a connection", null);
    stream.raw(Topic.PEOPLE, null, Codec.TOPIC.write(aPerson("Dana Roy").build()));

    assertThat(stream.letters())
        .extracting(DeadLetter::reason)
        .containsExactly(Reason.MISPLACED, Reason.MISPLACED, Reason.MISPLACED, Reason.MISPLACED);
    assertThat(stream.decisions()).isEmpty();
  }

  @Test
  void theLetterHoldsTheRecordAsItWas() {
    var bytes = new byte[] {0, (byte) 0xff, 17};

    stream.raw(Topic.REPLIES, "lee.park", bytes);

    var letter = stream.letters().getFirst();
    assertThat(Base64.getDecoder().decode(letter.value())).isEqualTo(bytes);
    assertThat(letter.headers()).containsEntry("ce_source", "/ingest/http");
    assertThat(letter.origin()).isEqualTo("tend.replies/0/0");
    assertThat(letter.at()).isEqualTo(TestStream.START);
  }

  @Test
  void deadLettersAreCountedByReasonAndTopic() {
    stream.raw(Topic.REPLIES, "lee.park", new byte[] {1});
    stream.raw(Topic.REPLIES, "lee.park", new byte[] {2});

    var counter =
        stream
            .registry
            .get("tend.dead.letters")
            .tag("reason", "malformed")
            .tag("topic", "tend.replies")
            .counter();
    assertThat(counter.count()).isEqualTo(2);
  }

  private void thenAnInvitationIsStillDecided() {
    var lee = aMember("Lee Park").build();
    stream.member(lee);
    stream.connected(profileOf("Dana Roy"), "somebody.else");
    stream.invitation(AnInvitation.from(aPerson("Dana Roy")).to(lee).id("4711").build());
    assertThat(stream.decisions()).hasSize(1);
  }
}
