package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, whole, so that it can be looked into and sent again.
 *
 * @param detail what exactly was wrong, without quoting the record
 * @param service which service gave up, such as {@code scoring-service}
 * @param topic where the record lay; partition and offset likewise
 * @param attempts how often it was tried, 1 or more
 * @param value the bytes as they were, in Base64; empty for a tombstone
 * @param headers the record's headers; a value that is no plain text is written as Base64 behind
 *     {@code base64:}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeadLetter(
    Reason reason,
    String detail,
    String service,
    String topic,
    int partition,
    long offset,
    int attempts,
    Instant at,
    String key,
    String value,
    Map<String, String> headers) {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*+={0,2}");

  public DeadLetter {
    reason = Checked.required("reason", reason);
    detail = detail == null ? "" : detail;
    service = Checked.requiredLine("service", service);
    topic = Checked.requiredLine("topic", topic);
    at = Checked.required("at", at);
    key = key == null ? "" : key;
    value = value == null ? "" : value;
    headers = headers == null ? Map.of() : sorted(headers);
    if (value.length() % 4 != 0 || !BASE64.matcher(value).matches()) {
      throw new RefusedException("value", "must be Base64");
    }
  }

  /** Sorted, so that the same letter is always the same JSON. */
  private static Map<String, String> sorted(Map<String, @Nullable String> headers) {
    headers.forEach(
        (name, value) -> {
          if (value == null) {
            throw new RefusedException("headers." + name, "must not be null");
          }
        });
    return Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  /** The bytes as they were; of length 0 for a tombstone. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(value);
  }

  /**
   * Names the origin once and for all: two services that give up on the same record mean the same
   * letter.
   */
  public String origin() {
    return topic + "/" + partition + "/" + offset;
  }

  @Override
  public String toString() {
    return "DeadLetter[" + origin() + " " + reason + "]";
  }

  /** Why a record could not be processed; also the label of the metric. */
  public enum Reason {
    /** The value is not JSON. */
    @JsonProperty("malformed")
    MALFORMED,
    /** The value is JSON, but not what the topic carries. */
    @JsonProperty("invalid")
    INVALID,
    /** The key does not belong to the value. */
    @JsonProperty("misplaced")
    MISPLACED,
    /** It took too long. */
    @JsonProperty("timed-out")
    TIMED_OUT,
    /** An error in Tend itself. */
    @JsonProperty("failed")
    FAILED
  }
}
