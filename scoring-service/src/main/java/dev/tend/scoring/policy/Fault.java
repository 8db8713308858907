package dev.tend.scoring.policy;

/**
 * What is wrong in one place of a policy file, in words for the person who writes it.
 *
 * @param line from 1
 * @param column from 1
 * @param field the path, such as {@code teams.advisory.bars}; empty when the file as a whole is
 *     meant
 * @param reason a sentence without its subject, such as "is fixed by the firm"
 */
public record Fault(int line, int column, String field, String reason) {

  /** All of it in one line, such as "line 12, column 5: firm.stage must be one of …". */
  public String sentence() {
    return "line %d, column %d: %s %s"
        .formatted(line, column, field.isEmpty() ? "the file" : field, reason);
  }
}
