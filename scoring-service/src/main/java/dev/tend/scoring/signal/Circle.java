package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Person;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those of the member's own connections who work where the inviter works now.
 *
 * @param company as the inviter writes it
 * @param people how many, at least 1
 * @param names of some of them, at most three, those connected longest first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Circle(String company, int people, List<String> names) {
  public Circle(String company, int people, @Nullable List<String> names) {
    this.company = company;
    this.people = people;
    this.names = names == null ? List.of() : List.copyOf(names);
  }

  /** The companies at which acquaintances of the member count: where somebody works now. */
  public static List<String> companies(Person inviter, Instant receivedAt) {
    return Job.current(inviter, YearMonth.from(receivedAt.atOffset(ZoneOffset.UTC))).stream()
        .map(Job::company)
        .filter(company -> !company.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return "Circle[" + people + "]";
  }
}
