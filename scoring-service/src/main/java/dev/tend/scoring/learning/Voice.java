package dev.tend.scoring.learning;

import java.util.List;

/**
 * What one member has to say when the firm is asked. It travels, so it is less than their {@link
 * Tastes}: how far they lean, and whether what they did bears it out, but neither what they chose
 * nor how often.
 */
public record Voice(List<Opinion> opinions) {
  public Voice {
    opinions = List.copyOf(opinions);
  }

  /**
   * What the member says of one reason.
   *
   * @param signal its name, as a word, so that one which a newer Tend has added is carried along
   * @param tenths the lean, in tenths of a point
   * @param against by how many the choices against the advice say that the reason should count
   *     more; negative when they say less
   */
  public record Opinion(String signal, int tenths, int against) {
    private static Opinion of(Taste taste) {
      return new Opinion(
          taste.signal().word(), (int) Math.round(taste.lean() * 10), taste.against());
    }

    double lean() {
      return tenths / 10.0;
    }
  }

  /** What follows from a member's choices; without opinions, when these say nothing yet. */
  public static Voice of(Tastes tastes) {
    return new Voice(tastes.all().stream().map(Opinion::of).toList());
  }

  /** Whether there is nothing to say. */
  public boolean isSilent() {
    return opinions.isEmpty();
  }

  @Override
  public String toString() {
    return "Voice[" + opinions.size() + "]";
  }
}
