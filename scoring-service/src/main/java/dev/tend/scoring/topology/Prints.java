package dev.tend.scoring.topology;

import dev.tend.events.Invitation;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.HistoryFingerprint;
import dev.tend.scoring.signal.NoteFingerprint;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What an invitation can be recognised by when somebody else sends nearly the same. Texts and
 * histories cannot be read from it.
 */
record Prints(NoteFingerprint note, NoteFingerprint about, HistoryFingerprint history) {
  /** There is nothing to recognise. */
  static final Prints NONE =
      new Prints(NoteFingerprint.NONE, NoteFingerprint.NONE, HistoryFingerprint.NONE);

  static Prints of(Invitation invitation) {
    var inviter = invitation.inviter();
    return new Prints(
        NoteFingerprint.of(invitation),
        NoteFingerprint.of(inviter.about(), inviter.name()),
        HistoryFingerprint.of(inviter));
  }

  /** Whether there is nothing to recognise. */
  boolean isBlank() {
    return note.equals(NoteFingerprint.NONE)
        && about.equals(NoteFingerprint.NONE)
        && history.equals(HistoryFingerprint.NONE);
  }

  /** Numbers of which two have one in common, when something of one kind is alike in them. */
  LongStream bands(Echo.Kind what) {
    var bands =
        switch (what) {
          case NOTE -> IntStream.of(note.bands());
          case ABOUT -> IntStream.of(about.bands());
          case HISTORY -> history.bands();
        };
    long kind = (long) what.name().hashCode() << Integer.SIZE;
    return bands.mapToLong(band -> kind | Integer.toUnsignedLong(band));
  }

  /** With what another delivery of the same invitation showed beyond this one. */
  Prints completedBy(Prints earlier) {
    return new Prints(
        note.equals(NoteFingerprint.NONE) ? earlier.note : note,
        about.equals(NoteFingerprint.NONE) ? earlier.about : about,
        history.equals(HistoryFingerprint.NONE) ? earlier.history : history);
  }
}
