package dev.tend.scoring.topology;

import dev.tend.events.Choice;
import dev.tend.events.Identity;
import dev.tend.events.Member;
import dev.tend.events.Verdict;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.IgnoredBefore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What passed between one inviter and one member: nearly always a single invitation. They lie in
 * one value because each counts for the others: nobody is asked twice, and whoever was ignored
 * comes back.
 *
 * @param invitations in the order of their arrival, at most {@link #MOST}
 */
record Dealings(List<Held> invitations) {
  /** Nobody needs the eleventh invitation of one person to remember the first. */
  static final int MOST = 10;

  /** How long an invitation is held, which is as long as its topic keeps it. */
  static final Duration HELD = Duration.ofDays(365);

  static final Dealings NONE = new Dealings(List.of());

  Dealings {
    invitations = invitations == null ? List.of() : List.copyOf(invitations);
  }

  /** The one that some source calls so. */
  @Nullable Held invitation(String id) {
    for (var held : invitations) {
      if (held.isCalled(id)) {
        return held;
      }
    }
    return null;
  }

  /** The one that is told of again. */
  @Nullable Held same(Identity told) {
    return Identity.among(invitations, Held::identity, told).orElse(null);
  }

  /** The member whose they are. */
  String member() {
    return invitations.getLast().invitation().member();
  }

  Instant receivedAt(String id) {
    var held = invitation(id);
    if (held == null) {
      throw new IllegalArgumentException("no such invitation");
    }
    return held.receivedAt();
  }

  /** With one invitation more; the oldest goes when there are too many. */
  Dealings with(Held held) {
    var all = new ArrayList<>(invitations);
    all.add(held);
    return new Dealings(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** With each invitation changed, or left as it is. */
  Dealings withEach(UnaryOperator<Held> change) {
    var changed = new ArrayList<Held>(invitations.size());
    invitations.forEach(held -> changed.add(change.apply(held)));
    return new Dealings(changed);
  }

  /** With that invitation changed which some source calls so. */
  Dealings with(String id, UnaryOperator<Held> change) {
    return withEach(held -> held.isCalled(id) ? change.apply(held) : held);
  }

  /** Without what has been held long enough. */
  Dealings withoutOlderThan(Instant oldest) {
    return new Dealings(
        invitations.stream().filter(held -> held.receivedAt().isAfter(oldest)).toList());
  }

  /** What is known when this invitation is judged. */
  Facts facts(Member member, Held held, Acquaintances acquaintances) {
    var inviter = held.judged().inviter();
    return facts(member, held)
        .withCircles(acquaintances.circles(member.id(), inviter, held.receivedAt()))
        .withNamesakes(acquaintances.namesakes(member.id(), inviter))
        .withCorrespondence(acquaintances.correspondence(member.id(), inviter.profile()));
  }

  /** The same but for those whom the member knows besides: they lie in a store of their own. */
  Facts facts(Member member, Held held) {
    return new Facts(
        member,
        held.judged(),
        held.colleagues(),
        List.of(),
        List.of(),
        null,
        held.earlierByInviter(),
        held.echoes(),
        ignoredBefore(held),
        held.reply(),
        askedBefore(held),
        held.receivedAt());
  }

  /** Asked for another invitation first, or for this one and the question is no longer open. */
  private boolean askedBefore(Held held) {
    return otherWasAskedFirst(held)
        || (held.asked() != null && (held.reply() != null || held.expired()));
  }

  /** Of two that were asked in the same instant, the one that arrived first was asked first. */
  private boolean otherWasAskedFirst(Held held) {
    var asked = held.asked();
    boolean earlier = true;
    for (var other : invitations) {
      var otherAsked = other.asked();
      if (other.id().equals(held.id())) {
        earlier = false;
      } else if (otherAsked != null
          && (asked == null
              || otherAsked.isBefore(asked)
              || (earlier && otherAsked.equals(asked)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What the member ignored themselves counts whichever came first; what only a verdict ignored
   * counts for the ones after it.
   */
  private @Nullable IgnoredBefore ignoredBefore(Held held) {
    IgnoredBefore before = null;
    boolean earlier = true;
    for (var other : invitations) {
      if (other.id().equals(held.id())) {
        earlier = false;
        continue;
      }
      var choice = other.choice();
      var last = other.last();
      if (choice != null && choice.choice() == Choice.Kind.IGNORE) {
        before = later(before, new IgnoredBefore(choice.chosenAt(), true));
      } else if (earlier && choice == null && last != null && last.verdict() == Verdict.IGNORE) {
        before = later(before, new IgnoredBefore(last.decidedAt(), false));
      }
    }
    return before;
  }

  /** The member's own choice outweighs a verdict; of two alike, the later one holds. */
  private static IgnoredBefore later(@Nullable IgnoredBefore one, IgnoredBefore other) {
    if (one == null || one.byMember() != other.byMember()) {
      return one == null || other.byMember() ? other : one;
    }
    return one.at().isAfter(other.at()) ? one : other;
  }

  /**
   * When time will change something here: a question expires, or an invitation is forgotten.
   *
   * @param answerWithin how long the questions of a member stay open; asked only if one is
   */
  Instant due(Function<String, Duration> answerWithin) {
    var due = Drawer.NEVER;
    for (var held : invitations) {
      due = earliest(due, held.receivedAt().plus(HELD));
      var asked = held.asked();
      if (asked != null && held.awaitsAnswer()) {
        due = earliest(due, asked.plus(answerWithin.apply(member())));
      }
    }
    return due;
  }

  boolean isEmpty() {
    return invitations.isEmpty();
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public String toString() {
    return "Dealings[" + invitations.size() + "]";
  }
}
