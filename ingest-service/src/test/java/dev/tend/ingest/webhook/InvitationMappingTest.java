package dev.tend.ingest.webhook;

import static dev.tend.events.cast.AMember.aMember;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.ingest.mapping.MappingFile;
import dev.tend.ingest.webhook.InvitationMapping.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationMappingTest {
  private static final Member AMY = aMember("Amy Chen").build();

  private static final MemberLookup MEMBERS =
      new MemberLookup(
          Map.of("acc_1", "amy.chen", "acc_2", "somebody.gone"),
          "tend.ingest.webhooks.acme.accounts",
          id -> Optional.of(AMY).filter(amy -> amy.id().equals(id)),
          address -> Optional.of(AMY).filter(amy -> amy.email().equalsIgnoreCase(address)));

  @TempDir private Path folder = Path.of("");

  @Test
  void unipileListsInvitations() {
    var read =
        read(
            MappingFile.read("unipile", InvitationMapping.class),
            """
            {"object": "InvitationList", "account_id": "acc_1", "items": [
              {"object": "InvitationReceived", "id": "inv_123", "parsed_datetime": "2026-03-14T10:12:34.000Z", "date": "2 days ago",
               "invitation_text": "We met in Lisbon.", "inviter": {"inviter_name": "Dana Ito", "inviter_id": "78910",
               "inviter_public_identifier": "dana-ito", "inviter_description": "Head of Data"}},
              {"object": "InvitationSent", "id": "inv_124", "invited_user": "Jonas Falk"}], "cursor": null}
            """);

    var invitation = taken(read.getFirst());
    assertThat(invitation.id()).isEqualTo("unipile-inv_123");
    assertThat(invitation.member()).isEqualTo("amy.chen");
    assertThat(invitation.inviter().profile().path()).isEqualTo("in/dana-ito");
    assertThat(invitation.inviter().name()).isEqualTo("Dana Ito");
    assertThat(invitation.inviter().headline()).isEqualTo("Head of Data");
    assertThat(invitation.note()).isEqualTo("We met in Lisbon.");
    assertThat(invitation.sentAt()).isEqualTo(Instant.parse("2026-03-14T10:12:34Z"));
    assertThat(read.get(1)).isInstanceOf(Read.LeftAlone.class);
  }

  @Test
  void unipileSendsOneAlone() {
    var read =
        read(
            MappingFile.read("unipile", InvitationMapping.class),
            """
            {"object": "InvitationReceived", "id": "inv_9", "account_id": "acc_1",
             "inviter": {"inviter_name": "Dana Ito", "inviter_public_identifier": "dana-ito"}}
            """);

    assertThat(taken(read.getFirst()).id()).isEqualTo("unipile-inv_9");
  }

  @Test
  void theIdOfLinkedInIsTheSameAsInAMail() {
    var mapping = mapping("linkedinId: /urn\nid: /id\n");

    assertThat(one(mapping, "\"urn\": \"urn:li:invitation:6203\", \"id\": 7").id())
        .isEqualTo("linkedin-6203");
    assertThat(one(mapping, "\"urn\": 6203").id()).isEqualTo("linkedin-6203");
    assertThat(one(mapping, "\"urn\": null, \"id\": 7").id()).isEqualTo("unipile-7");
  }

  @Test
  void anIdThatIsNoneOfOursBecomesOne() {
    var mapping = mapping("id: /id\n");
    var odd = one(mapping, "\"id\": \"a b/ü\"").id();

    assertThat(odd)
        .isEqualTo(one(mapping, "\"id\": \"a b/ü\"").id())
        .matches("unipile-[0-9a-f]{64}");
    assertThat(odd).isNotEqualTo(one(mapping, "\"id\": \"a b/ä\"").id());
  }

  @Test
  void withoutAnIdPeopleAndDayMakeIt() {
    var mapping = mapping("sentAt: /at\n");
    var morning = one(mapping, "\"at\": \"2026-03-14T08:00:00Z\"");
    var evening = one(mapping, "\"at\": \"2026-03-14T20:00:00Z\"");
    var nextDay = one(mapping, "\"at\": \"2026-03-15T08:00:00Z\"");

    assertThat(morning.id()).isEqualTo(evening.id()).isNotEqualTo(nextDay.id());
  }

  @Test
  void membersAreFoundByAddressToo() {
    var mapping = mapping("note: /note\n");

    assertThat(
            taken(
                    read(
                            mapping,
                            "{\"to\": \"AMY.CHEN@tend.example\", \"profile\": \"in/dana-ito\", \"name\": \"Dana\"}")
                        .getFirst())
                .member())
        .isEqualTo("amy.chen");
  }

  @Test
  void whatIsWrongIsNamedByItsPlace() {
    var mapping = mapping("sentAt: /at\n");

    assertThat(refused(mapping, "{\"profile\": \"in/x\", \"name\": \"X\", \"account\": \"acc_9\"}"))
        .isEqualTo(
            "/account is an account of no member that is known; add it to tend.ingest.webhooks.acme.accounts");
    assertThat(refused(mapping, "{\"profile\": \"in/x\", \"name\": \"X\", \"account\": \"acc_2\"}"))
        .isEqualTo("/account names no member; put the member first");
    assertThat(refused(mapping, "{\"profile\": \"in/x\", \"name\": \"X\"}"))
        .isEqualTo("/account is missing, so that nobody can tell for whom it is");
    assertThat(refused(mapping, "{\"name\": \"X\", \"account\": \"acc_1\"}"))
        .isEqualTo("/profile is missing");
    assertThat(refused(mapping, "{\"profile\": \"in/x\", \"account\": \"acc_1\"}"))
        .isEqualTo("/name is missing");
    assertThat(
            refused(
                mapping,
                "{\"profile\": \"in/x\", \"name\": \"X\", \"account\": \"acc_1\", \"at\": \"yesterday\"}"))
        .isEqualTo("/at is in none of the mapping's dates");
    assertThat(refused(mapping, "7")).isEqualTo("/profile is missing");
  }

  @Test
  void theKeyOfWhatIsRefusedIsTheInviter() {
    var read =
        read(mapping(""), "{\"profile\": \"in/Dana-Ito\", \"name\": \"D\", \"account\": \"?\"}");

    assertThat(read.getFirst())
        .isInstanceOfSatisfying(
            Read.Refused.class, refused -> assertThat(refused.key()).isEqualTo("in/dana-ito"));
  }

  @Test
  void anEmptyListHoldsNothing() {
    assertThat(read(mapping(""), "[]")).isEmpty();
  }

  @Test
  void aMappingMustSayWhoAndForWhom() {
    assertThatThrownBy(() -> file("inviter: {profile: /p, name: /n}"))
        .hasMessageContaining("member is required");
    assertThatThrownBy(() -> file("member: {id: /m}\ninviter: {name: /n}"))
        .hasMessageContaining("inviter.profile is required");
    assertThatThrownBy(() -> file("member: {}\ninviter: {profile: /p, name: /n}"))
        .hasMessageContaining("member must have account, email or id");
    assertThatThrownBy(() -> file("member: {id: /m}\ninviter: {profile: /p, name: /n}\nmembr: /x"))
        .hasMessageContaining("membr is not a known field");
    assertThatThrownBy(() -> file("member: [unclosed")).hasMessageContaining("Correct the mapping");
  }

  private Invitation one(InvitationMapping mapping, String fields) {
    return taken(
        read(
                mapping,
                "{\"profile\": \"in/dana-ito\", \"name\": \"Dana Ito\", \"account\": \"acc_1\", %s}"
                    .formatted(fields))
            .getFirst());
  }

  private static String refused(InvitationMapping mapping, String json) {
    return switch (read(mapping, json).getFirst()) {
      case Read.Refused(var key, var element, var refusal) -> refusal.sentence();
      case Read other -> throw new AssertionError(other);
    };
  }

  private static Invitation taken(Read read) {
    return switch (read) {
      case Read.Taken(var invitation) -> invitation;
      case Read.Refused(var key, var element, var refusal) ->
          throw new AssertionError(refusal.sentence());
      case Read.LeftAlone alone -> throw new AssertionError("left alone");
    };
  }

  private static List<Read> read(InvitationMapping mapping, String json) {
    return switch (Codec.TOPIC.tree(json.getBytes(UTF_8))) {
      case Decoded.Value<JsonNode>(var tree) -> mapping.read("unipile", tree, MEMBERS);
      case Decoded.Refused<JsonNode>(var reason, var refusal) ->
          throw new AssertionError(refusal.sentence());
    };
  }

  private InvitationMapping mapping(String more) {
    return file(
        """
        member: {account: /account, email: /to}
        inviter: {profile: /profile, name: /name}
        """
            + more);
  }

  private InvitationMapping file(String yaml) {
    try {
      var file = Files.writeString(folder.resolve("mapping.yaml"), yaml);
      return MappingFile.read(file.toString(), InvitationMapping.class);
    } catch (IOException full) {
      throw new AssertionError(full);
    }
  }
}
