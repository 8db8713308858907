package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteFingerprintTest {
  private static final long SEED = 20_260_209;

  private static final String NOTE =
      "Hi Amy, I came across your profile and was impressed by what you do at Northwind. We help"
          + " consultancies find senior people within two weeks, and I would love to show you how.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hi Amy            | Hello Robert
          Hi Amy            | HELLO DR. ROBERT DIAZ
          Northwind         | Globex Corporation
          at Northwind      | for the people of Globex in Ottawa
          two weeks         | 10 days
          consultancies     | accountancies
          I would love to show you how. | Interested?
          was impressed     | found it impressive
          """)
  void aSwappedNameCompanyOrPhraseStaysACopy(String before, String after) {
    var copy = NOTE.replace(before, after);
    assertThat(of(copy).copies(of(NOTE))).isTrue();
    assertThat(of(copy).likeness(of(NOTE))).isBetween(0.6, 1.0);
  }

  @Test
  void namesInAGreetingAndInTheMiddleOfASentenceDoNotCountAtAll() {
    assertThat(of(NOTE.replace("Amy", "Robert").replace("Northwind", "Globex")))
        .isEqualTo(of(NOTE));
  }

  /** One campaign, each note with words of its own, as a language model would write it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello Robert, I came across your page and was truly impressed by your work at Globex. We help"
            + " consultancies to find senior people in under two weeks, and I'd be glad to show you.",
        "Dear Mei, I saw your profile and was impressed with what you are doing at Initech! We are"
            + " helping consultancies find senior talent within two weeks; happy to show you how.",
        "Good day Paul! Quite impressed by what you do at Acme. We help consultancies find great senior"
            + " people within 14 days. May I show you how?"
      })
  void aCampaignThatChangesAFewWordsEachTimeStaysOne(String variant) {
    assertThat(of(variant).copies(of(NOTE))).as("%.2f", of(variant).likeness(of(NOTE))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bonjour Marie, votre équipe chez Acme recrute des ingénieurs en aéronautique ; nous avons formé quarante stagiaires cette saison.|\
          Bonjour Luc, votre équipe chez Northwind recrute des ingénieurs en aéronautique ; nous avons formé soixante stagiaires cette saison.
          Hallo Frau Weber, bei Acme begleiten Sie Führungskräfte im Wandel. Wir veranstalten im Herbst einen Kongress über Nachfolge.|\
          Guten Tag Herr Klein, bei Northwind begleiten Sie Führungskräfte im Wandel. Wir veranstalten im Herbst einen Kongress über Nachfolge.
          Hola Ana, dirijo un programa de formación para directivos en Madrid y buscamos ponentes sobre liderazgo.|\
          Hola Luis, dirijo un programa de formación para directivos en Bogotá y buscamos ponentes sobre liderazgo.
          Olá Rui, organizamos encontros mensais sobre carreira e liderança em Lisboa, com debates entre consultores.|\
          Olá Inês, organizamos encontros mensais sobre carreira e liderança no Porto, com debates entre consultores.
          """)
  void copiesAreRecognisedInOtherLanguages(String note, String copy) {
    assertThat(of(copy).copies(of(note))).as("%.2f", of(copy).likeness(of(note))).isTrue();
  }

  @Test
  void anotherNoteIsNoCopy() {
    var other =
        "Hi Amy, we sat at the same table at the pensions dinner in May, and you asked me about the"
            + " book on career change. I have found it now and would like to send it to you.";
    assertThat(of(other).copies(of(NOTE))).isFalse();
    assertThat(of(other).likeness(of(NOTE))).isLessThan(0.15);
  }

  /** Notes that two people of one trade may well write, without knowing of each other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I came across your profile and would love to connect and learn more about your work in career coaching and leadership.|\
          I came across your profile and would love to connect. I am a recruiter for hospitals in Quebec and read your posts.
          I am an HR manager in Toronto and would like to expand my network with other HR people in the city.|\
          As a fellow HR professional I would like to expand my network with people who know about pensions and benefits.
          I enjoyed your talk at the conference in Ottawa and would like to stay in touch about outplacement work.|\
          I enjoyed your workshop last spring; it helped me decide to leave banking for teaching, and I wanted to say thanks.
          """)
  void politeWordsThatEverybodyWritesMakeNoCopy(String one, String other) {
    assertThat(of(one).copies(of(other))).as("%.2f", of(one).likeness(of(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Hi, let us connect!",
        "I'd like to add you to my professional network on LinkedIn.",
        "Hello, I found your profile and I would be very glad to connect with you here. Best regards!"
      })
  void shortAndStockNotesTellNothing(String note) {
    assertThat(of(note)).isEqualTo(NoteFingerprint.NONE);
    assertThat(NoteFingerprint.NONE.copies(of(note))).isFalse();
    assertThat(of(note).bands()).isEmpty();
  }

  @Test
  void holdsTheLongestTextInSomeHundredBytesAndNoWordOfIt() {
    var random = new Random(SEED);
    var print = NoteFingerprint.of(text(words(random, 600)), "Dana Roy");
    assertThat(print.value()).hasSizeLessThan(400);
    assertThat(of(NOTE).value()).doesNotContain("consul");
  }

  @Test
  void copiesShareABandNineTimesOfTenAndOtherTextsHardlyEver() {
    var random = new Random(SEED);
    int copies = 0;
    int found = 0;
    int others = 0;
    int mistaken = 0;
    for (int i = 0; i < 4_000; i++) {
      var words = words(random, 15 + random.nextInt(60));
      var one = NoteFingerprint.of(text(words), "");
      var other = NoteFingerprint.of(text(changed(random, words)), "");
      double likeness = one.likeness(other);
      if (likeness >= NoteFingerprint.COPIED && likeness < NoteFingerprint.COPIED + 0.1) {
        copies++;
        found += shareABand(one, other) ? 1 : 0;
      } else if (likeness < 0.1) {
        others++;
        mistaken += shareABand(one, other) ? 1 : 0;
      }
    }
    assertThat(copies).as("seed %d", SEED).isGreaterThan(200);
    assertThat((double) found / copies).as("seed %d", SEED).isGreaterThan(0.9);
    assertThat((double) mistaken / others).as("seed %d", SEED).isLessThan(0.1);
  }

  @Test
  void travelsAsText() {
    var print = of(NOTE);
    var json = Codec.TOPIC.write(print);
    assertThat(json).startsWith('"');
    assertThat(Codec.TOPIC.read(json, NoteFingerprint.class)).isEqualTo(new Decoded.Value<>(print));
    assertThat(NoteFingerprint.ofValue(print.value()).bands()).isEqualTo(print.bands());
  }

  private static NoteFingerprint of(String note) {
    return NoteFingerprint.of(note, "Dana Roy");
  }

  private static boolean shareABand(NoteFingerprint one, NoteFingerprint other) {
    var bands = Arrays.stream(one.bands()).boxed().toList();
    return Arrays.stream(other.bands()).anyMatch(bands::contains);
  }

  /** Random words that no list knows. */
  private static List<String> words(Random random, int count) {
    var words = new ArrayList<String>(count);
    for (int i = 0; i < count; i++) {
      words.add(word(random));
    }
    return words;
  }

  private static String word(Random random) {
    return random
        .ints(6, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static List<String> changed(Random random, List<String> words) {
    double share = random.nextDouble();
    return words.stream().map(word -> random.nextDouble() < share ? word(random) : word).toList();
  }

  private static String text(List<String> words) {
    return String.join(" ", words);
  }
}
