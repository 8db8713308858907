package dev.tend.events.cast;

import dev.tend.events.Education;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.events.Volunteering;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a complete, unremarkable profile and no history yet: {@code
 * aPerson("Dana").at("Deloitte", "2012-01", "2014-06")}.
 */
public final class APerson {
  private final PersonBuilder builder;

  private APerson(String name, boolean complete) {
    builder = PersonBuilder.person(profileOf(name), name);
    if (complete) {
      builder.photo(true).connections(380).location("Toronto, Ontario, Canada").country("CA");
    }
  }

  public static APerson aPerson(String name) {
    return new APerson(name, true);
  }

  /** A profile of which nothing is known but the name. */
  public static APerson aStranger(String name) {
    return new APerson(name, false);
  }

  /** The profile that a sample person of this name has, such as {@code in/jane-doe}. */
  public static PersonKey profileOf(String name) {
    return PersonKey.of("in/" + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-"));
  }

  public APerson at(String company, @Nullable String from, @Nullable String to) {
    return as("", company, from, to);
  }

  public APerson as(String title, String company, @Nullable String from, @Nullable String to) {
    builder.position(new Position(company, title, date(from), date(to)));
    return this;
  }

  public APerson studiedAt(String school, @Nullable String from, @Nullable String to) {
    builder.education(new Education(school, "", "", date(from), date(to)));
    return this;
  }

  public APerson volunteersFor(String organisation, String cause) {
    builder.volunteering(new Volunteering(organisation, "", cause));
    return this;
  }

  /** Anything else that a {@link PersonBuilder} can say. */
  public APerson with(UnaryOperator<PersonBuilder> more) {
    var _ = more.apply(builder);
    return this;
  }

  public Person build() {
    return builder.build();
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : PartialDate.of(text);
  }
}
