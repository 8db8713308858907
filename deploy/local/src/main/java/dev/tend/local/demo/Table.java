package dev.tend.local.demo;

import dev.tend.events.Verdict;

/**
 * What was decided, an invitation a line. No line takes more than {@value #WIDTH} columns, whatever
 * script a name is written in.
 */
final class Table {
  static final int WIDTH = 110;

  private static final int MARGIN = 4;
  private static final int GAP = 2;
  private static final int INVITER = 26;
  private static final int VERDICT = 7;
  private static final int RELEVANCE = 9;
  private static final int RISK = 4;
  private static final int REASON = WIDTH - MARGIN - INVITER - VERDICT - RELEVANCE - RISK - 4 * GAP;

  private Table() {}

  /** The line with the names of the columns. */
  static String head() {
    return line("who asks", "verdict", "relevance", "risk", "the main reason");
  }

  /** One invitation. */
  static String line(Judged judged) {
    return line(
        judged.inviterName(),
        judged.verdict().map(Verdict::word).orElse("not yet"),
        Integer.toString(judged.relevance()),
        Integer.toString(judged.risk()),
        judged.mainReason());
  }

  private static String line(
      String inviter, String verdict, String relevance, String risk, String reason) {
    var gap = " ".repeat(GAP);
    return " ".repeat(MARGIN)
        + TextWidth.filling(INVITER, inviter)
        + gap
        + TextWidth.filling(VERDICT, verdict)
        + gap
        + " ".repeat(RELEVANCE - relevance.length())
        + relevance
        + gap
        + " ".repeat(RISK - risk.length())
        + risk
        + gap
        + TextWidth.fitting(REASON, reason.replaceAll("\\s+", " "));
  }
}
