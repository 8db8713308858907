package dev.tend.notify.digest;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.DigestWishes;
import dev.tend.events.DigestWishes.Every;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestSlotsTest {
  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
  private static final List<ZoneId> ZONES =
      List.of(
          TORONTO,
          ZoneId.of("Europe/Paris"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("Africa/Casablanca"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Asia/Beirut"),
          ZoneId.of("UTC"));

  private static DigestWishes daily(int hour, int minute) {
    return new DigestWishes(Every.DAY, LocalTime.of(hour, minute), MONDAY);
  }

  private static Instant after(String instant, DigestWishes wishes) {
    return DigestSlots.after(Instant.parse(instant), wishes, TORONTO).orElseThrow();
  }

  @Test
  void comesAtTheSameWallClockTimeInSummerAndWinter() {
    assertThat(after("2026-03-07T13:00:00Z", daily(7, 30))).isEqualTo("2026-03-08T11:30:00Z");
    assertThat(after("2026-03-06T13:00:00Z", daily(7, 30))).isEqualTo("2026-03-07T12:30:00Z");
    assertThat(after("2026-10-31T12:00:00Z", daily(7, 30))).isEqualTo("2026-11-01T12:30:00Z");
  }

  @Test
  void comesAnHourLaterWhereTheClockJumpsOverIt() {
    assertThat(after("2026-03-08T05:30:00Z", daily(2, 30))).isEqualTo("2026-03-08T07:30:00Z");
  }

  @Test
  void comesOnceWhereTheClockShowsTheTimeTwice() {
    var first = after("2026-11-01T05:00:00Z", daily(1, 30));
    assertThat(first).isEqualTo("2026-11-01T05:30:00Z");
    assertThat(after(first.toString(), daily(1, 30))).isEqualTo("2026-11-02T06:30:00Z");
  }

  @Test
  void comesOnTheWishedDayOfTheWeek() {
    var weekly = new DigestWishes(Every.WEEK, LocalTime.of(8, 0), DayOfWeek.THURSDAY);
    assertThat(after("2026-02-09T14:00:00Z", weekly)).isEqualTo("2026-02-12T13:00:00Z");
    assertThat(after("2026-02-12T13:00:00Z", weekly)).isEqualTo("2026-02-19T13:00:00Z");
  }

  @Test
  void doesNotComeWhenItIsNotWished() {
    var off = new DigestWishes(Every.OFF, null, null);
    assertThat(DigestSlots.after(Instant.EPOCH, off, TORONTO)).isEmpty();
    assertThat(DigestSlots.latest(Instant.EPOCH, off, TORONTO)).isEmpty();
  }

  /** Over both changes of the clock of two years, in zones that change it in odd ways. */
  @Test
  void hasOneSlotForEachDayOfTheMembersCalendar() {
    long seed = 42;
    var chance = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var zone = ZONES.get(chance.nextInt(ZONES.size()));
      var at = LocalTime.of(chance.nextInt(24), chance.nextInt(60));
      var wishes = new DigestWishes(Every.DAY, at, MONDAY);
      var slot = Instant.parse("2025-12-31T12:00:00Z");
      var end = Instant.parse("2027-12-31T12:00:00Z");
      var what = "%s at %s, seed %d".formatted(zone, at, seed);
      while (slot.isBefore(end)) {
        var next = DigestSlots.after(slot, wishes, zone).orElseThrow();
        assertThat(next).as(what).isAfter(slot);
        assertThat(DigestSlots.latest(next, wishes, zone)).as(what).contains(next);
        var between = slot.plus(Duration.between(slot, next).dividedBy(2));
        assertThat(DigestSlots.after(between, wishes, zone)).as(what).contains(next);
        var local = next.atZone(zone);
        boolean skipped = zone.getRules().getValidOffsets(local.toLocalDate().atTime(at)).isEmpty();
        if (!skipped && !isMovedOverMidnight(next, at, zone)) {
          assertThat(local.toLocalTime()).as(what).isEqualTo(at);
        }
        if (slot.isAfter(Instant.parse("2026-01-02T00:00:00Z"))) {
          long days = ChronoUnit.DAYS.between(slot.atZone(zone).toLocalDate(), local.toLocalDate());
          assertThat(days).as(what + " after " + slot).isBetween(0L, 2L);
        }
        slot = next;
      }
    }
  }

  private static boolean isMovedOverMidnight(Instant slot, LocalTime at, ZoneId zone) {
    var dayBefore = slot.atZone(zone).toLocalDate().minusDays(1);
    return zone.getRules().getValidOffsets(dayBefore.atTime(at)).isEmpty();
  }

  @Test
  void neverLeavesADayOut() {
    long seed = 7;
    var chance = new Random(seed);
    for (var zone : ZONES) {
      var at = LocalTime.of(chance.nextInt(24), chance.nextInt(60));
      var wishes = new DigestWishes(Every.DAY, at, MONDAY);
      var slot = Instant.parse("2026-01-01T00:00:00Z");
      int slots = 0;
      while (slot.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
        slot = DigestSlots.after(slot, wishes, zone).orElseThrow();
        slots++;
      }
      assertThat(slots).as("%s at %s, seed %d", zone, at, seed).isEqualTo(366);
    }
  }
}
