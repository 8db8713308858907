package dev.tend.events;

/**
 * What is wrong with one field of an input, in words for the person who sent it.
 *
 * @param field the path of the field, such as {@code inviter.positions[2].company}; empty when the
 *     input as a whole is meant
 * @param reason a sentence without its subject, such as "is required"; never quotes the input
 */
public record Refusal(String field, String reason) {

  /** The same refusal seen from one level above, as {@code parent.field}. */
  public Refusal within(String parent) {
    if (parent.isEmpty()) {
      return this;
    }
    if (field.isEmpty()) {
      return new Refusal(parent, reason);
    }
    return new Refusal(field.startsWith("[") ? parent + field : parent + "." + field, reason);
  }

  /** The refusal as one sentence, such as "inviter.name is required". */
  public String sentence() {
    return (field.isEmpty() ? "The input" : field) + " " + reason;
  }
}
