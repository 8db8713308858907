package dev.tend.scoring.signal;

/**
 * What each reason is worth, in points on its axis. All of them stand here, so that one page shows
 * how they weigh against the bars (relevance: building 10, growing 25, selective 45; risk: careful
 * from 30, ignored from 60) and so that a policy file can set others.
 *
 * <p>Three thoughts run through them. What a career consultant would accept on its own in a growing
 * network (a client, a colleague of the same years) is worth at least 25; what only hints (the same
 * town, one mutual connection) stays below 10 even with another hint. No red flag reaches 30 alone,
 * save a block, a disguised name and a campaign: at two fakes in a hundred invitations a detector
 * with F1 of 95 % is right in 37 of 100 alarms, so one flag is a reason to ask, and several are one
 * to ignore.
 */
public enum Worth {
  /** "Worked in the same company": enough while a network is being built, not later. */
  SAME_EMPLOYER(15),
  /**
   * The most that a time together adds. A year adds three quarters of it, two months a third; less
   * long ago, and less in a very large place (see {@link Bond}). So two months are enough for the
   * growing bar, and five years for the selective one.
   */
  SAME_EMPLOYER_OVERLAP(32),
  /** Added when the years are not known: they may have overlapped. */
  SAME_EMPLOYER_PERHAPS(3),
  /** A colleague in the firm itself: accepted at any stage. */
  SAME_EMPLOYER_COLLEAGUE(60),

  /** "Same school": clears the building bar, and with the same field the growing one. */
  SAME_SCHOOL(13),
  /** The most that a time together adds (see {@link Bond}). */
  SAME_SCHOOL_OVERLAP(22),
  /** Added when they came and left in the same years: class-mates stay so for life. */
  SAME_SCHOOL_CLASS(5),
  /** Added when the years are not known. */
  SAME_SCHOOL_PERHAPS(2),

  /** "Line of work, industry, field": either the field of work or the industry. */
  SAME_FIELD(12),
  /** Added when both are the same: with a role to aspire to, the selective bar. */
  SAME_FIELD_BOTH(8),

  /**
   * Both give their time to the same organisation: "a charity or volunteer work you do" is a reason
   * of its own, so it reaches the growing bar.
   */
  SAME_CAUSE_ORGANISATION(25),
  /** The inviter is connected, through a colleague, to an organisation that the member serves. */
  SAME_CAUSE_BETWEEN(14),
  /** Both serve the same cause in different organisations: millions do. */
  SAME_CAUSE(8),

  /** "They work at a company of interest to you." */
  COMPANY_OF_INTEREST(25),
  /** "They hold a role that you aspire to." */
  ASPIRED_ROLE(25),
  /** Clients come first, at any stage: whoever is selective is so for them. */
  CLIENT(45),
  /** "Potential clients." */
  PROSPECT(28),
  /** "Experts to call on." */
  EXPERT(25),
  /** "Talent to place." */
  CANDIDATE(25),
  /** Instead of the full worth of company or role, when it was in the past. */
  IN_THE_PAST(12),

  /** The first mutual connection: a hint. */
  MUTUAL_CONNECTIONS(4),
  /**
   * For each doubling after the first mutual connection. A mutual friend tripled the acceptance
   * even of fakes (Boshmaf et al. 2011): evidence that thins out, not proof.
   */
  MUTUAL_CONNECTIONS_PER_DOUBLING(5),
  /** The most that any number of mutual connections is worth: the growing bar, from 35 on. */
  MUTUAL_CONNECTIONS_MOST(25),
  /** For each doubling of those whom the member knows where the inviter works. */
  MUTUAL_CONNECTIONS_CIRCLE(2),
  /**
   * The most that acquaintances at the inviter's company are worth: they need not know each other.
   */
  MUTUAL_CONNECTIONS_CIRCLE_MOST(6),
  /** A colleague is connected to them: somebody whom the member can ask. */
  COLLEAGUE(15),
  /** Added for each further colleague. */
  COLLEAGUE_MORE(5),
  /** Added when the first of them has known the inviter for a year or longer. */
  COLLEAGUE_LONG(5),
  /** The most that colleagues are worth. */
  COLLEAGUE_MOST(30),
  /** Instead, when all connected within the last 30 days: fakes find somebody who accepts. */
  COLLEAGUE_JUST_NOW(5),

  /** Both have written to each other: whom one answers one knows, enough for the growing bar. */
  KNOWN_CORRESPONDENT(25),
  /** Added when they wrote often and for a month or longer: then even the selective bar. */
  KNOWN_CORRESPONDENT_OFTEN(20),
  /** Instead, when the member alone wrote: they sought the contact, and it came to nothing yet. */
  KNOWN_CORRESPONDENT_UNANSWERED(12),

