package dev.tend.ingest.lookup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Person;
import dev.tend.events.RefusedException;
import dev.tend.ingest.lookup.ProfileProvider.Answer;
import dev.tend.ingest.mapping.Dates;
import dev.tend.ingest.mapping.PersonMapping;
import dev.tend.ingest.mapping.Place;
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

  /** What an answer says of somebody who is known so far as this. */
  Answer read(byte[] body, Person known) {
    return switch (Codec.TOPIC.tree(body)) {
      case Decoded.Value<JsonNode>(var document) -> read(document, known);
      case Decoded.Refused<JsonNode>(var reason, var refusal) ->
          new Answer.Unusable("The answer " + refusal.reason());
    };
  }

  private Answer read(JsonNode document, Person known) {
    var whole = Place.of(document);
    var element = at.element(whole);
    if (element.isEmpty() || element.get().isEmpty()) {
      return new Answer.Unknown();
    }
    try {
      var place = whole.at(element.get().isArray() ? element.get().get(0) : element.get());
      if (!person.profile().isNowhere() && !person.address(place).equals(known.profile())) {
        return new Answer.Unusable("The answer is about somebody else");
      }
      return new Answer.Found(person.person(place, known.profile(), known.name(), dates));
    } catch (RefusedException refused) {
      return new Answer.Unusable(
          "The answer is not what the mapping says: " + refused.getMessage());
    }
  }
}
