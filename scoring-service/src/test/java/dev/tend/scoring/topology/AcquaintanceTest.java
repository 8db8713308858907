package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.events.cast.APerson.profileOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Connection;
import dev.tend.events.Correspondence;
import dev.tend.events.Invitation;
import dev.tend.events.PersonKey;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Topic;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a member is connected to, and what that says of somebody who invites them. */
class AcquaintanceTest {
  private static final String LEE = "lee.park";
  private static final String AMY = "amy.chen";

  private final TestStream stream = new TestStream();

  @BeforeEach
  void joined() {
    stream.member(aMember("Lee Park").build());
    stream.member(aMember("Amy Chen").build());
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void whomTheMemberKnowsAtTheInvitersCompanyIsToldLongestFirst() {
    connected("Wei Lin", LEE, "Halden Bank", "2019-03-01");
    connected("Ana Paz", LEE, "Halden Bank Ltd", "2012-05-01");
    connected("Tom Bell", LEE, "Northwind Rail", "2011-01-01");
    connected("Ida Lund", AMY, "Halden Bank", "2010-01-01");

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));

    assertThat(evidence(fromDana, SignalName.MUTUAL_CONNECTIONS))
        .isEqualTo("You know 2 people at Halden Bank: Ana Paz and Wei Lin");
  }

  @Test
  void anEmployerOfYesterdayMakesNoCircle() {
    connected("Wei Lin", LEE, "Halden Bank", "2019-03-01");

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2010-01", "2015-01"));

    assertThat(evidence(fromDana, SignalName.MUTUAL_CONNECTIONS)).isEmpty();
  }

  @Test
  void whoIsConnectedNoLongerCountsNoLonger() {
    connected("Wei Lin", LEE, "Halden Bank", "2019-03-01");
    stream.disconnected(profileOf("Wei Lin"), LEE);

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));

    assertThat(evidence(fromDana, SignalName.MUTUAL_CONNECTIONS)).isEmpty();
    assertThat(stream.held(StateStores.ACQUAINTANCES)).isZero();
    assertThat(stream.held(StateStores.ACQUAINTANCE_COUNTS)).isZero();
  }

  @Test
  void whoMovedOnCountsWhereTheyAreNow() {
    connected("Wei Lin", LEE, "Halden Bank", "2019-03-01");
    connected("Wei Lin", LEE, "Northwind Rail", "2019-03-01");

    var atBank = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));
    var atRail = invited(aPerson("Max Kern").at("Northwind Rail", "2015-01", null));

    assertThat(evidence(atBank, SignalName.MUTUAL_CONNECTIONS)).isEmpty();
    assertThat(evidence(atRail, SignalName.MUTUAL_CONNECTIONS)).contains("Wei Lin");
  }

  @Test
  void somebodyWhoBearsAnAcquaintancesNameIsNoticed() {
    connected(PersonKey.of("in/dana-roy-1972"), "Dana Roy", LEE, "Halden Bank", "2012-05-01");

    var imitated = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));

    assertThat(evidence(imitated, SignalName.IMPERSONATION)).contains("your connection Dana Roy");
  }

  @Test
  void theAcquaintanceThemselvesIsNobodysNamesake() {
    connected("Dana Roy", LEE, "Halden Bank", "2012-05-01");

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));

    assertThat(evidence(fromDana, SignalName.IMPERSONATION)).isEmpty();
    assertThat(evidence(fromDana, SignalName.MUTUAL_CONNECTIONS)).isEmpty();
  }

  @Test
  void anImportOfConnectionsDecidesNothingAgain() {
    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));
    for (int i = 0; i < 500; i++) {
      connected("Acquaintance " + i, LEE, "Halden Bank", "2012-05-01");
    }

    assertThat(stream.decisions()).hasSize(1);
    assertThat(stream.decisionsOn(fromDana)).hasSize(1);
  }

  @Test
  void whoWroteWithTheMemberIsNoConnectionButKnown() {
    corresponded("Dana Roy", LEE);

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));
    var fromHerColleague = invited(aPerson("Max Kern").at("Halden Bank", "2015-01", null));

    assertThat(evidence(fromDana, SignalName.KNOWN_CORRESPONDENT))
        .isEqualTo("You wrote to each other 3 times, last in March 2025");
    assertThat(evidence(fromHerColleague, SignalName.MUTUAL_CONNECTIONS)).isEmpty();
    assertThat(stream.held(StateStores.ACQUAINTANCE_COUNTS)).isZero();
  }

  @Test
  void messagesThatBecomeKnownLaterDecideAgain() {
    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));
    assertThat(evidence(fromDana, SignalName.KNOWN_CORRESPONDENT)).isEmpty();

    corresponded("Dana Roy", LEE);

    assertThat(evidence(fromDana, SignalName.KNOWN_CORRESPONDENT)).isNotEmpty();
  }

  @Test
  void messagesStayKnownWhenAnotherListSaysNothingOfThem() {
    corresponded("Dana Roy", LEE);
    connected("Dana Roy", LEE, "Halden Bank", "2012-05-01");

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));

    assertThat(evidence(fromDana, SignalName.KNOWN_CORRESPONDENT)).isNotEmpty();
  }

  @Test
  void messagesOfAColleagueAreTheColleaguesOwnAffair() {
    corresponded("Dana Roy", AMY);

    var fromDana = invited(aPerson("Dana Roy").at("Halden Bank", "2015-01", null));

    assertThat(evidence(fromDana, SignalName.KNOWN_CORRESPONDENT)).isEmpty();
    assertThat(evidence(fromDana, SignalName.COLLEAGUE_KNOWS_THEM)).isEmpty();
  }

  @Test
  void aColleaguesListSaysWhereSomebodyWorksWhoDoesNotSayIt() {
    stream.member(aMember("Lee Park").withClients("Halden Bank").build());
    connected("Dana Roy", AMY, "Halden Bank", "2012-05-01");

    var fromDana = invited(aStranger("Dana Roy"));

    assertThat(evidence(fromDana, SignalName.CLIENT)).contains("Halden Bank");
  }

  @Test
  void aListThatComesLaterDecidesAgainAndBetterKnowledgeReplacesIt() {
    stream.member(aMember("Lee Park").withClients("Halden Bank").build());
    var fromDana = invited(aStranger("Dana Roy"));
    assertThat(evidence(fromDana, SignalName.CLIENT)).isEmpty();

    connected("Dana Roy", AMY, "Halden Bank", "2012-05-01");
    assertThat(evidence(fromDana, SignalName.CLIENT)).contains("Halden Bank");

    stream.person(aPerson("Dana Roy").at("Northwind Rail", "2015-01", null).build());
    assertThat(evidence(fromDana, SignalName.CLIENT)).isEmpty();
  }

  @Test
  void aListNeverOverwritesWhatTheInvitationSays() {
    stream.member(aMember("Lee Park").withClients("Halden Bank").build());
    connected("Dana Roy", AMY, "Halden Bank", "2012-05-01");

    var byHistory = invited(aPerson("Dana Roy").at("Northwind Rail", "2015-01", null));
    var byHeadline =
        invited(aStranger("Dana Roy").with(more -> more.headline("Controller at Northwind Rail")));

    assertThat(evidence(byHistory, SignalName.CLIENT)).isEmpty();
    assertThat(evidence(byHeadline, SignalName.CLIENT)).isEmpty();
  }

  private void corresponded(String name, String member) {
    var correspondence =
        new Correspondence(LocalDate.parse("2024-02-01"), LocalDate.parse("2025-03-09"), 1, 2);
    var known = Connection.correspondent(profileOf(name), member, name, correspondence);
    stream.write(Topic.CONNECTIONS, known.key().toString(), known);
  }

  private void connected(String name, String member, String company, String since) {
    connected(profileOf(name), name, member, company, since);
  }

  private void connected(
      PersonKey profile, String name, String member, String company, String since) {
    var connection =
        new Connection(profile, member, name, company, "Controller", LocalDate.parse(since));
    stream.write(Topic.CONNECTIONS, connection.key().toString(), connection);
  }

  private Invitation invited(APerson inviter) {
    var invitation = AnInvitation.from(inviter).to(LEE).id("a" + stream.decisions().size()).build();
    stream.invitation(invitation);
    return invitation;
  }

  private String evidence(Invitation invitation, SignalName name) {
    return stream.lastOn(invitation).signals().stream()
        .filter(signal -> signal.is(name))
        .map(Signal::evidence)
        .findFirst()
        .orElse("");
  }
}
