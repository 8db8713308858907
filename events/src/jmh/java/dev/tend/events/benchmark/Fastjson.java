package dev.tend.events.benchmark;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.reader.ObjectReader;
import com.alibaba.fastjson2.writer.ObjectWriter;
import dev.tend.events.Axis;
import dev.tend.events.PartialDate;
import dev.tend.events.PersonKey;
import dev.tend.events.Verdict;
import java.util.function.Function;

/** Adapters that fastjson2 generates at run time, with hand-written ones for our value types. */
final class Fastjson implements JsonLibrary.Format {
  Fastjson() {
    text(PersonKey.class, PersonKey::of, PersonKey::path);
    text(PartialDate.class, PartialDate::of, PartialDate::toString);
    words(Verdict.class, Verdict.values());
    words(Axis.class, Axis.values());
  }

  @Override
  public <T> T read(byte[] json, Class<T> type) {
    return JSON.parseObject(json, type);
  }

  @Override
  public byte[] write(Object value) {
    return JSON.toJSONBytes(value);
  }

  private static <E> void words(Class<E> type, E[] constants) {
    var words = Words.of(constants);
    text(type, words.constants()::get, words.words()::get);
  }

  private static <T> void text(
      Class<T> type, Function<String, T> reading, Function<T, String> writing) {
    ObjectReader<T> reader =
        (json, _, _, _) -> json.nextIfNull() ? null : reading.apply(json.readString());
    ObjectWriter<T> writer =
        (json, value, _, _, _) ->
            json.writeString(value == null ? null : writing.apply(type.cast(value)));
    JSON.register(type, reader);
    JSON.register(type, writer);
  }
}
