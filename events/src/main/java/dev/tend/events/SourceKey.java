package dev.tend.events;

import java.util.regex.Pattern;

/**
 * The key of {@code tend.sources}: {@code mailbox/invitations|position}. Its records are
 * partitioned by the source alone, so that whoever owns the partition sees all that a source
 * remembers.
 *
 * @param source kind and name, such as {@code portability/amy.chen}
 * @param aspect what is remembered, such as {@code position} or {@code grant}
 */
public record SourceKey(String source, String aspect) {
  private static final Pattern SOURCE = Pattern.compile("[a-z]{1,32}/[A-Za-z0-9][A-Za-z0-9._~@-]*");
  private static final Pattern ASPECT = Pattern.compile("[a-z]{1,32}");

  public SourceKey {
    source = Checked.requiredLine("source", source);
    aspect = Checked.requiredLine("aspect", aspect);
    if (!SOURCE.matcher(source).matches()) {
      throw new RefusedException("source", "must be a kind and a name such as mailbox/invitations");
    }
    if (!ASPECT.matcher(aspect).matches()) {
      throw new RefusedException("aspect", "must be a word of lower-case letters");
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws RefusedException when it is no such key
   */
  public static SourceKey of(String key) {
    int at = key.lastIndexOf(ConnectionKey.SEPARATOR);
    if (at < 0) {
      throw new RefusedException("", "is no key of a source such as mailbox/invitations|position");
    }
    return new SourceKey(key.substring(0, at), key.substring(at + 1));
  }

  @Override
  public String toString() {
    return source + ConnectionKey.SEPARATOR + aspect;
  }
}
