package dev.tend.scoring.signal;

import dev.tend.scoring.name.PersonName;
import java.util.List;

/**
 * Whether the reasons name those who stand in between, or only count them: the firm decides whether
 * its people may learn whom their colleagues are connected with. All sentences about them are made
 * here, so that none forgets it.
 */
public enum Discretion {
  /** "Your colleague Robert Diaz has been connected with them since 2016: ask Robert". */
  NAMES,
  /** "A colleague of yours has been connected with them since 2016". */
  COUNTS;

  /** A colleague within a sentence. */
  String colleague(Colleague colleague) {
    return this == NAMES ? "your colleague " + colleague.name() : "a colleague of yours";
  }

  /**
   * Who is connected with the inviter, and whom to ask.
   *
   * @param knowing at least one, whoever has known them longest first
   */
  String connected(List<Colleague> knowing) {
    var longest = knowing.getFirst();
    var since = longest.since() == null ? "" : " since " + longest.since().getYear();
    if (knowing.size() == 1) {
      return capital(colleague(longest))
          + (since.isEmpty() ? " is connected with them" : " has been connected with them" + since)
          + ask(longest);
    }
    if (this == COUNTS) {
      return knowing.size()
          + " of your colleagues are connected with them"
          + (since.isEmpty() ? "" : ", one of them" + since);
    }
    var names = longest.name() + (knowing.size() == 2 ? " and " : ", ") + knowing.get(1).name();
    int rest = knowing.size() - 2;
    var others = rest == 0 ? "" : rest == 1 ? " and 1 other" : " and " + rest + " others";
    return "Your colleagues "
        + names
        + others
        + " are connected with them"
        + (since.isEmpty() ? "" : ", " + longest.name() + since)
        + ask(longest);
  }

  /** How many people the member knows where the inviter works, and some of their names. */
  String known(Circle circle) {
    var people = circle.people() == 1 ? "1 person" : circle.people() + " people";
    return "you know " + people + " at " + circle.company() + among(circle);
  }

  private String among(Circle circle) {
    var names = circle.names();
    if (this == COUNTS || names.isEmpty()) {
      return "";
    }
    var last = names.getLast();
    var listed =
        names.size() == 1
            ? last
            : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    return (names.size() < circle.people() ? ", among them " : ": ") + listed;
  }

  private String ask(Colleague colleague) {
    return this == NAMES ? ": ask " + PersonName.first(colleague.name()) : "";
  }

  /** The same words as the beginning of a sentence. */
  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
