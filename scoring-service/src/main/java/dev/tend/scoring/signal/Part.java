package dev.tend.scoring.signal;

import dev.tend.events.SignalName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a {@link Worth} stands in a policy file: under a signal's public name, a word that says
 * what of it is meant. {@code SAME_EMPLOYER_OVERLAP} is {@code same-employer: {overlap: …}}: the
 * constant begins with the signal and goes on with the word. One that does not is listed here, or
 * stands by itself, as {@code in-the-past} does.
 *
 * @param signal empty for what stands by itself, since several signals share it
 * @param word {@link #BASE} for what the signal is worth in itself
 */
public record Part(Optional<SignalName> signal, String word) {
  /** What a signal is worth in itself. */
  public static final String BASE = "base";

  /** The most that a signal counts, whatever speaks for it. */
  public static final String MOST = "most";

  private static final Map<Worth, Part> NAMED_OTHERWISE =
      Map.ofEntries(
          named(Worth.COLLEAGUE, SignalName.COLLEAGUE_KNOWS_THEM, BASE),
          named(Worth.COLLEAGUE_MORE, SignalName.COLLEAGUE_KNOWS_THEM, "more"),
          named(Worth.COLLEAGUE_LONG, SignalName.COLLEAGUE_KNOWS_THEM, "long"),
          named(Worth.COLLEAGUE_MOST, SignalName.COLLEAGUE_KNOWS_THEM, MOST),
          named(Worth.COLLEAGUE_JUST_NOW, SignalName.COLLEAGUE_KNOWS_THEM, "just-now"),
          named(Worth.REPLY_CONFIRMED, SignalName.REPLY_EXPLAINS, "confirmed"),
          named(Worth.REPLY_SPECIFIC, SignalName.REPLY_EXPLAINS, "specific"),
          named(Worth.REPLY_REASON, SignalName.REPLY_EXPLAINS, "reason"),
          named(Worth.CLAIM_CONTRADICTED, SignalName.CLAIM_UNSUPPORTED, "contradicted"),
          named(Worth.VERY_FEW_CONNECTIONS, SignalName.FEW_CONNECTIONS, "very-few"));

  private static Map.Entry<Worth, Part> named(Worth worth, SignalName signal, String word) {
    return Map.entry(worth, new Part(Optional.of(signal), word));
  }

  /** Where a worth stands. */
  public static Part of(Worth worth) {
    var otherwise = NAMED_OTHERWISE.get(worth);
    return otherwise == null ? named(worth) : otherwise;
  }

  private static Part named(Worth worth) {
    var constant = worth.name();
    for (var signal : SignalName.values()) {
      if (constant.equals(signal.name())) {
        return new Part(Optional.of(signal), BASE);
      }
      if (constant.startsWith(signal.name() + "_")) {
        return new Part(Optional.of(signal), word(constant.substring(signal.name().length() + 1)));
      }
    }
    return new Part(Optional.empty(), word(constant));
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
