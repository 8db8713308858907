package dev.tend.scoring.topology;

import dev.tend.events.Education;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.PartialDate;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A load that looks like a firm's: members with a history and a policy, invitations from people
 * with two to four positions, a school, a headline and skills; half of them with a note in words of
 * their own. One in ten invites a second member. Every third position is at an employer that
 * members know, the others at one of two thousand.
 */
final class SampleLoad {
  private static final List<String> EMPLOYERS =
      List.of(
          "Deloitte",
          "Northwind Rail",
          "Halden Bank",
          "Royal Bank of Canada",
          "PwC",
          "Maple Steel",
          "Kestrel Air",
          "Ostrava Power",
          "City of Toronto",
          "Lumen Health",
          "Acme Foods",
          "EY");
  private static final List<String> TITLES =
      List.of(
          "HR Business Partner",
          "Audit Manager",
          "Software Engineer",
          "Director, People & Culture",
          "Supply Chain Analyst",
          "Recruiter",
          "Change Management Lead",
          "Controller");
  private static final List<String> SCHOOLS =
      List.of(
          "University of Toronto", "McGill University", "York University", "Queen's University");
  private static final List<String> SKILLS =
      List.of(
          "Negotiation",
          "Coaching",
          "Java",
          "Auditing",
          "SAP",
          "Recruiting",
          "Facilitation",
          "Budgeting",
          "Change Management",
          "Data Analysis");
  private static final List<String> NOTES =
      List.of(
          "Hi, we met at the change management conference in Montreal last spring and I enjoyed your talk about succession planning.",
          "I see that you are in talent management as well. I would like to add you to my network and hear how you think about retention.",
          "We offer a platform that helps consultants like you to win three more clients a month, guaranteed. Can we talk on Tuesday?",
          "I believe we both worked at Deloitte around 2013, in the audit team on the eleventh floor. It would be nice to be in touch again.");

  private static final List<String> SYLLABLES =
      List.of(
          "ban", "cor", "del", "fin", "gar", "lum", "mer", "nol", "pas", "rit", "sun", "ver", "bel",
          "cam", "dor", "fal", "gri", "hol", "jun", "kel", "mon", "pel", "ros", "tam");

  private static final int OTHER_EMPLOYERS = 2000;

  /** So long is the beginning of a note that all share; the rest is in words of their own. */
  private static final int SHARED_LETTERS = 24;

  private static final int OWN_WORDS = 14;

  private final Random random = new Random(7);
  private final List<Member> members;

  SampleLoad(int howMany) {
    members = IntStream.range(0, howMany).mapToObj(this::member).toList();
  }

  List<Member> members() {
    return members;
  }

  Invitation invitation(int i) {
    var inviter = person("Sample Inviter " + (i % 10 == 9 ? i - 1 : i), 2 + random.nextInt(3));
    return AnInvitation.from(inviter)
        .to(pick(members))
        .id("sample-" + i)
        .saying(random.nextBoolean() ? note() : "")
        .withMutualConnections(random.nextInt(20))
        .build();
  }

  private String note() {
    var note = new StringBuilder(pick(NOTES).substring(0, SHARED_LETTERS));
    for (int word = 0; word < OWN_WORDS; word++) {
      note.append(' ').append(pick(SYLLABLES)).append(pick(SYLLABLES)).append(pick(SYLLABLES));
    }
    return note.append('.').toString();
  }

  private String employer() {
    return random.nextInt(3) == 0
        ? pick(EMPLOYERS)
        : "Works " + Integer.toString(random.nextInt(OTHER_EMPLOYERS), Character.MAX_RADIX);
  }

  private String month(int year) {
    return "%d-%02d".formatted(year, 1 + random.nextInt(12));
  }

  private Member member(int i) {
    var name = "Sample Member " + i;
    return AMember.aMember(name)
        .whoIs(person(name, 4))
        .interestedIn(pick(EMPLOYERS), pick(EMPLOYERS))
        .withClients(pick(EMPLOYERS), pick(EMPLOYERS), pick(EMPLOYERS))
        .withProspects(pick(EMPLOYERS))
        .aspiringTo("Partner", "Director")
        .seekingExperts("People analytics")
        .workingIn("CA", "US")
        .build();
  }

  private APerson person(String name, int positions) {
    var person = APerson.aPerson(name);
    for (int p = 0; p < positions; p++) {
      int from = 2024 - 4 * p - random.nextInt(3);
      person.as(pick(TITLES), employer(), month(from - 3), p == 0 ? null : month(from));
    }
    return person.with(
        more ->
            more.headline(pick(TITLES) + " at " + pick(EMPLOYERS) + ", open to conversations")
                .industry("Human Resources Services")
                .education(
                    new Education(
                        pick(SCHOOLS),
                        "BCom",
                        "Business",
                        PartialDate.of("1999"),
                        PartialDate.of("2003")))
                .skill(pick(SKILLS))
                .skill(pick(SKILLS))
                .skill(pick(SKILLS))
                .language("en"));
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
