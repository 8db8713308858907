package dev.tend.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.Choice;
import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.PartialDate;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.events.Reply;
import dev.tend.events.Verdict;
import dev.tend.events.Volunteering;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.learning.Voice;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.EarlierInvitation;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.NoteFingerprint;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackingTest {
  private static final Instant NOW = Instant.parse("2026-02-09T15:00:00.123456789Z");
  private static final SampleLoad LOAD = new SampleLoad(3);
  private static final Path SHAPES =
      Path.of("src", "test", "resources", "dev", "tend", "scoring", "topology", "packed.txt");

  /** A record of today, of an older version, and of a newer one. */
  record Today(String name, @Nullable Integer count, List<String> words, boolean known) {}

  record Yesterday(String name, @Nullable Integer count) {}

  record Tomorrow(
      String name, @Nullable Integer count, List<String> words, boolean known, Instant since) {}

  record Holding(List<Today> all, String last) {}

  record HoldingTomorrow(List<Tomorrow> all, String last) {}

  @Test
  void whatIsHeldComesBackAsItWas() {
    var invitation = LOAD.invitation(1);
    var held =
        new Held(
            invitation,
            List.of(
                new Colleague(
                    "amy.chen",
                    "Amy Chen",
                    new PersonKey("in/amy-chen"),
                    true,
                    LocalDate.of(1969, 3, 1),
                    List.of(new Volunteering("Food Bank", "", "hunger")))),
            List.of(
                new EarlierInvitation(
                    "before", "lee.park", NOW, NoteFingerprint.of(LOAD.invitation(2)))),
            List.of(new Echo(Echo.Kind.HISTORY, 3, 2)),
            new Position("Acme", "", PartialDate.of("2019"), null),
            NOW,
            new Origin("tend.invitations", 3, 1L << 40),
            new Reply(invitation.id(), invitation.member(), "We met in Zürich, à bientôt 👋", NOW),
            new Choice(
                invitation.id(),
                invitation.member(),
                invitation.inviter().profile(),
                Choice.Kind.UNDO,
                NOW),
            NOW,
            true,
            new LastDecision("before/1", Verdict.ASK, NOW, "words"),
            identity(invitation).with(Identity.of(LOAD.invitation(2), "/ingest/archive", NOW)));
    var other = LOAD.invitation(2);
    var dealings = new Dealings(List.of(held, Held.arrived(other, enriched(), identity(other))));

    assertThat(repacked(Dealings.class, dealings)).isEqualTo(dealings);
  }

  @Test
  void aMemberComesBackAsTheyWere() {
    for (var member : LOAD.members()) {
      assertThat(repacked(Member.class, member)).isEqualTo(member);
    }
  }

  @Test
  void aSightingComesBackAsItWas() {
    var invitation = LOAD.invitation(1);
    var seen =
        new Seen(
            invitation.id(),
            invitation.inviter().profile(),
            invitation.member(),
            Prints.of(invitation));
    var sighting = new Sighting(seen, NOW, List.of(new Echo(Echo.Kind.NOTE, 1, 1)));

    assertThat(repacked(Sighting.class, sighting)).isEqualTo(sighting);
  }

  @Test
  void everyDateOfAHistoryComesBack() {
    record Dates(List<PartialDate> all) {}
    var dates = new Dates(List.of(PartialDate.of("1900"), PartialDate.of("2100-12")));

    assertThat(repacked(Dates.class, dates)).isEqualTo(dates);
  }

  @Test
  void whatAnOlderVersionWroteLacksTheNewComponents() {
    var packed = Packing.of(Yesterday.class).pack(new Yesterday("Amy", 3), 0);

    var read = Packing.of(Today.class).unpack(packed, 0);

    assertThat(read.name()).isEqualTo("Amy");
    assertThat(read.count()).isEqualTo(3);
    assertThat(read.words()).isNull();
    assertThat(read.known()).isFalse();
  }

  @Test
  void whatANewerVersionWroteIsReadWithoutItsNewComponents() {
    var tomorrow = new Tomorrow("Amy", null, List.of("one"), true, NOW);
    var packed =
        Packing.of(HoldingTomorrow.class)
            .pack(new HoldingTomorrow(List.of(tomorrow, tomorrow), "last"), 0);

    var read = Packing.of(Holding.class).unpack(packed, 0);

    var today = new Today("Amy", null, List.of("one"), true);
    assertThat(read).isEqualTo(new Holding(List.of(today, today), "last"));
  }

  @Test
  void anotherVersionOfTheFormIsNotGuessedAt() {
    var packed = Packing.of(Yesterday.class).pack(new Yesterday("Amy", 3), 0);
    packed[0]++;

    assertThatThrownBy(() -> Packing.of(Yesterday.class).unpack(packed, 0))
        .isInstanceOf(Packing.UnreadableException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void whatBreaksOffIsNotGuessedAt() {
    var packing = Packing.of(Enriched.class);
    var whole = packing.pack(enriched(), 0);
    for (int length = 0; length < whole.length; length++) {
      var part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> packing.unpack(part, 0))
          .isInstanceOf(Packing.UnreadableException.class);
    }
  }

  /**
   * Components may be added at a record's end; then write the file anew with {@code
   * -Dtend.write.packed=true}. Any other change needs another {@link Packing#VERSION}.
   */
  @Test
  void packedRecordsGrowOnlyAtTheirEnd() throws IOException {
    var shapes = new TreeMap<String, String>();
    for (var root :
        List.of(
            Enriched.class,
            Dealings.class,
            Early.class,
            KnownPerson.class,
            ColleagueCard.class,
            Lessons.class,
            Voice.class,
            FirmTastes.class,
            Seen.class,
            Sighting.class,
            Echoed.class,
            Acquainted.class,
            Acquaintance.class,
            Member.class)) {
      describe(root, shapes);
    }
    var text = "version " + Packing.VERSION + "\n" + String.join("\n", shapes.values()) + "\n";
    if (Boolean.getBoolean("tend.write.packed")) {
      Files.writeString(SHAPES, text);
    }

    assertThat(Files.readString(SHAPES)).isEqualTo(text);
  }

  private static void describe(Type type, Map<String, String> shapes) {
    if (type instanceof ParameterizedType list) {
      describe(list.getActualTypeArguments()[0], shapes);
    } else if (type instanceof Class<?> record && record.isRecord()) {
      shapes.put(
          simple(record),
          Arrays.stream(record.getRecordComponents())
              .map(part -> part.getName() + ": " + simple(part.getGenericType()))
              .collect(Collectors.joining(", ", simple(record) + "(", ")")));
      for (var part : record.getRecordComponents()) {
        describe(part.getGenericType(), shapes);
      }
    } else if (type instanceof Class<?> named && named.isEnum()) {
      shapes.put(simple(named), simple(named) + Arrays.toString(named.getEnumConstants()));
    }
  }

  private static String simple(Type type) {
    return type.getTypeName().replaceAll("[a-z0-9]+\\.", "");
  }

  private static Enriched enriched() {
    var invitation = LOAD.invitation(5);
    return new Enriched(
        invitation.id(),
        invitation.member(),
        invitation.inviter().profile(),
        invitation,
        invitation.inviter(),
        List.of(),
        List.of(),
        List.of(),
        null,
        NOW,
        null,
        identity(invitation),
        false);
  }

  private static Identity identity(Invitation invitation) {
    return Identity.of(invitation, "/ingest/mail", NOW);
  }

  private static <T extends Record> T repacked(Class<T> type, T value) {
    var packing = Packing.of(type);
    return packing.unpack(packing.pack(value, 8), 8);
  }
}
