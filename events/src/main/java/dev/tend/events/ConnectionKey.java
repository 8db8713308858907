package dev.tend.events;

/**
 * The key of {@code tend.connections}: {@code in/jane-doe|amy.chen}. Its records are partitioned by
 * the person alone, so that what colleagues know of a person lies where that person's invitations
 * are judged.
 */
public record ConnectionKey(PersonKey person, String member) {
  /** Stands in neither a profile path nor a member's id. */
  public static final char SEPARATOR = '|';

  public ConnectionKey {
    member = MemberId.check("member", member);
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws RefusedException when it is no such key
   */
  public static ConnectionKey of(String key) {
    int at = key.lastIndexOf(SEPARATOR);
    if (at < 0) {
      throw new RefusedException("", "is no key of a connection such as in/jane-doe|amy.chen");
    }
    return new ConnectionKey(new PersonKey(key.substring(0, at)), key.substring(at + 1));
  }

  @Override
  public String toString() {
    return person.path() + SEPARATOR + member;
  }
}
