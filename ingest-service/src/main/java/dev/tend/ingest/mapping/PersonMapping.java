package dev.tend.ingest.mapping;

import static dev.tend.ingest.mapping.Facts.line;
import static dev.tend.ingest.mapping.Facts.orNowhere;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts about a person stand in a provider's JSON. What is not said is not read. Only
 * address and name can be refused: any other fact that is not what it should be, such as a country
 * that is no ISO code, is left out, and a text that is too long is cut.
 *
 * @param profile an address of the profile, in any form that LinkedIn has used
 * @param connections a number, also written as {@code 500+}
 * @param photo true, false, or the address of the picture
 */
public record PersonMapping(
    Where profile,
    Where name,
    Where headline,
    Where location,
    Where country,
    Where industry,
    Where about,
    Facts.Positions positions,
    Facts.Studies education,
    Facts.Causes volunteering,
    Facts.Words skills,
    Facts.Words languages,
    Where connections,
    Where photo,
    Where email) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern NO_DIGIT = Pattern.compile("[\\s,.'+]");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String MISSING = "is missing";

  @JsonCreator
  public PersonMapping(
      @Nullable Where profile,
      @Nullable Where name,
      @Nullable Where headline,
      @Nullable Where location,
      @Nullable Where country,
      @Nullable Where industry,
      @Nullable Where about,
      Facts.@Nullable Positions positions,
      Facts.@Nullable Studies education,
      Facts.@Nullable Causes volunteering,
      Facts.@Nullable Words skills,
      Facts.@Nullable Words languages,
      @Nullable Where connections,
      @Nullable Where photo,
      @Nullable Where email) {
    this.profile = orNowhere(profile);
    this.name = orNowhere(name);
    this.headline = orNowhere(headline);
    this.location = orNowhere(location);
    this.country = orNowhere(country);
    this.industry = orNowhere(industry);
    this.about = orNowhere(about);
    this.positions =
        positions == null ? new Facts.Positions(null, null, null, null, null) : positions;
    this.education =
        education == null ? new Facts.Studies(null, null, null, null, null, null) : education;
    this.volunteering =
        volunteering == null ? new Facts.Causes(null, null, null, null) : volunteering;
    this.skills = skills == null ? new Facts.Words(null, null) : skills;
    this.languages = languages == null ? new Facts.Words(null, null) : languages;
    this.connections = orNowhere(connections);
    this.photo = orNowhere(photo);
    this.email = orNowhere(email);
  }

  /**
   * The person whom the element describes.
   *
   * @throws RefusedException when it names none; the field is the place in the provider's JSON
   */
  public Person person(Place place, Dates dates) {
    return person(place, address(place), "", dates);
  }

  /** Who it is. Throws as {@link #person(Place, Dates)} does. */
  public PersonKey address(Place place) {
    var address = line(profile, place);
    if (address.isEmpty()) {
      throw new RefusedException(profile.toString(), MISSING);
    }
    try {
      return PersonKey.of(address);
    } catch (RefusedException none) {
      throw new RefusedException(profile.toString(), none.refusal().reason());
    }
  }

  /**
   * The person, of whom it is known who they are.
   *
   * @param otherwise their name when the element does not say it; empty when it must
   * @throws RefusedException when no name is known
   */
  public Person person(Place place, PersonKey known, String otherwise, Dates dates) {
    var said = line(name, place);
    if (said.isEmpty() && otherwise.isEmpty()) {
      throw new RefusedException(name.toString(), MISSING);
    }
    var person = PersonBuilder.person(known, said.isEmpty() ? otherwise : said);
    person
        .headline(line(headline, place))
        .location(line(location, place))
        .country(countryCode(line(country, place)))
        .industry(line(industry, place))
        .about(Facts.prose(about, place))
        .email(mailAddress(known, line(email, place)));
    positions.of(place, dates).forEach(person::position);
    education.of(place, dates).forEach(person::education);
    volunteering.of(place).forEach(person::volunteering);
    skills.of(place).forEach(person::skill);
    languages.of(place).forEach(person::language);
    count(line(connections, place)).ifPresent(person::connections);
    photo.element(place).flatMap(PersonMapping::portrait).ifPresent(person::photo);
    return person.build();
  }

  private static String countryCode(String text) {
    var code = text.toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(code) ? code : "";
  }

  /** The record itself knows best what it takes for an address. */
  private static String mailAddress(PersonKey known, String text) {
    try {
      return PersonBuilder.person(known, "-").email(text).build().email();
    } catch (RefusedException none) {
      return "";
    }
  }

  private static Optional<Integer> count(String text) {
    var digits = NO_DIGIT.matcher(text).replaceAll("");
    return NUMBER.matcher(digits).matches()
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }

  private static Optional<Boolean> portrait(JsonNode photo) {
    if (photo.isBoolean()) {
      return Optional.of(photo.booleanValue());
    }
    return photo.isTextual() && !photo.textValue().isBlank() ? Optional.of(true) : Optional.empty();
  }
}
