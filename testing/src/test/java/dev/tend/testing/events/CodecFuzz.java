package dev.tend.testing.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Topic;
import java.util.Arrays;

/**
 * The value of any record, from the topics or from a door: it is read or refused, and what was read
 * is written as something that reads the same.
 */
public final class CodecFuzz {
  private CodecFuzz() {}

  /** The first line is the name of a topic; with a {@code +} before it, a door reads the rest. */
  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    var head = new String(input, 0, end, UTF_8);
    var json = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
    boolean atDoor = head.startsWith("+");
    var name = atDoor ? head.substring(1) : head;
    Arrays.stream(Topic.values())
        .filter(topic -> topic.fullName().equals(name))
        .forEach(topic -> check(atDoor ? Codec.DOOR : Codec.TOPIC, json, topic.carries()));
  }

  private static <T> void check(Codec codec, byte[] json, Class<T> type) {
    if (codec.read(json, type) instanceof Decoded.Value<T>(var value)) {
      var again = Codec.TOPIC.read(Codec.TOPIC.write(value), type);
      if (!again.equals(new Decoded.Value<>(value))) {
        throw new AssertionError("Written and read again it is another " + type.getSimpleName());
      }
    }
  }
}
