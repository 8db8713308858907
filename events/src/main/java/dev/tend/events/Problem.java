package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer: problem details for HTTP (RFC 9457), {@code
 * application/problem+json}.
 *
 * @param type {@code about:blank}, unless a page says more
 * @param title what kind of error, the same for every occurrence
 * @param status the HTTP status
 * @param detail what went wrong this time and what to do about it
 * @param errors each field that is wrong; empty when the error is about no field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Item> errors) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /** A problem that is about no field. */
  public static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, List.of());
  }

  /** A problem with one field. */
  public static Problem of(int status, String title, Refusal refusal) {
    var item = new Item(null, refusal.field(), refusal.reason());
    return new Problem("about:blank", title, status, refusal.sentence(), List.of(item));
  }

  /**
   * What is wrong with one field.
   *
   * @param index of the item in a batch, from 0; null outside a batch
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(@Nullable Integer index, String field, String reason) {
    /** What is wrong with one item of a batch. */
    public static Item of(int index, Refusal refusal) {
      return new Item(index, refusal.field(), refusal.reason());
    }
  }
}
