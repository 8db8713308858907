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
import java.util.List;
import java.util.Set;

/**
 * Enough of a text to recognise it when it comes again with other names and some other words in it,
 * and not enough to read it: of a note, or of what somebody says about themselves.
 *
 * <p>What tells nothing is left out: the writer's own name, greetings and the name behind them,
 * digits, names in the middle of a sentence (where the language does not give every noun a
 * capital), words of up to three letters, and those that stand in every invitation ({@code
 * everyday.txt}). Of each word that remains, cut to its stem so that "impressed" is "impressive", a
 * 32-bit hash is kept, the {@value #KEPT} smallest: a bottom-k sketch (Broder 1997), whose overlap
 * estimates the share that two texts have in common. A LinkedIn note has at most 300 letters, so
 * that everything is kept and the share is exact; of longer texts its standard error is 0.06. The
 * order of the words does not count, since a campaign written by a language model turns its
 * sentences round as readily as it changes a word.
 *
 * @param value the hashes in ascending order, 4 bytes each, in Base64; empty for no text, and for
 *     one that is too short to tell anything
 */
public record NoteFingerprint(@JsonValue String value) {
  /** No text, or one too short to tell anything. */
  public static final NoteFingerprint NONE = new NoteFingerprint("");

  /**
   * What two texts have in common of all that they say, at the least, when one is a copy of the
   * other; {@code NoteFingerprintTest} tells what lies on either side.
   */
  public static final double COPIED = 0.5;

  private static final int KEPT = 64;

  /** Fewer telling words tell nothing. */
  private static final int FEWEST_WORDS = 4;

  /** With fewer, all must be the same: two people may well have half of five in common. */
  private static final int FEWEST_TO_LIKEN = 6;

  private static final int LONGEST_PLAIN_WORD = 3;
  private static final int STEM = 6;

  /**
   * So many bands of {@value #ROWS} rows each: texts that share the half of what they say share a
   * band with probability 1 - (1 - 0.5^2)^10 = 0.94, such that share a tenth with 0.1 (Leskovec,
   * Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
   */
  private static final int BANDS = 10;

  private static final int ROWS = 2;

  /** Where the digits of the golden ratio lead, so that no two rows order the hashes alike. */
  private static final int SEED = 0x9e3779b9;

  private static final Set<String> EVERYDAY = everyday();

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

  /** Of these, two in a text say that it is German, which gives every noun a capital. */
  private static final Set<String> GERMAN =
      Set.of(
          "ich", "und", "sie", "ihr", "ihre", "ihnen", "der", "das", "mit", "fur", "wir", "uns",
          "auf", "zu", "ist", "nicht", "ein", "eine");

  @JsonCreator
  public static NoteFingerprint ofValue(String value) {
    return value.isEmpty() ? NONE : new NoteFingerprint(value);
  }

  /** The fingerprint of an invitation's note. */
  public static NoteFingerprint of(Invitation invitation) {
    return of(invitation.note(), invitation.inviter().name());
  }

  /**
   * The fingerprint of any text.
   *
   * @param writer the name of who wrote it, which is left out; may be empty
   */
  public static NoteFingerprint of(String text, String writer) {
    if (text.isBlank()) {
      return NONE;
    }
    var cut = Text.of(text);
    if (Stock.isStock(cut)) {
      return NONE;
    }
    var hashes = hashes(cut, writer);
    var bytes = ByteBuffer.allocate(4 * Math.min(KEPT, hashes.length));
    for (int i = 0; i < hashes.length && i < KEPT; i++) {
      var _ = bytes.putInt(hashes[i]);
    }
    return ofValue(Base64.getEncoder().withoutPadding().encodeToString(bytes.array()));
  }

  /** Whether one of the two texts is a copy of the other, names and some words apart. */
  public boolean copies(NoteFingerprint other) {
    return value.equals(other.value) ? !value.isEmpty() : copies(hashes(), other.hashes());
  }

