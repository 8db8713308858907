package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleFirmTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
  private static SampleFirm firm;

  @BeforeAll
  static void read() throws IOException {
    firm = SampleFirm.on(TODAY);
  }

  @Test
  void aDozenConsultantsStandInFilesOfTheirOwnName() {
    assertThat(firm.members()).hasSize(12);
    for (var part : firm.members()) {
      assertThat(Codec.DOOR.read(part.bytes(), Member.class))
          .as(part.name())
          .isInstanceOf(Decoded.Value.class);
    }
    assertThat(firm.people())
        .extracting(Member::id)
        .containsExactlyElementsOf(firm.members().stream().map(Part::name).toList());
  }

  @Test
  void everyStageEveryDoubtAndManyClocksOccur() {
    assertThat(firm.people()).extracting(m -> m.policy().stage()).contains(Stage.values());
    assertThat(firm.people()).extracting(m -> m.policy().unsure()).contains(Unsure.values());
    assertThat(firm.people().stream().map(Member::zone).collect(toSet()))
        .hasSizeGreaterThanOrEqualTo(9);
  }

  @Test
  void everyConsultantHasAFullHistoryHereOrInTheirArchive() throws IOException {
    var archives = archives();
    for (var member : firm.people()) {
      var profile = member.profile();
      assertThat(profile).as(member.id()).isNotNull();
      if (archives.containsKey(member.id())) {
        assertThat(archives.get(member.id()).keySet())
            .as(member.id())
            .contains("Profile.csv", "Positions.csv", "Education.csv", "Skills.csv")
            .contains("Volunteering.csv", "Languages.csv", "Connections.csv", "Invitations.csv")
            .anyMatch(name -> name.matches("Company.Follows\\.csv"));
      } else {
        assertThat(profile.positions()).as(member.id()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(profile.education()).as(member.id()).isNotEmpty();
        assertThat(profile.volunteering()).as(member.id()).isNotEmpty();
        assertThat(profile.skills()).as(member.id()).isNotEmpty();
        assertThat(profile.languages()).as(member.id()).isNotEmpty();
      }
    }
  }

  @Test
  void everyInvitationIsOneThatTheDoorTakes() {
    var ids = new HashSet<String>();
    for (var part : firm.invitations()) {
      for (var line : new String(part.bytes(), UTF_8).lines().toList()) {
        var decoded = Codec.DOOR.read(line.getBytes(UTF_8), Invitation.class);
        assertThat(decoded).as(line).isInstanceOf(Decoded.Value.class);
      }
    }
    for (var invitation : firm.delivered()) {
      assertThat(ids.add(invitation.id())).as(invitation.id()).isTrue();
      assertThat(memberIds()).contains(invitation.member());
      assertThat(invitation.sentAt())
          .isBefore(Instant.parse("2026-03-01T00:00:00Z"))
          .isAfter(Instant.parse("2025-09-01T00:00:00Z"));
    }
  }

  @Test
  void notesAreWrittenAsInLifeManyAreMissing() {
    var notes = firm.delivered().stream().map(Invitation::note).toList();

    assertThat(notes.stream().filter(String::isEmpty).count())
        .isBetween(notes.size() / 4L, notes.size() / 2L);
    assertThat(notes).allSatisfy(note -> assertThat(note.length()).isLessThanOrEqualTo(300));
  }

  @Test
  void archivesHoldTheHeadersThatLinkedInWrites() throws IOException {
    var headers =
        Map.of(
            "Connections.csv",
                "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
            "Invitations.csv",
                "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            "Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On",
            "Education.csv", "School Name,Start Date,End Date,Notes,Degree Name,Activities",
            "Skills.csv", "Name");
    for (var archive : archives().entrySet()) {
      for (var header : headers.entrySet()) {
        assertThat(
                text(archive.getKey(), header.getKey())
                    .replace("\uFEFF", "")
                    .lines()
                    .map(String::strip))
            .as(archive.getKey() + "/" + header.getKey())
            .contains(header.getValue());
      }
      assertThat(text(archive.getKey(), "Connections.csv").replace("\uFEFF", ""))
          .startsWith("Notes:");
    }
  }

  @Test
  void oneArchiveWasSavedAgainByASpreadsheet() throws IOException {
    var connections = text("luc.tremblay", "Connections.csv");

    assertThat(connections).startsWith("\uFEFF").contains("\r\n").contains("4-Apr-21");
    assertThat(text("amy.chen", "Connections.csv")).doesNotEndWith("\n");
  }

  @Test
  void anArchiveNamesItsOwnerAsTheMemberDoes() throws IOException {
    for (var archive : archives().keySet()) {
      var owner = person(archive);
      for (var row : rows(archive, "Invitations.csv")) {
        var own =
            row.get("Direction").equals("INCOMING") ? "inviteeProfileUrl" : "inviterProfileUrl";
        assertThat(PersonKey.of(row.get(own))).as(archive).isEqualTo(owner);
      }
    }
  }

  @Test
  void nobodyInvitesWhoIsConnectedAlready() throws IOException {
    var connected = connections();
    for (var wish : firm.meant()) {
      assertThat(connected.getOrDefault(wish.member(), Set.of()))
          .as(wish.member())
          .doesNotContain(wish.inviter());
    }
  }

  @Test
  void whoIsKnownToAColleagueStandsAmongTheirConnections() throws IOException {
    var connected = connections();
    for (var wish : firm.meant()) {
      boolean known =
          connected.entrySet().stream()
              .anyMatch(
                  colleague ->
                      !colleague.getKey().equals(wish.member())
                          && colleague.getValue().contains(wish.inviter()));
      assertThat(known)
          .as(wish.inviter() + " for " + wish.member())
          .isEqualTo(wish.reasons().contains("colleague-knows-them"));
    }
  }

  @Test
  void aMutualWhoIsOneOfUsIsConnectedToTheInviter() throws IOException {
    var connected = connections();
    for (var invitation : firm.delivered()) {
      for (var mutual : invitation.mutuals()) {
        var colleague =
            firm.people().stream().filter(one -> profile(one).equals(mutual)).findFirst();
        assertThat(colleague).as(mutual.path()).isPresent();
        assertThat(connected.get(colleague.orElseThrow().id()))
            .contains(invitation.inviter().profile());
      }
    }
  }

  @Test
  void noticesAreForMembersAndAllButOneAreSignedByLinkedIn() throws Exception {
    int forged = 0;
    for (var notice : firm.notices()) {
      var mail =
          new MimeMessage(
              Session.getInstance(new Properties()), new ByteArrayInputStream(notice.bytes()));
      var to = mail.getAllRecipients()[0].toString();
      var results = mail.getHeader("Authentication-Results")[0];
      assertThat(firm.people()).anyMatch(member -> to.contains(member.email()));
      assertThat(mail.getFrom()[0].toString()).contains("invitations@linkedin.com");
      assertThat(mail.getSentDate().toInstant()).isBefore(Instant.parse("2026-03-01T00:00:00Z"));
      assertThat(results).startsWith("mx.firm.example;");
      assertThat(Letter.of(mail).text()).contains("/comm/in/").contains("invitationId=");
      forged += results.contains("dmarc=pass") ? 0 : 1;
    }
    assertThat(forged).isEqualTo(1);
  }

  @Test
  void whatIsMeantIsSaidOfEachInvitationOnce() throws Exception {
    var keys = new ArrayList<String>();
    firm.delivered().forEach(one -> keys.add(one.member() + " " + one.inviter().profile().path()));
    for (var archive : archives().keySet()) {
      for (var row : rows(archive, "Invitations.csv")) {
        if (row.get("Direction").equals("INCOMING")) {
          keys.add(archive + " " + PersonKey.of(row.get("inviterProfileUrl")).path());
        }
      }
    }
    keys.addAll(noticed());

    assertThat(firm.meant().stream().map(wish -> wish.member() + " " + wish.inviter().path()))
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(
            firm.meant().stream()
                .map(Meant::invitation)
                .filter(id -> !id.isEmpty())
                .collect(toSet()))
        .isEqualTo(firm.delivered().stream().map(Invitation::id).collect(toSet()));
  }

  @Test
  void meantReasonsAreOnesThatTendGives() {
    for (var wish : firm.meant()) {
      assertThat(wish.reasons()).allSatisfy(name -> assertThat(SignalName.of(name)).isPresent());
    }
  }

  @Test
  void someoneAnswersTheQuestionAndCanBeAsked() {
    assertThat(firm.answers()).isNotEmpty();
    for (var answer : firm.answers()) {
      var wish =
          firm.meant().stream()
              .filter(one -> one.inviter().path().equals("in/" + answer.name()))
              .findFirst()
              .orElseThrow();
      assertThat(wish.verdict()).containsExactly(Verdict.ASK);
      assertThat(wish.afterAnswer()).isEqualTo(Verdict.ACCEPT);
      assertThat(firm.addressOf(wish.inviter())).contains("@");
    }
  }

  @Test
  void everyAddressLiesWhereNobodyLives() throws IOException {
    var address = Pattern.compile("[\\w.+-]+@([\\w-]+\\.)+[a-z]+");
    var all = new ArrayList<String>();
    Stream.of(firm.members(), firm.invitations(), firm.answers())
        .flatMap(List::stream)
        .forEach(part -> all.add(new String(part.bytes(), UTF_8)));
    archives().values().forEach(files -> all.addAll(files.values()));
    for (var text : all) {
      assertThat(address.matcher(text).results().map(found -> found.group()))
          .allSatisfy(found -> assertThat(found).endsWith(".example"));
    }
  }

  private static Set<String> memberIds() {
    return firm.people().stream().map(Member::id).collect(toSet());
  }

  private static PersonKey person(String member) {
    return firm.people().stream()
        .filter(one -> one.id().equals(member))
        .map(SampleFirmTest::profile)
        .findFirst()
        .orElseThrow();
  }

  private static PersonKey profile(Member member) {
    var profile = member.profile();
    if (profile == null) {
      throw new AssertionError(member.id() + " has no profile");
    }
    return profile.profile();
  }

  /** Member and inviter of each invitation by mail, reminders left out. */
  private static Set<String> noticed() throws Exception {
    var slug = Pattern.compile("/comm/in/([^?]+)\\?");
    var keys = new HashSet<String>();
    for (var notice : firm.notices()) {
      var mail =
          new MimeMessage(
              Session.getInstance(new Properties()), new ByteArrayInputStream(notice.bytes()));
      if (!mail.getHeader("Authentication-Results")[0].contains("dmarc=pass")) {
        continue;
      }
      var to = mail.getAllRecipients()[0].toString();
      var member =
          firm.people().stream().filter(one -> to.contains(one.email())).findFirst().orElseThrow();
      var found = slug.matcher(Letter.of(mail).text());
      assertThat(found.find()).isTrue();
      keys.add(member.id() + " " + PersonKey.of("in/" + found.group(1)).path());
    }
    return keys;
  }

  private static Map<String, Set<PersonKey>> connections() throws IOException {
    var connections = new HashMap<String, Set<PersonKey>>();
    for (var archive : archives().keySet()) {
      connections.put(
          archive,
          rows(archive, "Connections.csv").stream()
              .map(row -> row.get("URL"))
              .filter(url -> !url.isEmpty())
              .map(PersonKey::of)
              .collect(toSet()));
    }
    return connections;
  }

  private static List<CSVRecord> rows(String archive, String file) throws IOException {
    var text = text(archive, file).replace("\uFEFF", "");
    var table = text.startsWith("Notes:") ? text.substring(text.indexOf("First Name,")) : text;
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(table))) {
      return parser.getRecords();
    }
  }

  private static String text(String archive, String file) throws IOException {
    return archives().getOrDefault(archive, Map.of()).getOrDefault(file, "");
  }

  /** The files of each archive. */
  private static Map<String, Map<String, String>> archives() throws IOException {
    var archives = new HashMap<String, Map<String, String>>();
    for (var archive : firm.archives()) {
      var files = new HashMap<String, String>();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
        }
      }
      archives.put(archive.name(), files);
    }
    return archives;
  }
}
