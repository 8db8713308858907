package dev.tend.scoring.policy;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.RefusedException;

/**
 * What a stranger writes about themselves and to the member: any of it is judged, within the axes,
 * and alike each time.
 */
public final class JudgeFuzz {
  private JudgeFuzz() {}

  /** Lines: name, headline, company, school, note; what follows is "about". */
  public static void fuzzerTestOneInput(byte[] input) {
    var lines = new String(input, UTF_8).split("\n", 6);
    try {
      var inviter =
          aPerson(line(lines, 0, "Dana Roy"))
              .as("Manager", line(lines, 2, "Deloitte"), "2011-03", "2013-12")
              .studiedAt(line(lines, 3, "McGill University"), "2001", "2005")
              .with(profile -> profile.headline(line(lines, 1, "")).about(line(lines, 5, "")));
      var history =
          aPerson("Amy Chen")
              .as("Consultant", "Deloitte", "2010-01", "2014-08")
              .studiedAt("McGill", "2002", "2006");
      var invited =
          Case.whenInvited(aMember("Amy Chen").whoIs(history).reading("en", "fr"))
              .by(inviter)
              .saying(line(lines, 4, ""));
      var first = invited.judged();
      if (first.risk() > 100 || first.relevance() > 100 || first.summary().isBlank()) {
        throw new AssertionError("judged beyond its axes: " + first.verdict());
      }
      if (!first.equals(invited.judged())) {
        throw new AssertionError("judged twice, and differently: " + first.verdict());
      }
    } catch (RefusedException noRecord) {
      // such a text cannot stand in an event at all
      if (noRecord.refusal().reason().isBlank()) {
        throw new AssertionError("refused without a reason", noRecord);
      }
    }
  }

  private static String line(String[] lines, int index, String otherwise) {
    return index < lines.length && !lines[index].isBlank() ? lines[index] : otherwise;
  }
}
