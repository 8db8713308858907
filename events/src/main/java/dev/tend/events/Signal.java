package dev.tend.events;

/**
 * One reason for or against an invitation.
 *
 * @param name one of {@link SignalName}, as a word, so that a newer scoring-service may add names
 *     which an older reader carries along
 * @param points 1 to 100 on its axis
 * @param evidence a sentence that the member may read, such as "Both at Deloitte, January 2010 to
 *     December 2012 (3 years)"
 */
public record Signal(String name, Axis axis, int points, String evidence) {
  public Signal {
    name = Checked.requiredLine("name", name);
    axis = Checked.required("axis", axis);
    points = Checked.between("points", points, 1, 100);
    evidence = Checked.prose("evidence", evidence);
  }

  public static Signal of(SignalName name, int points, String evidence) {
    return new Signal(name.word(), name.axis(), points, evidence);
  }

  public boolean is(SignalName other) {
    return name.equals(other.word());
  }

  @Override
  public String toString() {
    return "Signal[" + name + " " + points + "]";
  }
}
