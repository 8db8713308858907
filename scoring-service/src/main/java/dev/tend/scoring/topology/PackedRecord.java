package dev.tend.scoring.topology;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a record is packed: how many components, how many bytes they take, then each of them in the
 * order of their declaration. With both counts, a version that knows fewer or more components reads
 * it nevertheless.
 */
final class PackedRecord<T extends Record> {
  private static final MethodType READ = MethodType.methodType(Object.class, Object.class);
  private static final MethodType MAKE = MethodType.methodType(Object.class, Object[].class);

  private final Class<T> type;
  private final MethodHandle maker;
  private final MethodHandle[] getters;
  private final PackedForm<?>[] forms;

  private PackedRecord(Class<T> type) throws ReflectiveOperationException {
    var components = type.getRecordComponents();
    var lookup = MethodHandles.lookup();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.type = type;
    maker =
        lookup
            .findConstructor(type, MethodType.methodType(void.class, types))
            .asSpreader(Object[].class, components.length)
            .asType(MAKE);
    getters = new MethodHandle[components.length];
    forms = new PackedForm<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      getters[i] = lookup.unreflect(components[i].getAccessor()).asType(READ);
      forms[i] = PackedForm.of(components[i].getGenericType());
    }
  }

  static <T extends Record> PackedRecord<T> of(Class<T> type) {
    try {
      return new PackedRecord<>(type);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException("no access to " + type.getName(), hidden);
    }
  }

  PackedForm<T> form() {
    return new PackedForm<>(this::write, this::read, null);
  }

  private void write(PackedBytes bytes, @Nullable T value) {
    if (value == null) {
      bytes.write((byte) 0);
      return;
    }
    bytes.write((byte) forms.length);
    int begun = bytes.reserveLength();
    for (int i = 0; i < forms.length; i++) {
      write(bytes, forms[i], component(i, value));
    }
    bytes.writeLength(begun);
  }

  private @Nullable T read(PackedBytes bytes) {
    int written = bytes.read();
    if (written == 0) {
      return null;
    }
    int end = bytes.readLength() + bytes.position();
    var values = new @Nullable Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      values[i] = i < written ? forms[i].read(bytes) : forms[i].absent();
    }
    bytes.skipTo(end);
    return made(values);
  }

  /** The form was chosen by the declared type of what is written. */
  @SuppressWarnings("unchecked")
  private static <C> void write(PackedBytes bytes, PackedForm<C> form, @Nullable Object value) {
    form.write(bytes, (C) value);
  }

  private @Nullable Object component(int at, T value) {
    try {
      return (Object) getters[at].invokeExact((Object) value);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(
          "a component of a record has no checked exception", impossible);
    }
  }

  private T made(@Nullable Object[] values) {
    try {
      return type.cast((Object) maker.invokeExact(values));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("our records throw no checked exception", impossible);
    }
  }
}
