package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tend.events.Invitation;
import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * Enough of a note to recognise it when it comes again with another name in it, and not enough to
 * read it.
 *
 * <p>The words are folded (case, accents, punctuation), the names of the inviter and digits are
 * left out, and so is a greeting with the name behind it. Of each pair of neighbouring words that
 * remains a 32-bit hash is kept, the {@value #KEPT} smallest: a bottom-k sketch (Broder 1997),
 * whose overlap estimates the share of pairs that two texts have in common. A LinkedIn note has at
 * most 300 letters, some 60 words, so that nearly always all pairs are kept and the share is exact.
 * Replacing one word of forty, such as a company, leaves 37 of 39 pairs.
 *
 * @param value the hashes in ascending order, 4 bytes each, in Base64; empty for no note, and for
 *     one that is too short to tell anything
 */
public record NoteFingerprint(@JsonValue String value) {
  /** No note, or one too short to tell anything. */
  public static final NoteFingerprint NONE = new NoteFingerprint("");

  private static final int KEPT = 64;

  /**
   * Fewer pairs tell nothing: two people may well write the same eight words. LinkedIn's own stock
   * sentence ("I'd like to add you to my professional network") has ten; it is passed over by name.
   */
  private static final int FEWEST_PAIRS = 7;

  /** Pairs in common of all pairs; see {@code NoteFingerprintTest} for what lies on either side. */
  private static final double COPIED = 0.5;

  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "greetings",
          "bonjour",
          "salut",
          "cher",
          "chere",
          "hallo",
          "guten",
          "tag",
          "liebe",
          "lieber",
          "hola",
          "estimado",
          "estimada",
          "querido",
          "querida",
          "ola",
          "oi",
          "prezado",
          "prezada",
          "caro",
          "cara");

  @JsonCreator
  public static NoteFingerprint ofValue(String value) {
    return value.isEmpty() ? NONE : new NoteFingerprint(value);
  }

  /** The fingerprint of an invitation's note. */
  public static NoteFingerprint of(Invitation invitation) {
    return of(invitation.note(), invitation.inviter().name());
  }

  /**
   * The fingerprint of a text.
   *
   * @param signedBy the name of who wrote it, which is left out
   */
  public static NoteFingerprint of(String note, String signedBy) {
    if (note.isBlank()) {
      return NONE;
    }
    var text = Text.of(note);
    if (Stock.isStock(text)) {
      return NONE;
    }
    var hashes = pairs(text, signedBy);
    if (hashes.length < FEWEST_PAIRS) {
      return NONE;
    }
    var bytes = ByteBuffer.allocate(4 * Math.min(KEPT, hashes.length));
    for (int i = 0; i < hashes.length && i < KEPT; i++) {
      var _ = bytes.putInt(hashes[i]);
    }
    return new NoteFingerprint(Base64.getEncoder().withoutPadding().encodeToString(bytes.array()));
  }

  /** Whether one of the two notes is a copy of the other, names apart. */
  public boolean copies(NoteFingerprint other) {
    return !value.isEmpty()
        && !other.value.isEmpty()
        && (value.equals(other.value) || likeness(other) >= COPIED);
  }

  /** The share of neighbouring words that both have in common, 0 to 1. */
  public double likeness(NoteFingerprint other) {
    var mine = hashes();
    var theirs = other.hashes();
    int i = 0;
    int j = 0;
    int union = 0;
    int common = 0;
    while (union < KEPT && (i < mine.length || j < theirs.length)) {
      if (j == theirs.length || (i < mine.length && mine[i] < theirs[j])) {
        i++;
      } else if (i == mine.length || theirs[j] < mine[i]) {
        j++;
      } else {
        i++;
        j++;
        common++;
      }
      union++;
    }
    return union == 0 ? 0 : (double) common / union;
  }

  private int[] hashes() {
    var ints = ByteBuffer.wrap(Base64.getDecoder().decode(value)).asIntBuffer();
    var hashes = new int[ints.remaining()];
    var _ = ints.get(hashes);
    return hashes;
  }

  private static int[] pairs(Text note, String signedBy) {
    var left = new HashSet<String>();
    for (var word : Words.of(signedBy)) {
      left.add(word.folded());
    }
    var hashes = new int[note.words().size()];
    int count = 0;
    String before = "";
    boolean greeted = false;
    for (int i = 0; i < note.words().size(); i++) {
      var word = note.words().get(i);
      var folded = word.folded();
      boolean named = greeted && note.isCapital(i);
      greeted = GREETINGS.contains(folded) || named;
      if (greeted || left.contains(folded) || Character.isDigit(folded.charAt(0))) {
        continue;
      }
      if (!before.isEmpty()) {
        hashes[count++] = spread(31 * before.hashCode() + folded.hashCode());
      }
      before = folded;
    }
    return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
  }

  /** The finaliser of MurmurHash3 (Appleby, public domain), so that "smallest" means "random". */
  private static int spread(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  @Override
  public String toString() {
    return "NoteFingerprint[" + value.hashCode() + "]";
  }
}
