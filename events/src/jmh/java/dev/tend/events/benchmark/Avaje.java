package dev.tend.events.benchmark;

import dev.tend.events.Axis;
import dev.tend.events.Decision;
import dev.tend.events.Education;
import dev.tend.events.Invitation;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.events.Signal;
import dev.tend.events.Verdict;
import dev.tend.events.Volunteering;
import dev.tend.events.WouldBe;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.Jsonb;
import java.util.function.Function;

/** Avaje's generated adapters, with hand-written ones where our records use Jackson's words. */
@Json.Import({
  Invitation.class,
  Person.class,
  Position.class,
  Education.class,
  Volunteering.class,
  Decision.class,
  Signal.class
})
final class Avaje implements JsonLibrary.Format {
  private final Jsonb jsonb =
      Jsonb.builder()
          .add(PersonKey.class, text(PersonKey::of, PersonKey::path))
          .add(PartialDate.class, text(PartialDate::of, PartialDate::toString))
          .add(Verdict.class, words(Verdict.values()))
          .add(Axis.class, words(Axis.values()))
          .build();

  @Override
  public <T> T read(byte[] json, Class<T> type) {
    return jsonb.type(type).fromJson(json);
  }

  @Override
  public byte[] write(Object value) {
    return jsonb.toJsonBytes(value);
  }

  /** The public word of the condition is a Java keyword. */
  @Json.MixIn(WouldBe.class)
  abstract static class Keyword {
    @Json.Property("if")
    String condition;
  }

  private static <E extends Enum<E>> JsonAdapter<E> words(E[] constants) {
    var words = Words.of(constants);
    return text(words.constants()::get, words.words()::get);
  }

  private static <T> JsonAdapter<T> text(Function<String, T> reading, Function<T, String> writing) {
    return new JsonAdapter<>() {
      @Override
      public void toJson(JsonWriter writer, T value) {
        writer.value(value == null ? null : writing.apply(value));
      }

      @Override
      public T fromJson(JsonReader reader) {
        return reader.isNullValue() ? null : reading.apply(reader.readString());
      }
    };
  }
}
