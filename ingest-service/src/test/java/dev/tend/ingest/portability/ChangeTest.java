package dev.tend.ingest.portability;

import static dev.tend.testing.linkedin.Wire.OWNER;
import static dev.tend.testing.linkedin.Wire.became;
import static dev.tend.testing.linkedin.Wire.change;
import static dev.tend.testing.linkedin.Wire.invited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.ingest.portability.Change.Meaning;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {
  private static final Instant SENT = Instant.parse("2026-02-09T12:00:00.250Z");
  private static final Instant PROCESSED = Instant.parse("2026-02-09T12:00:07.001Z");
  private static final String ID = "urn:li:invitation:7";

  @Test
  void anInvitationIsOfTheTimeWhenItWasSent() {
    var read = read(invited(7, SENT, PROCESSED));

    assertThat(read)
        .map(Change::meaning)
        .contains(new Meaning.Invited(ID, "urn:li:person:inviter7", SENT));
    assertThat(read).map(Change::processedAt).contains(PROCESSED.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(strings = {"IGNORED", "WITHDRAWN", "EXPIRED", "declined"})
  void anAnsweredOneWaitsNoLonger(String state) {
    assertThat(read(became(7, state, SENT, PROCESSED)))
        .map(Change::meaning)
        .contains(new Meaning.Closed(ID, "urn:li:person:inviter7", false));
  }

  @Test
  void anAcceptedOneIsAConnection() {
    assertThat(read(became(7, "ACCEPTED", SENT, PROCESSED)))
        .map(Change::meaning)
        .contains(new Meaning.Closed(ID, "urn:li:person:inviter7", true));
  }

  @Test
  void aDeletedOneWaitsNoLonger() {
    var deleted = new LinkedHashMap<>(invited(7, SENT, PROCESSED));
    deleted.put("method", "DELETE");

    assertThat(read(deleted)).map(Change::meaning).containsInstanceOf(Meaning.Closed.class);
  }

  @Test
  void whatTheMemberSendsIsNoConcern() {
    var activity = Map.of("id", ID, "inviter", OWNER, "state", "PENDING", "sentAt", 1L);

    assertThat(read(change(1, "invitations", "CREATE", PROCESSED, activity)))
        .map(Change::meaning)
        .contains(new Meaning.NoConcern());
  }

  @Test
  void whatLacksItsTimeIsOfWhenLinkedInHeardOfIt() {
    var activity = Map.of("inviter", "urn:li:person:b", "created", Map.of("time", 5_000L));

    assertThat(read(change(1, "invitations", "CREATE", PROCESSED, activity)))
        .map(Change::meaning)
        .contains(new Meaning.Invited("r1", "urn:li:person:b", Instant.ofEpochMilli(5_000)));
    assertThat(
            read(
                change(
                    2, "invitations", "CREATE", PROCESSED, Map.of("inviter", "urn:li:person:b"))))
        .map(Change::meaning)
        .contains(new Meaning.Invited("r2", "urn:li:person:b", PROCESSED.minusMillis(800)));
  }

  @Test
  void whatFailedAtLinkedInCameToNothing() {
    var failed = new LinkedHashMap<>(invited(7, SENT, PROCESSED));
    failed.put("activityStatus", "FAILURE");

    assertThat(read(failed)).map(Change::meaning).contains(new Meaning.NoConcern());
  }

  @Test
  void changedConnectionsAndAllTheRestAreToldApart() {
    assertThat(read(change(1, "connections", "DELETE", PROCESSED, Map.of())))
        .map(Change::meaning)
        .contains(new Meaning.ConnectionsChanged());
    assertThat(read(change(1, "socialActions/comments", "CREATE", PROCESSED, Map.of())))
        .map(Change::meaning)
        .contains(new Meaning.NoConcern());
  }

  @Test
  void garbageIsNoChange() {
    assertThat(read(Map.of())).isEmpty();
    assertThat(read(Map.of("id", "seven", "processedAt", 1))).isEmpty();
    assertThat(read(Map.of("id", 7, "processedAt", Map.of()))).isEmpty();
    assertThat(read(Map.of("id", 7, "processedAt", 1))).map(Change::meaning).isPresent();
    assertThat(
            read(
                Map.of(
                    "id", 7, "processedAt", 1, "resourceName", "invitations", "activity", "text")))
        .map(Change::meaning)
        .contains(new Meaning.Unclear());
  }

  private static Optional<Change> read(Map<String, Object> change) {
    return Change.of(Codec.TOPIC.mapper().valueToTree(change));
  }
}