  /** What the note says about the past, and both histories agree. */
  CLAIM_CONFIRMED(12),
  /** The note names a colleague or mutual connection, who does know the inviter. */
  CLAIM_CONFIRMED_BY_PERSON(12),
  /** The note mentions the member's present employer: mail merge can do that, too. */
  PERSONAL_NOTE_EMPLOYER(5),
  /** The note mentions a school, an earlier employer, a cause or a topic of the member's. */
  PERSONAL_NOTE(13),
  /** The most that a personal note is worth. */
  PERSONAL_NOTE_MOST(16),
  /** The answer to the question holds a claim, and the histories agree. */
  REPLY_CONFIRMED(30),
  /**
   * The answer names an occasion or person that nothing contradicts, nor confirms: the question was
   * asked to hear just that, so in a growing network it is enough.
   */
  REPLY_SPECIFIC(25),
  /** The answer gives a reason in whole sentences. */
  REPLY_REASON(12),
  /** The same town: with the same field and three mutual connections, the growing bar. */
  SAME_PLACE(5),

  /** A claim that nothing known supports: "a friend you have never met". */
  CLAIM_UNSUPPORTED(20),
  /** A claim that the histories contradict. */
  CLAIM_CONTRADICTED(28),
  /** A profile that was seen and shows neither work nor school. */
  SCANT_PROFILE(15),
  /** A profile that was seen and shows one job without dates, and nothing else. */
  SCANT_PROFILE_THIN(6),
  /** Place and language: at most 20 together, and never decisive (see the verdict rule). */
  UNFAMILIAR_LANGUAGE(8),
  /** Place and language: at most 20 together, and never decisive (see the verdict rule). */
  FAR_AWAY(12),
  /**
   * A missing portrait proves little, for 99.9 % of the fakes that a model makes have one; but with
   * neither work nor school nor connections it is enough.
   */
  NO_PORTRAIT(5),
  /** Five of us within a month; four earlier invitations to others count as the first step. */
  MASS_INVITER(10),
  /** Added for each further colleague invited. */
  MASS_INVITER_MORE(3),
  /** The most that the inviting of one profile is worth: recruiters and new clients do it, too. */
  MASS_INVITER_ALONE(25),
  /** One other person's profile says nearly the same, or a colleague vouches for this one. */
  ECHO_OF_ONE(8),
  /** Two others' profiles do. */
  ECHO_OF_TWO(20),
  /** Three or more do: the one flag besides a block and a borrowed name that is enough alone. */
  ECHO_OF_MANY(32),
  /** The name of a colleague on another profile: mostly a namesake. */
  IMPERSONATION_SAME_NAME(20),
  /** The name of a colleague, and the colleague's employer, on another profile. */
  IMPERSONATION_SAME_FIRM(45),
  /** A name spelled with other letters so that it looks like that of somebody known. */
  IMPERSONATION_DISGUISED(50),
  /** The name of one of the member's connections on another profile: mostly a namesake. */
  IMPERSONATION_NAMESAKE(10),
  /** A company spelled so that it looks like one that the member knows. */
  IMPERSONATION_COMPANY(28),
  /**
   * A notice by mail that LinkedIn did not sign: enough never to accept, nor to write to anybody.
   */
  IMPERSONATION_UNPROVEN(40),
  /** The same note went to another of us. */
  COPIED_NOTE(20),
  /** The same note went to several others of us. */
  COPIED_NOTE_OFTEN(25),
  /** An offer with a call to action, or a lure. */
  SALES_PITCH(28),
  /** An offer or a promise, and nothing else of a pitch. */
  SALES_PITCH_MILD(12),
  /** A link, phone number, address or messenger in the note. */
  LINK_IN_NOTE(12),
  /** One thing in the history that cannot well be. */
  IMPLAUSIBLE_HISTORY(20),
  /** Several such things. */
  IMPLAUSIBLE_HISTORY_OFTEN(28),
  /** Fewer than fifty connections, where the number is known. */
  FEW_CONNECTIONS(6),
  /** Fewer than ten. */
  VERY_FEW_CONNECTIONS(10),
  /** The member chose to ignore them before. */
  IGNORED_BEFORE(15),
  /** Tend's verdict was to ignore them before, and the member let it be. */
  IGNORED_BEFORE_BY_VERDICT(8),
  /** The member blocked them. */
  BLOCKED(100);

  private final int points;

  Worth(int points) {
    this.points = points;
  }

  /** The default, 1 to 100. */
  int points() {
    return points;
  }
}
