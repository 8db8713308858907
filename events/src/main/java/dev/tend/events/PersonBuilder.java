package dev.tend.events;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a source says about a person. Not thread-safe; {@link #build} checks the whole. */
public final class PersonBuilder {
  private final PersonKey profile;
  private final String name;
  private String headline = "";
  private String location = "";
  private String country = "";
  private String industry = "";
  private String about = "";
  private final List<Position> positions = new ArrayList<>();
  private final List<Education> education = new ArrayList<>();
  private final List<Volunteering> volunteering = new ArrayList<>();
  private final List<String> skills = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private @Nullable Integer connections;
  private @Nullable Boolean photo;
  private String email = "";

  private PersonBuilder(PersonKey profile, String name) {
    this.profile = profile;
    this.name = name;
  }

  /** Starts with the two facts without which nobody is known. */
  public static PersonBuilder person(PersonKey profile, String name) {
    return new PersonBuilder(profile, name);
  }

  public PersonBuilder headline(String text) {
    headline = text;
    return this;
  }

  public PersonBuilder location(String text) {
    location = text;
    return this;
  }

  /** ISO 3166-1 alpha-2. */
  public PersonBuilder country(String code) {
    country = code;
    return this;
  }

  public PersonBuilder industry(String text) {
    industry = text;
    return this;
  }

  public PersonBuilder about(String text) {
    about = text;
    return this;
  }

  public PersonBuilder position(Position position) {
    positions.add(position);
    return this;
  }

  public PersonBuilder education(Education time) {
    education.add(time);
    return this;
  }

  public PersonBuilder volunteering(Volunteering work) {
    volunteering.add(work);
    return this;
  }

  public PersonBuilder skill(String skill) {
    skills.add(skill);
    return this;
  }

  public PersonBuilder language(String language) {
    languages.add(language);
    return this;
  }

  public PersonBuilder connections(int count) {
    connections = count;
    return this;
  }

  public PersonBuilder photo(boolean present) {
    photo = present;
    return this;
  }

  public PersonBuilder email(String address) {
    email = address;
    return this;
  }

  /**
   * The person.
   *
   * @throws RefusedException when a field does not hold
   */
  public Person build() {
    return new Person(
        profile,
        name,
        headline,
        location,
        country,
        industry,
        about,
        positions,
        education,
        volunteering,
        skills,
        languages,
        connections,
        photo,
        email);
  }
}
