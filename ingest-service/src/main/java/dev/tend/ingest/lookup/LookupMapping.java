package dev.tend.ingest.lookup;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tend.events.RefusedException;
import dev.tend.ingest.mapping.Dates;
import dev.tend.ingest.mapping.PersonMapping;
import dev.tend.ingest.mapping.Where;
import org.jspecify.annotations.Nullable;

/**
 * Where a profile stands in a provider's answer.
 *
 * @param at the element that describes the person; the whole answer when nothing is said
 */
record LookupMapping(Where at, PersonMapping person, Dates dates) {
  @JsonCreator
  LookupMapping(@Nullable Where at, @Nullable PersonMapping person, @Nullable Dates dates) {
    if (person == null) {
      throw new RefusedException("person", "is required");
    }
    this.at = at == null ? Where.of("") : at;
    this.person = person;
    this.dates = dates == null ? Dates.ISO : dates;
  }
}
