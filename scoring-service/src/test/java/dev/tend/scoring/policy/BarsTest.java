package dev.tend.scoring.policy;

import static dev.tend.events.Verdict.ACCEPT;
import static dev.tend.events.Verdict.ASK;
import static dev.tend.events.Verdict.IGNORE;
import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.PersonKey;
import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.signal.Circle;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.Namesake;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The typical invitations, as a careful career consultant would answer them while a network is
 * being built, while it grows, and once it is selective. Whoever changes a point sees here whose
 * answer changes.
 */
class BarsTest {
  private static final String PITCH =
      "We help consultants fill their pipeline with qualified leads. 15 minutes for a quick call?";

  /** One invitation and the verdict at each stage; the member asks when unsure. */
  record Row(
      String what,
      UnaryOperator<APerson> who,
      UnaryOperator<Case> how,
      Verdict building,
      Verdict growing,
      Verdict selective) {
    @Override
    public String toString() {
      return what;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"reasons", "doubts"})
  void isAnsweredAsAConsultantWould(Row row) {
    for (var stage : Stage.values()) {
      var expected =
          switch (stage) {
            case BUILDING -> row.building();
            case GROWING -> row.growing();
            case SELECTIVE -> row.selective();
          };
      var inviter = row.who().apply(somebody());
      assertThat(row.how().apply(whenInvited(lee().at(stage)).by(inviter)).judged())
          .as(stage.toString())
          .decides(expected);
    }
  }

