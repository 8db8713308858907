package dev.tend.scoring.signal;

import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The years of a claim: "back in 2011", "2010-2014", "in '05". A year that belongs to something
 * else in the sentence ("and in 2020 I moved to Acme") is none of them.
 */
final class ClaimedYears {
  /** Two-digit years below this are of this century. */
  private static final int CENTURY = 40;

  private static final int EARLIEST = 1950;

  /** Behind a comma a year belongs to the claim only when it stands nearly alone there. */
  private static final int ALONE_WITHIN = 3;

  private static final Set<String> SINCE =
      Set.of("since", "depuis", "seit", "desde", "until", "till", "before", "after", "vor", "nach");

  private ClaimedYears() {}

  /** In the order in which they stand; mostly none. */
  static List<Integer> of(Claim claim) {
    var text = claim.text();
    List<Integer> years = new ArrayList<>(2);
    for (int i = claim.from(); i < claim.to(); i++) {
      int year = year(text, i);
      if (year > 0 && !isSince(text, i, claim.from()) && belongs(claim, i)) {
        years.add(year);
      }
    }
    return years;
  }

  private static int year(Text text, int at) {
    var word = text.words().get(at);
    var digits = word.folded();
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    if (digits.length() == 4) {
      int year = Integer.parseInt(digits);
      return year >= EARLIEST && year < EARLIEST + 150 ? year : 0;
    }
    boolean apostrophe =
        word.start() > 0 && "'’‘".indexOf(text.raw().charAt(word.start() - 1)) >= 0;
    if (digits.length() != 2 || !apostrophe) {
      return 0;
    }
    int year = Integer.parseInt(digits);
    return year < CENTURY ? 2000 + year : 1900 + year;
  }

  private static boolean isSince(Text text, int at, int from) {
    return at > from && SINCE.contains(text.words().get(at - 1).folded());
  }

  /** In the clause of the claim, or nearly alone in the next one or the one before. */
  private static boolean belongs(Claim claim, int at) {
    var text = claim.text();
    int clause = text.clauseStart(at, claim.from());
    if (clause == text.clauseStart(claim.behind() - 1, claim.from())
        || clause == text.clauseStart(claim.at(), claim.from())) {
      return true;
    }
    int end = at + 1;
    while (end < claim.to() && text.clauseStart(end, claim.from()) != end) {
      end++;
    }
    return end - clause <= ALONE_WITHIN;
  }
}
