package dev.tend.scoring.policy;

import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.signal.Circle;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.Namesake;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A random firm and its invitations: the same seed gives the same case. */
public final class Firm {
  static final List<String> COMPANIES =
      List.of(
          "Deloitte",
          "PwC",
          "RBC",
          "Acme",
          "Globex GmbH",
          "Northwind",
          "Freelance",
          "Apple",
          "Apple Montessori School",
          "株式会社ひかり",
          "ООО Ромашка",
          "شركة النور");
  static final List<String> SCHOOLS =
      List.of("U of T", "University of Toronto", "Cornell University", "Cornell College", "東京大学");
  private static final List<String> TITLES =
      List.of(
          "HR Director",
          "VP People",
          "Software Engineer",
          "CEO",
          "Career Coach",
          "Baker",
          "Directora de Recursos Humanos",
          "");
  private static final List<String> NAMES =
      List.of(
          "Dana Roy",
          "Zoë Müller",
          "李小龙",
          "Анна Петрова",
          "محمد علي",
          "Ana de Souza",
          "김민준",
          "O'Brien Mc Gill",
          "Lee Park");
  private static final List<String> NOTES =
      List.of(
          "",
          "I'd like to add you to my professional network on LinkedIn.",
          "We worked together at Deloitte.",
          "Hello my dear friend!",
          "Robert Diaz suggested I connect with you.",
          "We help companies double their revenue, book a call: www.leads.example.com",
          "Nous avons étudié ensemble à l'Université de Toronto.",
          "Your talk on pensions at the conference was excellent, thank you for it.",
          "Привет, мой друг! Как дела? Давно не виделись.",
          "Earn passive income with crypto, write me on Telegram +44 7700 900123");
  private static final List<String> ABOUTS =
      List.of(
          "",
          "Ich berate Unternehmen und ihre Mitarbeiter seit vielen Jahren in der Schweiz",
          "Помогаю компаниям расти и находить новых людей по всему миру",
          "I have been helping people find the work that suits them for 20 years");
  private static final List<String> COUNTRIES = List.of("", "CA", "NG", "RU", "DE", "BR");

  private final Random random;

  public Firm(long seed) {
    random = new Random(seed);
  }

  public AMember member() {
    var profile = history(APerson.aPerson("Lee Park"));
    var member =
        AMember.aMember("Lee Park")
            .whoIs(profile)
            .at(one(List.of(Stage.values())))
            .unsure(one(List.of(Unsure.values())));
    if (sometimes()) {
      member.withClients(one(COMPANIES)).interestedIn(one(COMPANIES)).aspiringTo("VP People");
    }
    if (sometimes()) {
      member.workingIn("CA", "US");
    }
    if (sometimes()) {
      member.reading();
    }
    return member;
  }

  public Case invitation(AMember member) {
    var name = one(NAMES);
    var inviter = history(sometimes() ? APerson.aStranger(name) : APerson.aPerson(name));
    var invitation =
        Case.whenInvited(member)
            .by(
                inviter.with(
                    person -> {
                      person.country(one(COUNTRIES)).about(one(ABOUTS));
                      return sometimes() ? person.connections(random.nextInt(600)) : person;
                    }))
            .saying(one(NOTES));
    if (sometimes()) {
      invitation.withMutualConnections(random.nextInt(12));
    }
    if (sometimes()) {
      invitation.knownBy("Robert Diaz", sometimes() ? "2016-05-01" : null);
    }
    for (int i = random.nextInt(8); i > 4; i--) {
      invitation.afterInviting("Person " + i, Duration.ofDays(i), one(NOTES));
    }
    if (random.nextInt(4) == 0) {
      invitation.knowing(new Circle(one(COMPANIES), 1 + random.nextInt(9), List.of("Mei Lin")));
    }
    if (random.nextInt(8) == 0) {
      invitation.connectedTo(new Namesake(name, APerson.profileOf("Another One"), one(COMPANIES)));
    }
    for (var kind : Echo.Kind.values()) {
      if (random.nextInt(8) == 0) {
        invitation.echoing(kind, 1 + random.nextInt(4), 1 + random.nextInt(3));
      }
    }
    if (random.nextInt(8) == 0) {
      invitation.ignoredBefore(sometimes());
    }
    if (random.nextInt(8) == 0) {
      invitation.answering(one(NOTES) + "Thank you, we met at the dinner of the association");
    } else if (random.nextInt(8) == 0) {
      invitation.askedBefore();
    }
    return invitation;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  boolean sometimes() {
    return random.nextBoolean();
  }

  private APerson history(APerson person) {
    for (int i = random.nextInt(4); i > 0; i--) {
      int from = 1990 + random.nextInt(30);
      person.as(
          one(TITLES),
          one(COMPANIES),
          date(from),
          sometimes() ? null : date(from + random.nextInt(6)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      int from = 1985 + random.nextInt(30);
      person.studiedAt(one(SCHOOLS), "" + from, "" + (from + 4));
    }
    if (random.nextInt(4) == 0) {
      person.volunteersFor("Daily Bread Food Bank", "Education");
    }
    return person;
  }

  /** The first month for a beginning, and never before it for an end. */
  private String date(int year) {
    return sometimes() ? "" + year : year + "-12";
  }
}
