package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of a service holds nothing more of somebody who was to be forgotten. It names nobody.
 *
 * @param receipt of the {@link Erasure}
 * @param service such as {@code scoring-service}
 * @param part which part of the service says so, such as {@code members-3}
 * @param parts how many parts of the service there are; it is done when all have said so
 * @param removed how many of what, such as {@code invitations}; what there was none of is left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Erased(
    String receipt,
    String service,
    String part,
    int parts,
    Map<String, Integer> removed,
    Instant at) {
  private static final int MOST_PARTS = 100_000;

  public Erased {
    receipt = Checked.requiredLine("receipt", receipt);
    service = Checked.requiredLine("service", service);
    part = Checked.requiredLine("part", part);
    parts = Checked.between("parts", parts, 1, MOST_PARTS);
    removed = removed == null ? Map.of() : counted(removed);
    at = Checked.required("at", at);
  }

  private static Map<String, Integer> counted(Map<String, Integer> removed) {
    var counted = new TreeMap<String, Integer>();
    removed.forEach(
        (what, number) -> {
          if (number != null && number > 0) {
            counted.put(what, number);
          }
        });
    return Collections.unmodifiableMap(counted);
  }

  /** The record key: all that is said of one erasure lies on one partition, in order. */
  public String key() {
    return receipt + ConnectionKey.SEPARATOR + service + '/' + part;
  }

  @Override
  public String toString() {
    return "Erased[" + key() + "]";
  }
}
