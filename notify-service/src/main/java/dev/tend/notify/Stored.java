package dev.tend.notify;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import java.nio.charset.StandardCharsets;

/** Reads the records that this service has stored as JSON. */
public final class Stored {
  private Stored() {}

  /**
   * A record from a jsonb column.
   *
   * @throws IllegalStateException when it cannot be read, which a migration has forgotten then
   */
  public static <T> T read(String json, Class<T> type) {
    return switch (Codec.TOPIC.read(json.getBytes(StandardCharsets.UTF_8), type)) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T>(var reason, var refusal) ->
          throw new IllegalStateException(
              "A stored %s cannot be read: %s".formatted(type.getSimpleName(), refusal.sentence()));
    };
  }
}
