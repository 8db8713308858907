package dev.tend.notify.digest;

import dev.tend.notify.mail.Folded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest in its final words, in one language: what both templates read. Every text is one clean
 * line; an empty text is not shown.
 *
 * @param preview what a list of mails shows beside the subject
 * @param capped says that not everything is shown
 */
record Sheet(
    String language,
    String subject,
    String preview,
    String greeting,
    String moment,
    String glance,
    String capped,
    @Nullable Link seeAll,
    List<Section> sections,
    String next,
    @Nullable Link settings,
    String advice,
    String zone) {

  /** One group of rows; its tone is also the name of its colour in the HTML. */
  record Section(String tone, String heading, String how, boolean compact, List<Line> lines) {
    /** What stands below the heading in plain text. */
    public String underline() {
      return "-".repeat(Math.min(Folded.columns(heading), Folded.WIDTH));
    }
  }

  /**
   * One invitation.
   *
   * @param summary only where there are no reasons
   */
  record Line(
      String name,
      String headline,
      Link profile,
      String note,
      String summary,
      List<String> reasons,
      String received,
      String scores,
      String wouldBe,
      String words,
      List<Link> choices) {
    /**
     * The width of the longest label, so that the addresses of the plain text stand in a column.
     */
    public int labels() {
      return choices.stream()
          .map(Link::label)
          .mapToInt(Folded::columns)
          .reduce(Folded.columns(profile.label()), Math::max);
    }
  }

  /**
   * An address with its text.
   *
   * @param about the whole meaning, for those who hear links out of their context
   * @param advised whether this is what Tend advises
   */
  record Link(String label, String about, String address, boolean advised) {
    /** The label with a colon, filled up to a width. */
    public String label(int width) {
      return label + ":" + " ".repeat(width - Folded.columns(label));
    }
  }
}
