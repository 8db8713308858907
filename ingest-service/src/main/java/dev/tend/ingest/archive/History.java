package dev.tend.ingest.archive;

import dev.tend.events.Education;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.Policy;
import dev.tend.events.Position;
import dev.tend.events.RefusedException;
import dev.tend.events.Volunteering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gathers what an archive says about the member themselves. Birth date, address and zip code stand
 * in the same rows and are never looked at. For one thread.
 */
final class History {
  /** What a list of a record may hold at most. */
  private static final int LONGEST_LIST = 500;

  private final List<Position> positions = new ArrayList<>();
  private final List<Education> education = new ArrayList<>();
  private final List<Volunteering> volunteering = new ArrayList<>();
  private final List<String> skills = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private final List<String> follows = new ArrayList<>();
  private String name = "";
  private String headline = "";
  private String about = "";
  private String industry = "";
  private String location = "";
  private boolean empty = true;

  /**
   * Takes a row.
   *
   * @throws RefusedException when it cannot be used
   */
  void add(Kind kind, Row row) {
    switch (kind) {
      case PROFILE -> profile(row);
      case POSITIONS -> add(positions, position(row));
      case EDUCATION -> add(education, education(row));
      case VOLUNTEERING -> add(volunteering, volunteering(row));
      case SKILLS -> add(skills, row.required("Name"));
      case LANGUAGES -> add(languages, row.required("Name"));
      case COMPANY_FOLLOWS -> add(follows, row.required("Organization"));
      case CONNECTIONS, INVITATIONS ->
          throw new IllegalArgumentException(kind + " is no part of the member's own history");
    }
    empty = false;
  }

  /** Whether no row was taken. */
  boolean isEmpty() {
    return empty;
  }

  /**
   * The member with this history. What the archive does not say stays as it was known; followed
   * companies join the companies of interest that are there already.
   */
  Member of(Member member, PersonKey profile) {
    var before = member.profile();
    var builder =
        PersonBuilder.person(profile, name.isEmpty() ? member.name() : name)
            .headline(headline)
            .about(about)
            .industry(industry)
            .location(location);
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

  private void profile(Row row) {
    name = (row.line("First Name") + " " + row.line("Last Name")).strip();
    headline = row.line("Headline");
    about = row.prose("Summary");
    industry = row.line("Industry");
    location = row.line("Geo Location");
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
        "",
        row.month("Start Date"),
        row.month("End Date"));
  }

  private static Volunteering volunteering(Row row) {
    return new Volunteering(row.required("Company Name"), row.line("Role"), row.line("Cause"));
  }

  private static <T> void add(List<T> list, T element) {
    if (list.size() >= LONGEST_LIST) {
      throw new RefusedException("", "comes after the " + LONGEST_LIST + " that Tend keeps");
    }
    if (!list.contains(element)) {
      list.add(element);
    }
  }

  private Policy interestedToo(Policy policy) {
    var seen = new TreeSet<String>();
    var companies =
        Stream.concat(policy.companiesOfInterest().stream(), follows.stream())
            .filter(company -> seen.add(company.toLowerCase(Locale.ROOT)))
            .limit(LONGEST_LIST)
            .toList();
    return new Policy(
        policy.stage(),
        policy.unsure(),
        companies,
        policy.rolesAspiredTo(),
        policy.clients(),
        policy.prospects(),
        policy.expertise(),
        policy.talent(),
        policy.countries(),
        policy.blocked());
  }
}
