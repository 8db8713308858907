package dev.tend.notify.digest;

import dev.tend.events.WouldBe;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one digest shows, already decided: {@link DigestPaper} puts it on paper and adds
 * no judgement. Texts may come from anywhere; the paper cleans and escapes them.
 *
 * @param firstName of the member, as they are greeted
 * @param locale the language; one that Tend does not speak becomes English
 * @param zone in which all times are told
 * @param slot when this digest was due
 * @param accept what the member should accept
 * @param toAsk whom only the member can ask, since no address is known; each row brings the words
 * @param asked whom Tend asked by mail
 * @param ignored what may be left alone
 * @param next when the next digest comes; null when that is not known
 * @param listUrl where all invitations are shown; null when there is no such page
 * @param settingsUrl where the digest is changed; null when there is no such page
 */
public record DigestLetter(
    String firstName,
    Locale locale,
    ZoneId zone,
    Instant slot,
    Group accept,
    Group toAsk,
    Group asked,
    Group ignored,
    @Nullable Instant next,
    @Nullable URI listUrl,
    @Nullable URI settingsUrl) {

  /** How many invitations the digest is about, shown below or not. */
  public int total() {
    return accept.total() + toAsk.total() + asked.total() + ignored.total();
  }

  /** How many of them stand in the digest itself. */
  public int shown() {
    return accept.rows().size() + toAsk.rows().size() + asked.rows().size() + ignored.rows().size();
  }

  @Override
  public String toString() {
    return "DigestLetter[" + slot + ", " + shown() + " of " + total() + "]";
  }

  /**
   * The invitations that want the same of the member.
   *
   * @param rows those that stand in the digest, most important first
   * @param total how many there are, which is more than the rows when a cap cut them
   */
  public record Group(List<Row> rows, int total) {
    public static final Group NONE = new Group(List.of(), 0);

    public Group {
      rows = List.copyOf(rows);
      if (total < rows.size()) {
        throw new IllegalArgumentException("a group of " + total + " shows " + rows.size());
      }
    }

    /** A group that is shown whole. */
    public static Group of(List<Row> rows) {
      return new Group(rows, rows.size());
    }
  }

  /**
   * One invitation.
   *
   * @param name of the inviter
   * @param headline what they say they do; empty when not known
   * @param profileUrl where their profile is
   * @param note what they wrote; the paper shortens it; empty when they wrote nothing
   * @param summary the verdict in a sentence or two
   * @param reasons evidence sentences, strongest first; the paper shows three at most
   * @param relevance the reasons to accept, 0 to 100
   * @param risk the red flags, 0 to 100
   * @param wouldBe what would change the verdict; the paper shows the first
   * @param receivedAt when the invitation came
   * @param words for the member to paste; empty where there is nothing to ask, or Tend asked
   */
  public record Row(
      String name,
      String headline,
      URI profileUrl,
      String note,
      String summary,
      List<String> reasons,
      int relevance,
      int risk,
      List<WouldBe> wouldBe,
      Instant receivedAt,
      String words,
      Choices choices) {
    public Row {
      reasons = List.copyOf(reasons);
      wouldBe = List.copyOf(wouldBe);
    }

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  /**
   * Signed links with which the member says what they did, with or against the advice. A null is
   * not offered.
   */
  public record Choices(@Nullable URI accept, @Nullable URI ask, @Nullable URI ignore) {
    public static final Choices NONE = new Choices(null, null, null);

    @Override
    public String toString() {
      return "Choices[redacted]";
    }
  }
}
