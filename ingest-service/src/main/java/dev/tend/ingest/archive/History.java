package dev.tend.ingest.archive;

import dev.tend.events.Education;
import dev.tend.events.EmailAddress;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.Policy;
import dev.tend.events.Position;
import dev.tend.events.RefusedException;
import dev.tend.events.Volunteering;
import dev.tend.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gathers what an archive says about the member themselves. Birth date, address and zip code stand
 * in the same rows and are never looked at. For one thread.
 */
public final class History {
  /** What a list of a record may hold at most. */
  private static final int LONGEST_LIST = 500;

  private static final int LONGEST_TITLE = 200;

  /** What stands between several values of one cell. */
  private static final Pattern SEPARATED = Pattern.compile("[|;\\n]");

  private final List<Position> positions = new ArrayList<>();
  private final List<Education> education = new ArrayList<>();
  private final List<Volunteering> volunteering = new ArrayList<>();
  private final List<String> skills = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private final List<String> interests = new ArrayList<>();
  private final List<String> roles = new ArrayList<>();
  private String name = "";
  private String headline = "";
  private String about = "";
  private String industry = "";
  private String location = "";
  private String email = "";
  private boolean empty = true;

  /**
   * Takes a row.
   *
   * @return why it is of no concern; empty when it was taken
   * @throws RefusedException when it cannot be used
   */
  public Optional<Skip> add(Kind kind, Row row) {
    var skip =
        switch (kind) {
          case PROFILE -> profile(row);
          case POSITIONS -> add(positions, position(row));
          case EDUCATION -> add(education, education(row));
          case VOLUNTEERING -> add(volunteering, volunteering(row));
          case ORGANIZATIONS -> add(volunteering, membership(row));
          case SKILLS -> add(skills, row.required("Name"));
          case LANGUAGES -> add(languages, row.required("Name"));
          case EMAIL_ADDRESSES -> address(row);
          case COMPANY_FOLLOWS -> add(interests, row.required("Organization"));
          case JOB_PREFERENCES -> preferences(row);
          case CONNECTIONS, MESSAGES, INVITATIONS ->
              throw new IllegalArgumentException(kind + " is no part of the member's own history");
        };
    empty &= skip.isPresent();
    return skip;
  }

  /** Whether no row was taken. */
  public boolean isEmpty() {
    return empty;
  }

  /**
   * The member with this history. What the archive does not say stays as it was known; followed
   * companies and roles that are looked for join those that are there already.
   */
  public Member of(Member member, PersonKey profile) {
    var before = member.profile();
    var builder =
        PersonBuilder.person(profile, name.isEmpty() ? member.name() : name)
            .headline(headline)
            .about(about)
            .industry(industry)
            .location(location)
            .email(email);
    positions.forEach(builder::position);
    education.forEach(builder::education);
    volunteering.forEach(builder::volunteering);
    skills.forEach(builder::skill);
    languages.forEach(builder::language);
    Person known = builder.build();
    return member
        .withProfile(before == null ? known : known.completedBy(before))
        .withPolicy(interestedToo(member.policy()));
  }

  private Optional<Skip> profile(Row row) {
    name = Acquaintances.name(row);
    headline = row.line("Headline");
    about = row.prose("Summary");
    industry = row.line("Industry");
    location = row.line("Geo Location");
    return Optional.empty();
  }

  /** LinkedIn writes to the primary address, so that its mails tell whose they are. */
  private Optional<Skip> address(Row row) {
    var address = EmailAddress.check("Email Address", row.required("Email Address"));
    if (!row.yes("Confirmed")) {
      return Optional.of(Skip.ADDRESS_NOT_CONFIRMED);
    }
    boolean primary = row.yes("Primary") || (row.line("Primary").isEmpty() && email.isEmpty());
    if (!primary) {
      return Optional.of(Skip.ADDRESS_NOT_PRIMARY);
    }
    email = address;
    return Optional.empty();
  }

  private Optional<Skip> preferences(Row row) {
    var titles = several(row.prose("Job Titles"));
    var companies = several(row.prose("Dream Companies"));
    titles.forEach(title -> add(roles, title));
    companies.forEach(company -> add(interests, company));
    return titles.isEmpty() && companies.isEmpty()
        ? Optional.of(Skip.NOTHING_SAID)
        : Optional.empty();
  }

  private static List<String> several(String cell) {
    return SEPARATED
        .splitAsStream(cell)
        .map(PlainText::line)
        .filter(part -> !part.isEmpty() && part.length() <= LONGEST_TITLE)
        .toList();
  }

  /** Whoever is active in an association gives it their time. */
  private static Volunteering membership(Row row) {
    return new Volunteering(row.required("Name"), row.line("Position"), "");
  }

  private static Position position(Row row) {
    return new Position(
        row.required("Company Name"),
        row.line("Title"),
        row.month("Started On"),
        row.month("Finished On"));
  }

  private static Education education(Row row) {
    return new Education(
        row.required("School Name"),
        row.line("Degree Name"),
        row.line("Field Of Study"),
        row.month("Start Date"),
        row.month("End Date"));
  }

  private static Volunteering volunteering(Row row) {
    return new Volunteering(row.required("Company Name"), row.line("Role"), row.line("Cause"));
  }

  private static <T> Optional<Skip> add(List<T> list, T element) {
    if (list.size() >= LONGEST_LIST) {
      throw new RefusedException("", "comes after the " + LONGEST_LIST + " that Tend keeps");
    }
    if (list.contains(element)) {
      return Optional.of(Skip.REPEATED);
    }
    list.add(element);
    return Optional.empty();
  }

  private Policy interestedToo(Policy policy) {
    return new Policy(
        policy.stage(),
        policy.unsure(),
        joined(policy.companiesOfInterest(), interests),
        joined(policy.rolesAspiredTo(), roles),
        policy.clients(),
        policy.prospects(),
        policy.expertise(),
        policy.talent(),
        policy.countries(),
        policy.blocked());
  }

  private static List<String> joined(List<String> before, List<String> more) {
    var seen = new TreeSet<String>();
    return Stream.concat(before.stream(), more.stream())
        .filter(one -> seen.add(one.toLowerCase(Locale.ROOT)))
        .limit(LONGEST_LIST)
        .toList();
  }
}
