package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known about somebody, from whatever source. Nothing known is the empty text, the empty
 * list or null, and is different from a known absence ({@code photo = false}).
 *
 * @param country ISO 3166-1 alpha-2, upper case; empty when not known
 * @param languages BCP 47 tags or names, as the source gave them
 * @param connections how many connections they have; LinkedIn shows 500 for "500+"; null when not
 *     known
 * @param photo whether the profile has a portrait; null when not known
 * @param email where they can be written to; empty when not known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Person(
    @JsonSerialize(converter = Person.ToUrl.class) PersonKey profile,
    String name,
    String headline,
    String location,
    String country,
    String industry,
    String about,
    List<Position> positions,
    List<Education> education,
    List<Volunteering> volunteering,
    List<String> skills,
    List<String> languages,
    @Nullable Integer connections,
    @Nullable Boolean photo,
    String email) {

  public Person {
    profile = Checked.required("profile", profile);
    name = Checked.requiredLine("name", name);
    headline = Checked.line("headline", headline);
    location = Checked.line("location", location);
    country =
        CountryCode.check("country", Checked.line("country", country).toUpperCase(Locale.ROOT));
    industry = Checked.line("industry", industry);
    about = Checked.prose("about", about);
    positions = Checked.list("positions", positions);
    education = Checked.list("education", education);
    volunteering = Checked.list("volunteering", volunteering);
    skills = Checked.lines("skills", skills);
    languages = Checked.lines("languages", languages);
    if (connections != null) {
      Checked.between("connections", connections, 0, 1_000_000);
    }
    email = EmailAddress.check("email", Checked.line("email", email));
  }

  /**
   * This person, with every gap filled from what was known earlier. A list counts as one fact: a
   * later non-empty list replaces the earlier one.
   */
  public Person completedBy(Person earlier) {
    return new Person(
        profile,
        name,
        or(headline, earlier.headline),
        or(location, earlier.location),
        or(country, earlier.country),
        or(industry, earlier.industry),
        or(about, earlier.about),
        or(positions, earlier.positions),
        or(education, earlier.education),
        or(volunteering, earlier.volunteering),
        or(skills, earlier.skills),
        or(languages, earlier.languages),
        connections != null ? connections : earlier.connections,
        photo != null ? photo : earlier.photo,
        or(email, earlier.email));
  }

  private static String or(String known, String earlier) {
    return known.isEmpty() ? earlier : known;
  }

  private static <T> List<T> or(List<T> known, List<T> earlier) {
    return known.isEmpty() ? earlier : known;
  }

  @Override
  public String toString() {
    return "Person[redacted]";
  }

  /** A person's profile is written as the address that people can open. */
  static final class ToUrl extends StdConverter<PersonKey, String> {
    @Override
    public String convert(PersonKey key) {
      return key.url();
    }
  }
}
