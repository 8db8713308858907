package dev.tend.scoring.topology;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record is packed: how many components, how many bytes they take, then each of them in the
 * order of their declaration. With both counts, a version that knows fewer or more components reads
 * it nevertheless.
 */
final class PackedRecord<T extends Record> {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodType MAKE = MethodType.methodType(Object.class, Object[].class);

  /** A class for each component is costly to make, and all stores and topics share them. */
  private static final ClassValue<PackedRecord<?>> KNOWN =
      new ClassValue<>() {
        @Override
        protected PackedRecord<?> computeValue(Class<?> type) {
          return make(type.asSubclass(Record.class));
        }
      };

  private final Class<T> type;
  private final MethodHandle maker;
  private final List<Component<T>> components = new ArrayList<>();

  private PackedRecord(Class<T> type) throws ReflectiveOperationException {
    var declared = type.getRecordComponents();
    var types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.type = type;
    maker =
        LOOKUP
            .findConstructor(type, MethodType.methodType(void.class, types))
            .asSpreader(Object[].class, declared.length)
            .asType(MAKE);
    for (var component : declared) {
      components.add(
          new Component<>(
              getter(LOOKUP.unreflect(component.getAccessor())),
              PackedForm.of(component.getGenericType())));
    }
  }

  /** Of one class there is one. */
  @SuppressWarnings("unchecked")
  static <T extends Record> PackedRecord<T> of(Class<T> type) {
    return (PackedRecord<T>) KNOWN.get(type);
  }

  private static <T extends Record> PackedRecord<T> make(Class<T> type) {
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
    bytes.write((byte) components.size());
    int begun = bytes.reserveLength();
    for (int i = 0; i < components.size(); i++) {
      components.get(i).write(bytes, value);
    }
    bytes.writeLength(begun);
  }

  private @Nullable T read(PackedBytes bytes) {
    int written = bytes.read();
    if (written == 0) {
      return null;
    }
    int end = bytes.readLength() + bytes.position();
    var values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      var form = components.get(i).form();
      values[i] = i < written ? form.read(bytes) : form.absent();
    }
    bytes.skipTo(end);
    return made(values);
  }

  /** What no constructor of ours takes was never written by us. */
  private T made(@Nullable Object[] values) {
    try {
      return type.cast((Object) maker.invokeExact(values));
    } catch (RuntimeException refused) {
      throw new IllegalArgumentException("no " + type.getSimpleName(), refused);
    } catch (Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("our records throw no checked exception", impossible);
    }
  }

  /** A function of its own class, which is called as fast as one in the source. */
  @SuppressWarnings("unchecked")
  private static <T> Function<T, @Nullable Object> getter(MethodHandle accessor) {
    try {
      return (Function<T, @Nullable Object>)
          LambdaMetafactory.metafactory(
                  LOOKUP,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  accessor,
                  accessor.type().wrap())
              .getTarget()
              .invoke();
    } catch (Throwable impossible) {
      throw new IllegalStateException("no function for an accessor of a record", impossible);
    }
  }

  private record Component<T>(Function<T, @Nullable Object> getter, PackedForm<?> form) {
    void write(PackedBytes bytes, T value) {
      write(bytes, form, getter.apply(value));
    }

    /** The form was chosen by the declared type of what is written. */
    @SuppressWarnings("unchecked")
    private static <C> void write(PackedBytes bytes, PackedForm<C> form, @Nullable Object value) {
      form.write(bytes, (C) value);
    }
  }
}
