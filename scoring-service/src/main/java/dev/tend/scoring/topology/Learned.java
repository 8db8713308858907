package dev.tend.scoring.topology;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.tend.events.Choice;
import dev.tend.events.Member;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Leaning;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.learning.Tastes;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Learning;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the choices of one partition's members teach, and how their reasons lean thereby. The store
 * holds the truth; what follows from it is worked out anew after a choice, and else once a day,
 * since choices fade.
 */
final class Learned {
  private static final int KEPT_WORKED_OUT = 10_000;

  private final Judge judge;
  private final KeyValueStore<String, Lessons> lessons;
  private final FirmPage firm;
  private final Acquaintances acquaintances;
  private final Map<String, WorkedOut> workedOut =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WorkedOut> eldest) {
          return size() > KEPT_WORKED_OUT;
        }
      };

  Learned(
      Judge judge,
      KeyValueStore<String, Lessons> lessons,
      FirmPage firm,
      Acquaintances acquaintances) {
    this.judge = judge;
    this.lessons = lessons;
    this.firm = firm;
    this.acquaintances = acquaintances;
  }

  /** How a member's reasons lean on a day, while the firm has a part in it or none. */
  private record WorkedOut(Instant day, FirmTastes firm, Leaning leaning) {
    boolean holds(Instant on, FirmTastes with) {
      return day.equals(on) && firm.equals(with);
    }
  }

  /**
   * What a member's lessons say at a time: counted from the beginning of its day (UTC), so that a
   * restart says the same.
   */
  static Tastes tastes(Lessons lessons, Instant now) {
    return Tastes.of(lessons, now.truncatedTo(DAYS));
  }

  /** How a member's reasons lean. Where the policy wants nothing learned, nothing is kept. */
  Leaning leaning(Member member, Instant now) {
    return switch (judge.standing(member).learning()) {
      case OFF -> {
        forget(member.id());
        yield Leaning.NONE;
      }
      case MEMBER -> leaning(member.id(), FirmTastes.NONE, now);
      case FIRM -> leaning(member.id(), firm.read(), now);
    };
  }

  private Leaning leaning(String member, FirmTastes with, Instant now) {
    var day = now.truncatedTo(DAYS);
    var known = workedOut.get(member);
    if (known == null || !known.holds(day, with)) {
      known = new WorkedOut(day, with, Leaning.of(tastes(of(member), now), with));
      workedOut.put(member, known);
    }
    return known.leaning();
  }

  /** Learns from what was chosen between two states of the same dealings, or taken back. */
  void from(Member member, Dealings before, Dealings changed) {
    for (var held : changed.invitations()) {
      var choice = held.choice();
      if (!Objects.equals(choice, chosen(before, held.id())) && !isOff(member)) {
        var known = of(member.id());
        var taught =
            choice == null
                ? known.without(held.id())
                : judge.taught(known, choice, changed.facts(member, held, acquaintances));
        keep(member.id(), taught.since(member.learnFrom()));
      }
    }
  }

  /** Forgets what a member wishes to be forgotten of what they taught. */
  void wished(Member member) {
    if (member.learnFrom() != null) {
      keep(member.id(), of(member.id()).since(member.learnFrom()));
    }
  }

  /** Forgets what a member taught. */
  void forget(String member) {
    workedOut.remove(member);
    if (lessons.get(member) != null) {
      var _ = lessons.delete(member);
    }
  }

  private void keep(String member, Lessons taught) {
    if (!taught.equals(of(member))) {
      lessons.put(member, taught.all().isEmpty() ? null : taught);
      workedOut.remove(member);
    }
  }

  private Lessons of(String member) {
    var known = lessons.get(member);
    return known == null ? Lessons.NONE : known;
  }

  private boolean isOff(Member member) {
    return judge.standing(member).learning() == Learning.OFF;
  }

  private static @Nullable Choice chosen(Dealings dealings, String invitation) {
    var held = dealings.invitation(invitation);
    return held == null ? null : held.choice();
  }
}