  /** The same of two that were unfolded by {@link #hashes}, for whoever compares one with many. */
  public static boolean copies(int[] some, int[] others) {
    if (Arrays.equals(some, others)) {
      return some.length > 0;
    }
    return some.length >= FEWEST_TO_LIKEN
        && others.length >= FEWEST_TO_LIKEN
        && likeness(some, others) >= COPIED;
  }

  /** The share of what they say that both have in common, 0 to 1. */
  public double likeness(NoteFingerprint other) {
    return likeness(hashes(), other.hashes());
  }

  private static double likeness(int[] mine, int[] theirs) {
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

  /**
   * Keys under which copies can be looked up: two texts of which one {@link #copies} the other have
   * one of these in common, nine times of ten at the least, and such that only the language has in
   * common mostly none. So whoever keeps texts by their bands compares a new one with few of them.
   *
   * @return {@value #BANDS} numbers, or none for {@link #NONE}
   */
  public int[] bands() {
    var hashes = hashes();
    if (hashes.length == 0) {
      return hashes;
    }
    var bands = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int key = band;
      for (int row = 0; row < ROWS; row++) {
        int seed = SEED * (1 + band * ROWS + row);
        int smallest = Integer.MAX_VALUE;
        for (int hash : hashes) {
          smallest = Math.min(smallest, spread(hash ^ seed));
        }
        key = spread(31 * key + smallest);
      }
      bands[band] = key;
    }
    return bands;
  }

  /** What it consists of, ascending; none for {@link #NONE}. */
  public int[] hashes() {
    var ints = ByteBuffer.wrap(Base64.getDecoder().decode(value)).asIntBuffer();
    var hashes = new int[ints.remaining()];
    var _ = ints.get(hashes);
    return hashes;
  }

  /** The hashes of the telling words, ascending; none for too few. */
  private static int[] hashes(Text text, String writer) {
    var left = new HashSet<String>();
    for (var word : Words.of(writer)) {
      left.add(word.folded());
    }
    boolean capitalsTell = !isShouted(text);
    boolean onlyNames = capitalsTell && !isGerman(text.words());
    var hashes = new int[text.words().size()];
    int count = 0;
    boolean greeted = false;
    for (int i = 0; i < text.words().size(); i++) {
      var folded = text.words().get(i).folded();
      boolean named =
          isUpperCase(text, i)
              && ((greeted && capitalsTell) || (onlyNames && text.sentenceStart(i) != i));
      greeted = GREETINGS.contains(folded) || (greeted && named);
      if (greeted || named || left.contains(folded) || isPlain(folded)) {
        continue;
      }
      hashes[count++] = spread(stem(folded).hashCode());
    }
    var distinct = Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
    return distinct.length < FEWEST_WORDS ? new int[0] : distinct;
  }

  private static String stem(String folded) {
    int end = folded.length();
    if (end > STEM && folded.endsWith("ing")) {
      end -= 3;
    } else if (end > LONGEST_PLAIN_WORD + 1 && folded.endsWith("s")) {
      end--;
    }
    return folded.substring(0, Math.min(STEM, end));
  }

  private static boolean isPlain(String folded) {
    char first = folded.charAt(0);
    return Character.isDigit(first)
        || (folded.length() <= LONGEST_PLAIN_WORD && !Character.isIdeographic(first))
        || EVERYDAY.contains(folded);
  }

  private static boolean isShouted(Text text) {
    int capitals = 0;
    for (int i = 0; i < text.words().size(); i++) {
      capitals += isUpperCase(text, i) ? 1 : 0;
    }
    return 2 * capitals > text.words().size();
  }

  private static boolean isUpperCase(Text text, int word) {
    return Character.isUpperCase(text.raw().codePointAt(text.words().get(word).start()));
  }

  private static boolean isGerman(List<Words.Word> words) {
    int german = 0;
    for (var word : words) {
      if (GERMAN.contains(word.folded())) {
        german++;
      }
    }
    return german > 1;
  }

  private static Set<String> everyday() {
    var words = new HashSet<String>();
    PhraseFile.read("everyday.txt", (_, word) -> words.add(word));
    return Set.copyOf(words);
  }

  /** The finaliser of MurmurHash3 (Appleby, public domain), so that "smallest" means "random". */
  static int spread(int hash) {
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
