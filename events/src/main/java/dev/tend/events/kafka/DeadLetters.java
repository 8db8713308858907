package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes the dead letter of a record that could not be processed, whatever its bytes are. */
public final class DeadLetters {
  /**
   * Marks a header's value that is no plain text; control characters would swell sixfold in JSON.
   */
  private static final String BASE64 = "base64:";

  private DeadLetters() {}

  /** Where a record lies on the broker. */
  public record Origin(String topic, int partition, long offset) {}

  /**
   * The dead letter of a record.
   *
   * @param detail what was wrong, without quoting the record
   * @param value null for a tombstone
   */
  public static DeadLetter of(
      DeadLetter.Reason reason,
      String detail,
      String service,
      Origin origin,
      int attempts,
      Instant at,
      @Nullable String key,
      byte @Nullable [] value,
      Headers headers) {
    return new DeadLetter(
        reason,
        detail,
        service,
        origin.topic(),
        origin.partition(),
        origin.offset(),
        attempts,
        at,
        key == null ? "" : key,
        value == null ? "" : Base64.getEncoder().encodeToString(value),
        texts(headers));
  }

  private static Map<String, String> texts(Headers headers) {
    var texts = new HashMap<String, String>();
    for (var header : headers) {
      if (header.value() != null) {
        texts.put(header.key(), text(header.value()));
      }
    }
    return texts;
  }

  private static String text(byte[] value) {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      boolean plain = !text.startsWith(BASE64) && text.chars().noneMatch(Character::isISOControl);
      return plain ? text : binary(value);
    } catch (CharacterCodingException _) {
      return binary(value);
    }
  }

  private static String binary(byte[] value) {
    return BASE64 + Base64.getEncoder().encodeToString(value);
  }
}
