package dev.tend.scoring.policy;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.signal.Facts;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** What it would mean that a reason were not there: in words, and in the facts. */
final class Absence {
  private static final List<Wish> COMPANIES =
      List.of(Wish.CLIENTS, Wish.PROSPECTS, Wish.COMPANIES_OF_INTEREST);

  private Absence() {}

  /** How it is told, after "if". */
  static String said(Signal signal) {
    return SignalName.of(signal.name())
        .map(Absence::said)
        .orElseGet(() -> "this did not hold: " + signal.evidence());
  }

  private static String said(SignalName name) {
    return switch (name) {
      case SAME_EMPLOYER -> "you had not worked for the same employer";
      case SAME_SCHOOL -> "you had not been to the same school";
      case SAME_FIELD -> "you did not work in the same field";
      case SAME_CAUSE -> "you did not share a cause";
      case COMPANY_OF_INTEREST -> "their company were of no interest to you";
      case ASPIRED_ROLE -> "you did not aspire to their role";
      case CLIENT -> "they did not belong to a client of yours";
      case PROSPECT -> "they did not belong to a prospect of yours";
      case EXPERT -> "you did not look for experts in their field";
      case CANDIDATE -> "you did not place people like them";
      case MUTUAL_CONNECTIONS -> "you had no connections in common";
      case COLLEAGUE_KNOWS_THEM -> "no colleague were connected with them";
      case KNOWN_CORRESPONDENT -> "you had never written to each other";
      case CLAIM_CONFIRMED -> "what they wrote could not be confirmed";
      case PERSONAL_NOTE -> "the note were not personal";
      case REPLY_EXPLAINS -> "their answer explained nothing";
      case SAME_PLACE -> "you did not live in the same place";
      case CLAIM_UNSUPPORTED -> "the note did not claim what nothing bears out";
      case SCANT_PROFILE -> "their profile said more";
      case UNFAMILIAR_LANGUAGE -> "you read their language";
      case FAR_AWAY -> "you worked in their country";
      case NO_PORTRAIT -> "their profile had a portrait";
      case MASS_INVITER -> "they had not invited so many of you";
      case IMPERSONATION -> "they did not bear another's name";
      case COPIED_NOTE -> "the note had not gone to others";
      case SALES_PITCH -> "the note were no sales pitch";
      case LINK_IN_NOTE -> "the note did not lead elsewhere";
      case IMPLAUSIBLE_HISTORY -> "their history were plausible";
      case FEW_CONNECTIONS -> "they had more connections";
      case IGNORED_BEFORE -> "they had not been ignored before";
      case BLOCKED -> "you had not blocked them";
    };
  }

  /**
   * The facts without what gave these reasons, where another reason would come of that: a client
   * may also be a prospect, and without the colleague who knows them, somebody who goes through the
   * firm has nobody in between. Empty where nothing else hangs on it.
   */
  static Optional<Facts> in(Facts facts, List<Signal> gone) {
    var seen = Optional.<Facts>empty();
    for (var signal : gone) {
      var before = seen;
      seen =
          SignalName.of(signal.name())
              .flatMap(name -> in(before.orElse(facts), name))
              .or(() -> before);
    }
    return seen;
  }

  private static Optional<Facts> in(Facts facts, SignalName name) {
    return switch (name) {
      case CLIENT -> without(facts, Wish.CLIENTS);
      case PROSPECT -> without(facts, Wish.PROSPECTS);
      case COMPANY_OF_INTEREST -> without(facts, Wish.COMPANIES_OF_INTEREST);
      case COLLEAGUE_KNOWS_THEM -> withoutColleagues(facts);
      default -> Optional.empty();
    };
  }

  /** Whether only a member's lists of companies would be others without these reasons. */
  static boolean isOfListsAlone(List<Signal> gone) {
    return gone.stream().noneMatch(signal -> signal.is(SignalName.COLLEAGUE_KNOWS_THEM));
  }

  /** Where nothing was written and nothing else was sent, no other reason hangs on colleagues. */
  private static Optional<Facts> withoutColleagues(Facts facts) {
    boolean alone =
        facts.earlierByInviter().isEmpty()
            && facts.echoes().isEmpty()
            && facts.invitation().note().isEmpty()
            && facts.reply() == null;
    return alone
        ? Optional.empty()
        : Optional.of(
            facts.withColleagues(
                facts.colleagues().stream().filter(other -> !other.knowsInviter()).toList()));
  }

  /** A company counts once, as whatever is worth most, so a list alone leaves nothing behind. */
  private static Optional<Facts> without(Facts facts, Wish list) {
    var own = facts.member().policy();
    if (COMPANIES.stream().filter(wish -> !wish.of(own).isEmpty()).count() < 2) {
      return Optional.empty();
    }
    var lists = new EnumMap<Wish, List<String>>(Wish.class);
    for (var wish : Wish.values()) {
      lists.put(wish, wish == list ? List.of() : wish.of(own));
    }
    return Optional.of(facts.withMember(facts.member().withPolicy(Wish.policy(lists))));
  }
}
