package dev.tend.ingest.archive;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static dev.tend.testing.linkedin.AnArchive.anArchive;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.Correspondence;
import dev.tend.events.Decoded;
import dev.tend.events.Education;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.events.Topic;
import dev.tend.events.Volunteering;
import dev.tend.ingest.IngestResource;
import dev.tend.ingest.members.Members;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import dev.tend.testing.linkedin.AnArchive;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class ArchiveTest {
  private static final String PROFILE =
      """
      First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers
      Nora,"Berg, CPA",,1 Elm Street,5 May,Partner &amp; Founder,"Two lines
      of text",Management Consulting,M5V,"Toronto, Ontario, Canada",,,
      """;

  private final String broker = RealBroker.shared().bootstrapServers();

  @Inject Imports imports;
  @Inject Spool spool;
  @Inject Members members;

  @Test
  void anExportFillsTheMembersOwnHistory() {
    put(
        aMember("Nora Berg")
            .interestedIn("Northwind")
            .whoIs(aPerson("Nora Berg").at("Old", null, null))
            .build());

    var report =
        imported(
            "nora.berg",
            anArchive()
                .with("Profile.csv", PROFILE)
                .with(
                    "Positions.csv",
                    """
                    Company Name,Title,Description,Location,Started On,Finished On
                    Deloitte,Senior Manager,Did things,Toronto,Jan 2010,Dec 2012
                    Berg & Co,Founder,,,2013,
                    Nowhere,Dreamer,,,Jan 2013,someday
                    ,Nobody,,,2001,2002
                    """
                        .replace("\n", "\r\n"))
                .with(
                    "Education.csv",
                    "\uFEFFSchool Name,Start Date,End Date,Notes,Degree Name,Activities\nYork University,2001,Sep 2005,,MBA,\n")
                .with(
                    "Volunteering.csv",
                    "Company Name,Role,Cause,Started On,Finished On,Description\nHarbour Food Bank,Driver,Poverty Alleviation,2019,,\n")
                .with("Skills.csv", "Name\nStrategy\nStrategy\nNegotiation")
                .with("Languages.csv", "Name,Proficiency\nEnglish,Native\nFrench,\n")
                .with(
                    "Company_Follows.csv",
                    "Organization,Followed On\nNORTHWIND,2024/02/01 15:02:55 UTC\nContoso,02/15/25\n")
                .with("Jobs/Saved Jobs.csv", "Job Title,Company\nCEO,Initech\n")
                .with("picture.jpg", noise(200_000))
                .build());

    report
        .body("state", equalTo("done"))
        .body("member", equalTo("nora.berg"))
        .body("finishedAt", not(emptyOrNullString()))
        .body("files.find { it.kind == 'positions' }.rows", equalTo(4))
        .body("files.find { it.kind == 'positions' }.published", equalTo(2))
        .body("files.find { it.kind == 'positions' }.refused.row", contains(3, 4))
        .body(
            "files.find { it.kind == 'positions' }.refused.field",
            contains("Finished On", "Company Name"))
        .body("files.find { it.name == 'Jobs/Saved Jobs.csv' }.kind", equalTo("ignored"))
        .body("files.find { it.name == 'picture.jpg' }.kind", equalTo("ignored"));

    var nora = member("nora.berg");
    var known = profile("nora.berg");
    assertThat(known.profile()).isEqualTo(PersonKey.of("in/nora-berg"));
    assertThat(known.name()).isEqualTo("Nora Berg, CPA");
    assertThat(known.headline()).isEqualTo("Partner & Founder");
    assertThat(known.about()).isEqualTo("Two lines\nof text");
    assertThat(known.industry()).isEqualTo("Management Consulting");
    assertThat(known.location()).isEqualTo("Toronto, Ontario, Canada");
    assertThat(known.country()).as("known before").isEqualTo("CA");
    assertThat(known.positions())
        .containsExactly(
            new Position(
                "Deloitte", "Senior Manager", PartialDate.of("2010-01"), PartialDate.of("2012-12")),
            new Position("Berg & Co", "Founder", PartialDate.of("2013"), null));
    assertThat(known.education())
        .containsExactly(
            new Education(
                "York University", "MBA", "", PartialDate.of("2001"), PartialDate.of("2005-09")));
    assertThat(known.volunteering())
        .containsExactly(new Volunteering("Harbour Food Bank", "Driver", "Poverty Alleviation"));
    assertThat(known.skills()).containsExactly("Strategy", "Negotiation");
    assertThat(known.languages()).containsExactly("English", "French");
    assertThat(nora.policy().companiesOfInterest()).containsExactly("Northwind", "Contoso");
    assertThat(new String(Codec.TOPIC.write(nora), UTF_8))
        .doesNotContain("Elm Street", "5 May", "M5V");
  }

  @Test
  void connectionsGoOutUnderPersonAndMember() {
    put(aMember("Omar Haddad").build());
    try (var topic = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      var report =
          imported(
              "omar.haddad",
              anArchive()
                  .with(
                      "Connections.csv",
                      "\uFEFFNotes:\r\n\"When exporting your connection data, you may notice that some rows are incomplete.\"\r\n\r\n"
                          + AnArchive.CONNECTIONS.replace("\n", "\r\n")
                          + "Zoë,\"Doe, Ph.D.\",https://www.linkedin.com/in/zo%C3%AB-doe,,Contoso &amp; Sons,Head of Data,08 Feb 2026\r\n"
                          + ",,,,,,01 Jan 2020\r\n"
                          + "Old,Friend,,,Initech,Clerk,4-Apr-21\r\n"
                          + "Tom,Reed,https://example.com/tom,,,,4-Apr-21\r\n"
                          + "Ana 🌱,Lima,https://br.linkedin.com/in/ANA-lima/,ana@lima.example,,,irgendwann")
                  .build());

      report
          .body("files[0].rows", equalTo(5))
          .body("files[0].published", equalTo(2))
          .body("files[0].refusedCount", equalTo(3))
          .body("files[0].refused.row", contains(2, 3, 4))
          .body("files[0].refused.field", contains("URL", "URL", "URL"))
          .body("files[0].refused[0].reason", containsString("hidden"));

      var mine = topic.await(2, record -> record.key().endsWith("|omar.haddad"));
      assertThat(mine)
          .extracting(record -> record.get())
          .containsExactlyInAnyOrder(
              new Connection(
                  PersonKey.of("in/zoë-doe"),
                  "omar.haddad",
                  "Zoë Doe, Ph.D.",
                  "Contoso & Sons",
                  "Head of Data",
                  LocalDate.of(2026, 2, 8)),
              new Connection(
                  PersonKey.of("in/ana-lima"), "omar.haddad", "Ana 🌱 Lima", "", "", null));
      assertThat(mine.getFirst().event().source()).isEqualTo("/ingest/archive");
    }
  }

  @Test
  void incomingInvitationsGoOutAsSent() {
    var pia = aMember("Pia Sommer").build();
    put(
        new Member(
            pia.id(),
            pia.name(),
            pia.email(),
            pia.zone(),
            pia.languages(),
            null,
            pia.policy(),
            pia.digest(),
            null));
    var archive =
        anArchive()
            .with("Skills.csv", "Name\nDesign\n")
            .with(
                "Invitations.csv",
                AnArchive.INVITATIONS
                    + "Jane Doe,Pia Sommer,\"1/29/26, 2:37\u202FPM\",\"We met\nin Lisbon &amp; Porto\",INCOMING,https://www.linkedin.com/in/jane-doe,https://www.linkedin.com/in/pia-s\n"
                    + "Lou Kim,Pia Sommer,2026-01-30 14:37:00 UTC,,INCOMING,https://www.linkedin.com/in/lou-kim,https://www.linkedin.com/in/pia-s\n"
                    + "Pia Sommer,Max Orr,\"1/28/26, 9:00 AM\",,OUTGOING,https://www.linkedin.com/in/pia-s,https://www.linkedin.com/in/max-orr\n"
                    + "No Link,Pia Sommer,\"1/28/26, 9:00 AM\",,INCOMING,,\n"
                    + "Bad Date,Pia Sommer,last week,,INCOMING,https://www.linkedin.com/in/bad-date,\n"
                    + "Bad Way,Pia Sommer,\"1/28/26, 9:00 AM\",,SIDEWAYS,,\n")
            .build();

    try (var topic = TopicReader.fromNow(broker, Topic.INVITATIONS, Invitation.class)) {
      imported("pia.sommer", archive)
          .body("files[1].kind", equalTo("invitations"))
          .body("files[1].skippedBecause[0].reason", equalTo("the member sent it"))
          .body("progress.percent", equalTo(100))
          .body("files[1].rows", equalTo(6))
          .body("files[1].published", equalTo(2))
          .body("files[1].skipped", equalTo(1))
          .body("files[1].refused.field", contains("Inviter Profile URL", "Sent At", "Direction"));
      imported("pia.sommer", archive).body("files[1].published", equalTo(2));

      var mine = topic.await(4, record -> record.get().member().equals("pia.sommer"));
      var jane = mine.stream().filter(record -> record.key().equals("in/jane-doe")).toList();
      assertThat(jane).hasSize(2);
      assertThat(jane.getFirst().get().note()).isEqualTo("We met\nin Lisbon & Porto");
      assertThat(jane.getFirst().get().sentAt())
          .as("half past two in Toronto, where the member lives")
          .isEqualTo(Instant.parse("2026-01-29T19:37:00Z"));
      assertThat(jane.getFirst().event().id())
          .as("the same invitation, whenever the archive is sent again")
          .isEqualTo(jane.getLast().event().id());
    }
    assertThat(profile("pia.sommer").profile())
        .as("the address at the owner's end of the invitations")
        .isEqualTo(PersonKey.of("in/pia-s"));
  }

  @Test
  void aSecondArchiveIsANewTruth() {
    put(aMember("Olga Petri").build());
    try (var topic = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      imported(
              "olga.petri",
              connections("stays", "goes", "wrote")
                  .with("m/messages.csv", wroteWith("wrote", "olga-petri"))
                  .build())
          .body("files.find { it.kind == 'connections' }.published", equalTo(3))
          .body("files.find { it.kind == 'connections' }.retracted", equalTo(0))
          .body("files.find { it.kind == 'messages' }.published", equalTo(2));

      imported("olga.petri", connections("stays", "comes").build())
          .body("files[0].published", equalTo(2))
          .body("files[0].retracted", equalTo(2));
      var now = latest(topic, "olga.petri");
      assertThat(one(now, "in/stays").areConnected()).isTrue();
      assertThat(one(now, "in/comes").areConnected()).isTrue();
      assertThat(now).doesNotContainKey("in/goes");
      assertThat(one(now, "in/wrote").areConnected()).isFalse();
      assertThat(Objects.requireNonNull(one(now, "in/wrote").correspondence()).messages())
          .as("what was written stays true")
          .isEqualTo(2);

      imported("olga.petri", connections("stays", "comes", "wrote").build())
          .body("files[0].retracted", equalTo(0));
      var again = one(latest(topic, "olga.petri"), "in/wrote");
      assertThat(again.areConnected()).isTrue();
      assertThat(again.correspondence()).isNotNull();
    }
  }

  @Test
  void aListThatIsEmptyOrBreaksOffTakesNothingBack() {
    put(aMember("Otto Kranz").build());
    try (var topic = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      imported("otto.kranz", connections("one", "two").build());

      imported("otto.kranz", connections().build())
          .body("files[0].retracted", equalTo(0))
          .body("notes[0]", containsString("no earlier connection was taken back"));
      imported(
              "otto.kranz",
              anArchive()
                  .with("Connections.csv", AnArchive.CONNECTIONS + row("one") + "Two,Hal")
                  .build())
          .body("files[0].retracted", equalTo(0));
      imported("otto.kranz", anArchive().with("Skills.csv", "Name\nLaw\n").build());

      assertThat(latest(topic, "otto.kranz")).containsOnlyKeys("in/one", "in/two");
    }
  }

  @Test
  void withWhomTheMemberWroteIsKnownAndNotWhatTheyWrote() {
    put(aMember("Nils Holm").build());
    try (var topic = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class)) {
      imported(
              "nils.holm",
              anArchive().with("messages.csv", wroteWith("jane-doe", "nils-holm")).build())
          .body("files[0].rows", equalTo(2))
          .body("files[0].published", equalTo(2));

      var jane = topic.await(record -> record.key().equals("in/jane-doe|nils.holm"));
      assertThat(jane.get().areConnected()).isFalse();
      assertThat(jane.get().correspondence())
          .isEqualTo(
              new Correspondence(
                  LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-03"), 1, 1));
      assertThat(new String(Codec.TOPIC.write(jane.get()), UTF_8)).doesNotContain("secret");
    }
  }

  @Test
  void whatIsKnownToBeAcceptedIsNoOpenInvitation() {
    put(aMember("Ines Roth").build());

    imported(
            "ines.roth",
            connections("jane-doe")
                .with(
                    "Invitations.csv",
                    AnArchive.INVITATIONS
                        + "Jane Doe,Ines Roth,\"1/29/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/jane-doe,https://www.linkedin.com/in/ines-roth\n"
                        + "Lou Kim,Ines Roth,\"1/29/26, 2:37 PM\",,INCOMING,https://www.linkedin.com/in/lou-kim,https://www.linkedin.com/in/ines-roth\n")
                .build())
        .body("files[1].published", equalTo(1))
        .body("files[1].skipped", equalTo(1))
        .body("files[1].skippedBecause[0].reason", containsString("accepted"));
  }

  @Test
  void anAddressThatLinkedInWritesToTellsWhoseMailItIs() {
    put(aMember("Rosa Klein").build());

    imported(
            "rosa.klein",
            anArchive()
                .with(
                    "a/b/c/Email Addresses.csv",
                    "Email Address,Confirmed,Primary,Updated On\nold@klein.example,No,No,\nrosa@klein.example,Yes,Yes,\nr@klein.example,Yes,No,\n")
                .with(
                    "Jobs/Job Seeker Preferences.csv",
                    "Locations,Job Titles,Dream Companies\nBerlin | Oslo,Head of People | Chief of Staff,Contoso\n")
                .with(
                    "Organizations.csv",
                    "Name,Position,Description,Started On,Finished On\nChamber of Commerce,Board member,,Jan 2019,\n")
                .build())
        .body("files.find { it.kind == 'email-addresses' }.skipped", equalTo(2));

    var rosa = member("rosa.klein");
    assertThat(members.withAddress("Rosa@klein.example")).contains(rosa);
    assertThat(rosa.policy().rolesAspiredTo()).containsExactly("Head of People", "Chief of Staff");
    assertThat(rosa.policy().companiesOfInterest()).contains("Contoso");
    assertThat(profile("rosa.klein").volunteering())
        .containsExactly(new Volunteering("Chamber of Commerce", "Board member", ""));
  }

  private static Connection one(Map<String, Connection> latest, String person) {
    return Objects.requireNonNull(latest.get(person), person);
  }

  private static AnArchive connections(String... slugs) {
    var rows = Stream.of(slugs).map(ArchiveTest::row).collect(joining());
    return anArchive().with("Connections.csv", AnArchive.CONNECTIONS + rows);
  }

  private static String row(String slug) {
    return "A,B,https://www.linkedin.com/in/%s,,,,08 Feb 2026\n".formatted(slug);
  }

  private static String wroteWith(String slug, String me) {
    return AnArchive.MESSAGES
        + "c,,Me,https://www.linkedin.com/in/%2$s,Her,https://www.linkedin.com/in/%1$s,2024-01-02 08:00:00 UTC,,secret,INBOX,,No,No\n"
            .formatted(slug, me)
        + "c,,Her,https://www.linkedin.com/in/%1$s,Me,https://www.linkedin.com/in/%2$s,2024-01-03 08:00:00 UTC,,secret,INBOX,,No,No\n"
            .formatted(slug, me);
  }

  /** What lies under each key of a member in the end, by person. */
  private static Map<String, Connection> latest(TopicReader<Connection> topic, String member) {
    var latest = new HashMap<String, Connection>();
    for (var record : topic.all()) {
      if (record.key().endsWith("|" + member)) {
        var person = record.key().substring(0, record.key().indexOf('|'));
        if (record.value() == null) {
          latest.remove(person);
        } else {
          latest.put(person, record.get());
        }
      }
    }
    return latest;
  }

  @Test
  void anAddressThatNothingStatesIsDerivedAndTold() {
    var tess = aMember("Tess Novak").build();
    put(
        new Member(
            tess.id(),
            tess.name(),
            tess.email(),
            tess.zone(),
            tess.languages(),
            null,
            tess.policy(),
            tess.digest(),
            null));

    imported("tess.novak", anArchive().with("Skills.csv", "Name\nLaw\n").build())
        .body("notes[0]", containsString("in/tend-tess-novak"));

    assertThat(profile("tess.novak").profile().path()).isEqualTo("in/tend-tess-novak");
  }

  @Test
  void refusedRowsAreAllCountedAndTheFirstOnesShown() {
    put(aMember("Uma Rao").build());

    imported(
            "uma.rao",
            anArchive()
                .with(
                    "Connections.csv",
                    AnArchive.CONNECTIONS + "A,B,,,,,08 Feb 2026\n".repeat(1_000))
                .build())
        .body("files[0].refusedCount", equalTo(1_000))
        .body("files[0].refused.size()", equalTo(100));
  }

  @Test
  void anImportThatTheEndOfTheProcessInterruptedIsDoneAtTheNextStart() throws IOException {
    put(aMember("Vera Stone").build());
    var id = UUID.randomUUID().toString();
    var archive = anArchive().with("Skills.csv", "Name\nGeology\n").build();
    assertThat(spool.take(id, new ByteArrayInputStream(archive))).isTrue();
    spool.keep(Report.started(id, "vera.stone", Instant.parse("2026-02-09T12:00:00Z")));

    imports.resume(new StartupEvent());

    finished(id).body("state", equalTo("done")).body("files[0].published", equalTo(1));
    assertThat(profile("vera.stone").skills()).containsExactly("Geology");
    assertThat(spool.archive(id)).doesNotExist();
  }

  @Test
  void whatIsNoExportIsRefusedAtOnce() {
    put(aMember("Will Fox").build());

    problem(post("will.fox", new byte[0]), 400, "no zip");
    problem(post("will.fox", noise(5_000)), 400, "no zip");
    problem(post("will.fox", anArchive().build()), 400, "");
    problem(post("will.fox", anArchive().with("a.txt", "hello").build()), 400, "none of the files");
    problem(
        asIngest().contentType("application/json").body("{}").post("/members/will.fox/archive"),
        415,
        "");
    problem(
        post("nobody.at.all", anArchive().with("Skills.csv", "Name\nLaw\n").build()),
        404,
        "member");
    problem(asIngest().get("/imports/" + UUID.randomUUID()), 404, "import");
    problem(asIngest().get("/imports/..%2Fsecrets"), 404, "");
    problem(plain().get("/imports/" + UUID.randomUUID()), 401, "");
    problem(
        asOperator()
            .contentType("application/zip")
            .body(noise(9))
            .post("/members/will.fox/archive"),
        403,
        "");
  }

  @Test
  void aBombIsFoundBeforeItGoesOff() {
    put(aMember("Xenia Wolf").build());
    var zeros = new byte[50 << 20];

    problem(
        post(
            "xenia.wolf",
            anArchive().with("Skills.csv", "Name\nLaw\n").with("b.csv", zeros).build()),
        413,
        "unpacks to more");
    problem(
        post(
            "xenia.wolf",
            anArchive()
                .with("Skills.csv", "Name\n" + "Law and more law\n".repeat(100_000))
                .lying(100)),
        413,
        "larger than the archive's directory says");
    var many = anArchive().with("Skills.csv", "Name\nLaw\n");
    for (int i = 0; i < 5_001; i++) {
      many.with(i + ".txt", "");
    }
    problem(post("xenia.wolf", many.build()), 413, "more than 5000 files");
  }

  private static byte[] noise(int bytes) {
    var noise = new byte[bytes];
    new Random(42).nextBytes(noise);
    return noise;
  }

  private static Response post(String member, byte[] archive) {
    return asIngest()
        .contentType("application/zip")
        .body(archive)
        .post("/members/{member}/archive", member);
  }

  private static void problem(Response response, int status, String detail) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(detail));
  }

  private static ValidatableResponse imported(String member, byte[] archive) {
    var location =
        post(member, archive)
            .then()
            .statusCode(202)
            .body("state", equalTo("running"))
            .extract()
            .header("Location");
    return finished(location.substring(location.lastIndexOf('/') + 1));
  }

  private static ValidatableResponse finished(String id) {
    await()
        .until(
            () -> asIngest().get("/imports/{id}", id).then().extract().<String>path("state"),
            state -> !state.equals("running"));
    return asIngest().get("/imports/{id}", id).then().statusCode(200);
  }

  private static Person profile(String member) {
    return Objects.requireNonNull(member(member).profile());
  }

  private static Member member(String id) {
    var json = asIngest().get("/members/{id}", id).then().statusCode(200).extract().asByteArray();
    return switch (Codec.DOOR.read(json, Member.class)) {
      case Decoded.Value<Member>(var member) -> member;
      case Decoded.Refused<Member>(var reason, var refusal) ->
          throw new AssertionError(refusal.sentence());
    };
  }
}
