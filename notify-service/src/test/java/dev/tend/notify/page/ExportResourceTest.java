package dev.tend.notify.page;

import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.Verdict;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class ExportResourceTest {
  private final TopicWriter topics = new TopicWriter(RealBroker.shared().bootstrapServers());

  private static String address(Member member) {
    return "/api/members/" + member.id() + "/export";
  }

  private static Map<String, byte[]> files(Member member, String token) throws IOException {
    var zip =
        given()
            .header("Authorization", token)
            .get(address(member))
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    var files = new TreeMap<String, byte[]>();
    try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        files.put(entry.getName(), entries.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static JsonNode json(byte[] file) {
    return switch (Codec.DOOR.tree(file)) {
      case Decoded.Value<JsonNode>(var tree) -> tree;
      case Decoded.Refused<JsonNode> refused -> throw new AssertionError(refused.toString());
    };
  }

  @Test
  void holdsTheMemberTheirInvitationsAndTheirMails() throws Exception {
    var member = member("Amy Takes");
    var asked = invitation(member, "Jane Taken");
    topics.member(member, RECEIVED);
    topics.invitation(asked, RECEIVED);
    topics.decision(decided(asked, Verdict.ASK));
    for (int i = 0; i < 60; i++) {
      topics.invitation(invitation(member, "Person " + i, ""), RECEIVED.plusSeconds(i));
    }
    var formula =
        AnInvitation.from(APerson.aPerson("Max Kern"))
            .id(member.id() + "-formula")
            .to(member)
            .saying("=HYPERLINK(\"https://elsewhere.example\")")
            .build();
    topics.invitation(formula, RECEIVED.plusSeconds(100));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var files = files(member, Tokens.bearer("operator"));
              assertThat(json(file(files, "invitations.json"))).hasSize(62);
              assertThat(json(file(files, "mails.json"))).hasSize(1);
            });
    var files =
        files(member, "Bearer " + Tokens.token(member.id(), Duration.ofMinutes(5), "member"));

    assertThat(files)
        .containsOnlyKeys(
            "README.txt", "member.json", "invitations.json", "invitations.csv", "mails.json");
    assertThat(Codec.DOOR.read(file(files, "member.json"), Member.class))
        .isEqualTo(new Decoded.Value<>(member));
    assertThat(json(file(files, "invitations.json")).findValuesAsText("note"))
        .contains("We met at the forum");
    var mail = json(file(files, "mails.json")).get(0);
    assertThat(mail.at("/mail/kind").asText()).isEqualTo("question");
    assertThat(mail.get("text").asText()).contains("Jane");
    var table = new String(file(files, "invitations.csv"), UTF_8);
    assertThat(table).startsWith("received,inviter,").contains("Jane Taken", "'=HYPERLINK");
    assertThat(new String(file(files, "README.txt"), UTF_8)).contains("invitations.csv");
  }

  @Test
  void isForTheMemberAndForOperators() {
    var member = member("Amy Own");
    given().get(address(member)).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + Tokens.token("other", Duration.ofMinutes(5), "member"))
        .get(address(member))
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .get(address(member))
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
