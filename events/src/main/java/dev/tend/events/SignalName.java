package dev.tend.events;

import static dev.tend.events.Axis.RELEVANCE;
import static dev.tend.events.Axis.RISK;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The public vocabulary of reasons. A name is a contract: it stands in events, mails, metrics and
 * docs.
 */
public enum SignalName {
  SAME_EMPLOYER(RELEVANCE),
  SAME_SCHOOL(RELEVANCE),
  SAME_FIELD(RELEVANCE),
  SAME_CAUSE(RELEVANCE),
  COMPANY_OF_INTEREST(RELEVANCE),
  ASPIRED_ROLE(RELEVANCE),
  CLIENT(RELEVANCE),
  PROSPECT(RELEVANCE),
  EXPERT(RELEVANCE),
  CANDIDATE(RELEVANCE),
  MUTUAL_CONNECTIONS(RELEVANCE),
  COLLEAGUE_KNOWS_THEM(RELEVANCE),
  KNOWN_CORRESPONDENT(RELEVANCE),
  CLAIM_CONFIRMED(RELEVANCE),
  PERSONAL_NOTE(RELEVANCE),
  REPLY_EXPLAINS(RELEVANCE),
  SAME_PLACE(RELEVANCE),
  CLAIM_UNSUPPORTED(RISK),
  SCANT_PROFILE(RISK),
  UNFAMILIAR_LANGUAGE(RISK),
  FAR_AWAY(RISK),
  NO_PORTRAIT(RISK),
  MASS_INVITER(RISK),
  IMPERSONATION(RISK),
  COPIED_NOTE(RISK),
  SALES_PITCH(RISK),
  LINK_IN_NOTE(RISK),
  IMPLAUSIBLE_HISTORY(RISK),
  FEW_CONNECTIONS(RISK),
  IGNORED_BEFORE(RISK),
  BLOCKED(RISK);

  private static final Map<String, SignalName> BY_WORD =
      Arrays.stream(values()).collect(toUnmodifiableMap(SignalName::word, name -> name));

  private final Axis axis;
  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  SignalName(Axis axis) {
    this.axis = axis;
  }

  public Axis axis() {
    return axis;
  }

  /** The public form, such as {@code same-employer}. */
  @JsonValue
  public String word() {
    return word;
  }

  /** The name with that public form; empty for one that a newer Tend has added. */
  public static Optional<SignalName> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
