package dev.tend.ingest.crm;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tend.events.Connection;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class CrmTest {
  private final String broker = RealBroker.shared().bootstrapServers();

  @BeforeEach
  void membersAreThere() {
    put(aMember("Amy Chen").withClients("Own Client").build());
    put(aMember("Lee Park").build());
  }

  @AfterEach
  void leaveNothingToOtherTests() {
    upload("/crm/accounts", "Company,Type\n").statusCode(200);
    upload("/crm/accounts?member=amy.chen", "Company,Type\n").statusCode(200);
  }

  @Test
  void aContactBecomesKnownAndTiedToItsOwner() {
    try (var people = TopicReader.fromNow(broker, Topic.PEOPLE, Person.class);
        var ties = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      upload(
              "/crm/contacts",
              """
              First Name,Last Name,LinkedIn URL,Company,Job Title,Email,Country,Contact owner
              Dana,Ito,https://www.linkedin.com/in/dana-ito,Contoso,Head of Data,dana@contoso.example,CA,AMY.CHEN@tend.example
              Jonas,Falk,in/jonas-falk,Fabrikam,,,,Lee Park
              Mia,Roy,in/mia-roy,,,,,Somebody Gone
              No,Profile,,Contoso,,,,Lee Park
              Bad,Profile,https://mail.example/x,,,,,
              """)
          .statusCode(200)
          .body("kind", equalTo("contacts"))
          .body("rows", equalTo(5))
          .body("published", equalTo(3))
          .body("skipped", equalTo(1))
          .body("refusedCount", equalTo(1))
          .body("ties", equalTo(2))
          .body("retracted", equalTo(0))
          .body("refused.row", contains(5))
          .body("refused.field", contains("profile"));

      var dana = people.await(record -> record.key().equals("in/dana-ito"));
      assertThat(dana.get().headline()).isEqualTo("Head of Data at Contoso");
      assertThat(dana.get().email()).isEqualTo("dana@contoso.example");
      assertThat(dana.get().positions()).isEmpty();
      assertThat(dana.event().source()).isEqualTo("/ingest/crm");
      assertThat(people.await(3, record -> record.event().source().equals("/ingest/crm")))
          .hasSize(3);
      var tie = ties.await(record -> record.key().equals("in/dana-ito|amy.chen"));
      assertThat(tie.get().company()).isEqualTo("Contoso");
      assertThat(ties.await(record -> record.key().equals("in/jonas-falk|lee.park"))).isNotNull();

      upload("/crm/contacts", "Name,LinkedIn,Owner\nDana Ito,in/dana-ito,amy.chen\n")
          .body("retracted", equalTo(1));

      var gone =
          ties.await(
              record -> record.key().equals("in/jonas-falk|lee.park") && record.value() == null);
      assertThat(gone.record().value()).isNull();
    }
  }

  @Test
  void aTieThatAnotherSourceKnowsIsLeftToIt() {
    var told =
        new Connection(
            PersonKey.of("in/omar-haddad"),
            "lee.park",
            "Omar Haddad",
            "Northwind",
            "Baker",
            LocalDate.of(2019, 3, 1));
    try (var writer = new TopicWriter(broker)) {
      writer.connection(told, Instant.parse("2026-02-09T12:00:00Z"));
    }
    try (var ties = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      upload(
              "/crm/contacts?member=lee.park",
              "Name,LinkedIn,Company\nOmar Haddad,in/omar-haddad,Elsewhere\nTess Lund,in/tess-lund,X\n")
          .body("ties", equalTo(2));
      upload("/crm/contacts?member=lee.park", "Name,LinkedIn\n").body("retracted", equalTo(1));
      upload("/crm/contacts", "Name,LinkedIn\n").statusCode(200);

      var gone = ties.await(record -> record.value() == null && record.key().endsWith("lee.park"));
      assertThat(gone.key()).isEqualTo("in/tess-lund|lee.park");
      assertThat(ties.all()).noneMatch(record -> record.key().startsWith("in/omar-haddad|"));
    }
  }

  @Test
  void theContactsOfAMemberComeAsCards() {
    try (var ties = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      asIngest()
          .contentType("text/vcard")
          .body(
              "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Lima\r\nORG:Contoso\r\nURL:https://www.linkedin.com/in/ana-lima\r\nEND:VCARD\r\n")
          .put("/crm/contacts?member=amy.chen")
          .then()
          .statusCode(200)
          .body("published", equalTo(1));

      assertThat(ties.await(record -> record.key().equals("in/ana-lima|amy.chen")).get().name())
          .isEqualTo("Ana Lima");
    }
  }

  @Test
  void accountsOfTheFirmStandWithEveryMember() {
    try (var topic = TopicReader.fromNow(broker, Topic.MEMBERS, Member.class)) {
      upload(
              "/crm/accounts",
              "Firma;Status\nContoso;Kunde\nFabrikam;Interessent\nContoso;Kunde\nTailspin;Rätsel\n")
          .statusCode(200)
          .body("published", equalTo(2))
          .body("skipped", equalTo(1))
          .body("refused.row", contains(4))
          .body("refused.field", contains("kind"));

      var amy =
          topic.await(record -> record.key().equals("amy.chen") && record.get().accounts() != null);
      assertThat(amy.get().policy().clients()).containsExactly("Own Client");
      assertThat(amy.get().wishes().clients()).containsExactly("Own Client", "Contoso");
      assertThat(amy.get().wishes().prospects()).containsExactly("Fabrikam");
    }
    put(aMember("Lee Park").selective().build());
    put(aMember("Nina Berg").build());

    for (var id : new String[] {"lee.park", "nina.berg"}) {
      asIngest()
          .get("/members/{id}", id)
          .then()
          .body("accounts.firmClients", contains("Contoso"))
          .body("accounts.firmProspects", contains("Fabrikam"));
    }
  }

  @Test
  void accountsOfAMemberStandWithThemAloneAndAreReplaced() {
    upload("/crm/accounts?member=amy.chen&kind=client", "Account Name\nContoso\nNorthwind\n")
        .body("published", equalTo(2));
    upload("/crm/accounts?member=amy.chen&kind=client", "Account Name\nNorthwind\n")
        .body("retracted", equalTo(1));

    asIngest()
        .get("/members/amy.chen")
        .then()
        .body("accounts.clients", contains("Northwind"))
        .body("policy.clients", contains("Own Client"));
    asIngest().get("/members/lee.park").then().body("accounts", nullValue());
  }

  @Test
  void aColumnThatTendDoesNotKnowCanBeNamed() {
    upload("/crm/accounts?kind=client&column=company:Konto-Bez.", "Nr,Konto-Bez.\n1,Contoso\n")
        .body("published", equalTo(1));

    asIngest().get("/members/amy.chen").then().body("accounts.firmClients", hasItem("Contoso"));
  }

  @Test
  void whatIsWrongIsNamed() {
    upload("/crm/accounts?kind=friend", "Company\nX\n")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("kind"));
    upload("/crm/accounts?column=company:Nope", "Company\nX\n")
        .statusCode(400)
        .body("errors[0].field", equalTo("column"));
    upload("/crm/contacts?member=nobody", "Name\nX\n").statusCode(404);
    upload("/crm/contacts", "\"never closed")
        .statusCode(400)
        .body("detail", containsString("no column that Tend knows"));
    asIngest()
        .contentType("application/json")
        .body("{}")
        .put("/crm/contacts")
        .then()
        .statusCode(415);
  }

  @Test
  void onlyWhoMayBringThingsInIsLetIn() {
    for (var door : new String[] {"/crm/contacts", "/crm/accounts"}) {
      plain().contentType("text/csv").body("Name\n").put(door).then().statusCode(401);
      asOperator().contentType("text/csv").body("Name\n").put(door).then().statusCode(403);
    }
  }

  private static ValidatableResponse upload(String door, String csv) {
    return asIngest().contentType("text/csv; charset=utf-8").body(csv).put(door).then();
  }
}