  static Stream<Row> reasons() {
    return Stream.of(
        row("nothing in common", who -> who, ASK, ASK, ASK),
        row("the same town", BarsTest::inToronto, ASK, ASK, ASK),
        row("the same field", BarsTest::inHr, ACCEPT, ASK, ASK),
        row("the same field and town", who -> inToronto(inHr(who)), ACCEPT, ASK, ASK),
        row(
            "the same field and town, 3 mutual connections",
            who -> inToronto(inHr(who)),
            how -> how.withMutualConnections(3),
            ACCEPT,
            ACCEPT,
            ASK),
        rowOf("1 mutual connection", how(1), ASK, ASK, ASK),
        rowOf("5 mutual connections", how(5), ACCEPT, ASK, ASK),
        rowOf("20 mutual connections", how(20), ACCEPT, ASK, ASK),
        rowOf("60 mutual connections", how(60), ACCEPT, ACCEPT, ASK),
        row("60 mutual connections, the same field", BarsTest::inHr, how(60), ACCEPT, ACCEPT, ASK),
        row(
            "a former colleague of the same years",
            who -> who.at("Northwind", "2012-01", "2014-12"),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "a former colleague of seven years, not long ago",
            who -> who.at("Northwind", "2010-01", "2017-05"),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "a former colleague of the same years, 7 mutual connections",
            who -> who.at("Northwind", "2012-01", "2014-12"),
            how(7),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "a colleague of the last eight years",
            who -> who.at("Initech", "2017-06", null),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "two months together at a giant twenty years ago",
            who -> who.at("Walmart", "2005-12", "2006-01"),
            ACCEPT,
            ASK,
            ASK),
        row(
            "a former colleague of other years",
            who -> who.at("Northwind", "2001-01", "2006-12"),
            ACCEPT,
            ASK,
            ASK),
        row(
            "a former colleague of other years in the same field",
            who -> inHr(who).at("Northwind", "2001-01", "2006-12"),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "the same school and the same field",
            who -> inHr(who).studiedAt("U of T", "1988", "1992"),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "somebody who works for the charity that one serves",
            who -> who.as("Driver", "Daily Bread Food Bank", "2019-01", null),
            ACCEPT,
            ACCEPT,
            ASK),
        row("the same class", who -> who.studiedAt("U of T", "2001", "2005"), ACCEPT, ACCEPT, ASK),
        row("the same school", who -> who.studiedAt("U of T", "1988", "1992"), ACCEPT, ASK, ASK),
        row(
            "the same school, field and town",
            who -> inToronto(inHr(who)).studiedAt("U of T", "1988", "1992"),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "the same charity",
            who -> who.volunteersFor("Daily Bread Food Bank", ""),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "the same charity in the same town",
            who -> inToronto(who).volunteersFor("Daily Bread Food Bank", ""),
            ACCEPT,
            ACCEPT,
            ASK),
        rowOf("a colleague knows them", known("2016-04-01"), ACCEPT, ASK, ASK),
        rowOf("a colleague knows them since last week", known("2026-02-02"), ASK, ASK, ASK),
        row(
            "a colleague knows them, the same field",
            BarsTest::inHr,
            known("2016-04-01"),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "acquaintances at their company",
            who -> who.at("RBC", null, null),
            how -> how.knowing(new Circle("RBC", 4, List.of("Mei Lin"))),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "somebody of the firm",
            who -> who,
            how -> how.besides("Dana Roy"),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row("a client", who -> who.at("Acme", "2019-01", null), ACCEPT, ACCEPT, ACCEPT),
        row("a prospect", who -> who.at("Globex", "2019-01", null), ACCEPT, ACCEPT, ASK),
        row("a company of interest", who -> who.at("RBC", "2019-01", null), ACCEPT, ACCEPT, ASK),
        row(
            "a role to aspire to",
            who -> who.as("Vice President, People & Culture", "Umbrella", "2019-01", null),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "a role to aspire to, in the same field and industry",
            who ->
                who.as("Vice President, People & Culture", "Umbrella", "2019-01", null)
                    .with(person -> person.industry("Human Resources")),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "an expert",
            who -> who.as("Pensions Actuary", "X", "2019-01", null),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "a candidate",
            who -> who.as("Software Developer", "X", "2019-01", null),
            ACCEPT,
            ACCEPT,
            ASK),
        row(
            "a client with a link in the note",
            who -> who.at("Acme", "2019-01", null),
            how -> how.saying("Good to hear from you, our programme: www.acme.example.com/2026"),
            ACCEPT,
            ACCEPT,
            ACCEPT));
  }

  static Stream<Row> doubts() {
    return Stream.of(
        row(
            "a recruiter, for somebody in human resources",
            who -> who.as("Technical Recruiter", "Umbrella", "2019-01", null),
            ACCEPT,
            ASK,
            ASK),
        row(
            "a seller who goes through the firm",
            who -> who.as("Account Executive", "Umbrella", "2019-01", null),
            BarsTest::afterManyOthers,
            ASK,
            ASK,
            ASK),
        row("a pitch", who -> who, how -> how.saying(PITCH), ASK, ASK, ASK),
        row(
            "a pitch from a client",
            who -> who.at("Acme", "2019-01", null),
            how -> how.saying(PITCH),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "a pitch with a link from a client",
            who -> who.at("Acme", "2019-01", null),
            how -> how.saying(PITCH + " www.leads.example.com"),
            IGNORE,
            IGNORE,
            IGNORE),
        row(
            "a scam",
            who -> who,
            how -> how.saying("Earn passive income with crypto, write me on Telegram"),
            IGNORE,
            IGNORE,
            IGNORE),
        row(
            "a friend whom nobody knows",
            who -> aStranger("Dana Roy").with(person -> person.connections(7)),
            how -> how.saying("Hello my dear friend, long time no see!"),
            IGNORE,
            IGNORE,
            IGNORE),
        row(
            "an empty profile",
            who -> aStranger("Dana Roy").with(person -> person.connections(3).photo(false)),
            IGNORE,
            IGNORE,
            IGNORE),
        row(
            "a scant profile and nothing else against it",
            who -> aStranger("Dana Roy").with(person -> person.connections(300)),
            ASK,
            ASK,
            ASK),
        row(
            "somebody ignored before who comes back",
            who -> who,
            how -> how.ignoredBefore(true),
            ASK,
            ASK,
            ASK),
        row(
            "somebody ignored before who is a client today",
            who -> who.at("Acme", "2025-11", null),
            how -> how.ignoredBefore(true),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "a namesake of a connection",
            who -> who.at("Acme", "2019-01", null),
            how -> how.connectedTo(contact("Umbrella")),
            ACCEPT,
            ACCEPT,
            ACCEPT),
        row(
            "another profile of a connection",
            who -> who.at("Acme", "2019-01", null),
            how -> how.connectedTo(contact("Acme")),
            IGNORE,
            IGNORE,
            IGNORE),
        row(
            "one of many profiles with the same history",
            who -> inToronto(inHr(who)).at("Northwind", "2012-01", "2014-12"),
            how -> how.echoing(Echo.Kind.HISTORY, 3, 3),
            IGNORE,
            IGNORE,
            IGNORE));
  }

  private static Row row(
      String what,
      UnaryOperator<APerson> who,
      UnaryOperator<Case> how,
      Verdict building,
      Verdict growing,
      Verdict selective) {
    return new Row(what, who, how, building, growing, selective);
  }

  private static Row row(
      String what,
      UnaryOperator<APerson> who,
      Verdict building,
      Verdict growing,
      Verdict selective) {
    return row(what, who, how -> how, building, growing, selective);
  }

  private static Row rowOf(
      String what, UnaryOperator<Case> how, Verdict building, Verdict growing, Verdict selective) {
    return row(what, who -> who, how, building, growing, selective);
  }

  private static UnaryOperator<Case> how(int mutuals) {
    return how -> how.withMutualConnections(mutuals);
  }

  private static UnaryOperator<Case> known(String since) {
    return how -> how.knownBy("Robert Diaz", since);
  }

  private static Case afterManyOthers(Case how) {
    for (int i = 0; i < 8; i++) {
      how.afterInviting("Person " + i, Duration.ofDays(i), "");
    }
    return how;
  }

  private static Namesake contact(String company) {
    return new Namesake("Dana Roy", PersonKey.of("in/dana-the-true"), company);
  }

  /** A complete and honest profile with nothing that the member shares. */
  private static APerson somebody() {
    return aPerson("Dana Roy")
        .as("Pastry Chef", "Sweet Corner", "2008-01", "2016-12")
        .with(person -> person.location("Halifax, Nova Scotia, Canada"));
  }

  private static APerson inToronto(APerson who) {
    return who.with(person -> person.location("Toronto, Ontario, Canada"));
  }

  private static APerson inHr(APerson who) {
    return who.as("HR Manager", "Hooli", "2017-01", null);
  }

  private static AMember lee() {
    return aMember("Lee Park")
        .withClients("Acme")
        .withProspects("Globex")
        .interestedIn("RBC")
        .aspiringTo("VP Human Resources")
        .seekingExperts("Pensions")
        .placing("Software Developer")
        .whoIs(
            aPerson("Lee Park")
                .as("Clerk", "Walmart", "2005-12", "2006-01")
                .as("HR Advisor", "Northwind", "2010-01", "2017-05")
                .as("HR Manager", "Initech", "2017-06", null)
                .studiedAt("University of Toronto", "2001", "2005")
                .volunteersFor("Daily Bread Food Bank", "")
                .with(person -> person.industry("Human Resources")));
  }
}
