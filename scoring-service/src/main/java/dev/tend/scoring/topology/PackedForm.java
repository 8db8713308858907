package dev.tend.scoring.topology;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tend.events.PartialDate;
import dev.tend.events.PersonKey;
import dev.tend.scoring.signal.NoteFingerprint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of value is packed; each may be null.
 *
 * @param absent what is taken for a component that an older version did not write
 */
record PackedForm<T>(
    BiConsumer<PackedBytes, @Nullable T> writer,
    Function<PackedBytes, @Nullable T> reader,
    @Nullable T absent) {

  private static final int MONTHS = 13;
  private static final PackedForm<Boolean> FLAG =
      number(flag -> flag ? 1 : 0, number -> number != 0);

  private static final Map<Type, PackedForm<?>> SIMPLE =
      Map.ofEntries(
          entry(String.class, text(text -> text, text -> text)),
          entry(PersonKey.class, text(PersonKey::path, PersonKey::new)),
          entry(NoteFingerprint.class, text(NoteFingerprint::value, NoteFingerprint::ofValue)),
          entry(ZoneId.class, text(ZoneId::getId, ZoneId::of)),
          entry(LocalTime.class, text(LocalTime::toString, LocalTime::parse)),
          entry(Boolean.class, FLAG),
          entry(boolean.class, FLAG.orElse(false)),
          entry(Integer.class, number(Integer::longValue, number -> (int) number)),
          entry(int.class, number(Integer::longValue, number -> (int) number).orElse(0)),
          entry(long.class, number(Long::longValue, number -> number).orElse(0L)),
          entry(LocalDate.class, number(LocalDate::toEpochDay, LocalDate::ofEpochDay)),
          entry(
              PartialDate.class,
              number(
                  date -> (long) MONTHS * date.year() + date.month(),
                  number -> new PartialDate((int) (number / MONTHS), (int) (number % MONTHS)))),
          entry(
              Instant.class, new PackedForm<>(PackedForm::writeTime, PackedForm::readTime, null)));

  private PackedForm<T> orElse(T absent) {
    return new PackedForm<>(writer, reader, absent);
  }

  void write(PackedBytes bytes, @Nullable T value) {
    writer.accept(bytes, value);
  }

  @Nullable T read(PackedBytes bytes) {
    return reader.apply(bytes);
  }

  /** How the values of a declared type are packed. */
  static PackedForm<?> of(Type type) {
    var simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return items(of(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> named && named.isEnum()) {
      return text(Object::toString, constants(named)::get);
    }
    if (type instanceof Class<?> named && named.isRecord()) {
      return PackedRecord.of(named.asSubclass(Record.class)).form();
    }
    throw new IllegalArgumentException("no packed form for " + type.getTypeName());
  }

  private static Map<String, ?> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .collect(toUnmodifiableMap(Object::toString, constant -> constant));
  }

  private static <T> PackedForm<T> text(Function<T, String> written, Function<String, T> read) {
    return new PackedForm<>(
        (bytes, value) -> bytes.writeText(value == null ? null : written.apply(value)),
        bytes -> {
          var text = bytes.readText();
          return text == null ? null : read.apply(text);
        },
        null);
  }

  private static <T> PackedForm<T> number(ToLongFunction<T> written, LongFunction<T> read) {
    return new PackedForm<>(
        (bytes, value) -> {
          bytes.write((byte) (value == null ? 0 : 1));
          if (value != null) {
            bytes.writeNumber(written.applyAsLong(value));
          }
        },
        bytes -> bytes.read() == 0 ? null : read.apply(bytes.readNumber()),
        null);
  }

  private static void writeTime(PackedBytes bytes, @Nullable Instant time) {
    bytes.write((byte) (time == null ? 0 : 1));
    if (time != null) {
      bytes.writeNumber(time.getEpochSecond());
      bytes.writeNumber(time.getNano());
    }
  }

  private static @Nullable Instant readTime(PackedBytes bytes) {
    return bytes.read() == 0 ? null : Instant.ofEpochSecond(bytes.readNumber(), bytes.readNumber());
  }

  private static <T> PackedForm<List<T>> items(PackedForm<T> item) {
    return new PackedForm<>(
        (bytes, list) -> {
          bytes.writeNumber(list == null ? 0 : list.size());
          if (list != null) {
            list.forEach(one -> item.write(bytes, one));
          }
        },
        bytes -> {
          int size = (int) bytes.readNumber();
          var list = new ArrayList<T>(Math.min(size, bytes.remaining()));
          for (int i = 0; i < size; i++) {
            list.add(item.read(bytes));
          }
          return list;
        },
        null);
  }
}
