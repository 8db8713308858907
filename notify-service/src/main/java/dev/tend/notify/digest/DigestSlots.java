package dev.tend.notify.digest;

import dev.tend.events.DigestWishes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a digest is due: at the wished time on the member's clock, on every day or one day a week.
 * Where the clock is set forward over the wished time, the digest comes as much later as the clock
 * was moved; where it is set back, the first of the two times counts. So each day has one slot.
 */
final class DigestSlots {
  private DigestSlots() {}

  /** The first slot after an instant; empty when no digest is wished for. */
  static Optional<Instant> after(Instant instant, DigestWishes wishes, ZoneId zone) {
    if (wishes.every() == DigestWishes.Every.OFF) {
      return Optional.empty();
    }
    // the slot of the day before may have been moved over midnight
    var day = instant.atZone(zone).toLocalDate().minusDays(1);
    while (!isWished(day, wishes) || !slot(day, wishes, zone).isAfter(instant)) {
      day = day.plusDays(1);
    }
    return Optional.of(slot(day, wishes, zone));
  }

  /** The last slot at or before an instant; empty when no digest is wished for. */
  static Optional<Instant> latest(Instant instant, DigestWishes wishes, ZoneId zone) {
    if (wishes.every() == DigestWishes.Every.OFF) {
      return Optional.empty();
    }
    var day = instant.atZone(zone).toLocalDate();
    while (!isWished(day, wishes) || slot(day, wishes, zone).isAfter(instant)) {
      day = day.minusDays(1);
    }
    return Optional.of(slot(day, wishes, zone));
  }

  private static boolean isWished(LocalDate day, DigestWishes wishes) {
    return wishes.every() == DigestWishes.Every.DAY || day.getDayOfWeek() == wishes.on();
  }

  private static Instant slot(LocalDate day, DigestWishes wishes, ZoneId zone) {
    return ZonedDateTime.of(day, wishes.at(), zone).toInstant();
  }
}
