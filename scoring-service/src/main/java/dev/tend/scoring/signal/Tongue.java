package dev.tend.scoring.signal;

import dev.tend.scoring.name.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a text, or as much as can be told: for scripts that one language or a few use,
 * the script; for Latin letters, whose small words it holds. Under twenty letters, or without a
 * clear lead, nothing is said.
 *
 * <p>A detector such as Lingua knows more (99.3 % of sentences, for 241 MB of heap); here a wrong
 * alarm costs more than a missed one, and the points can never decide.
 *
 * @param shown such as "Spanish", or "Cyrillic letters"
 * @param tags the BCP 47 primary languages that it may be
 */
record Tongue(String shown, Set<String> tags) {
  private static final int FEWEST_LETTERS = 20;

  /** Of the small words of all languages together, this share must belong to the best. */
  private static final double CLEAR = 0.6;

  private static final int FEWEST_SMALL_WORDS = 3;

  /** Longer texts are judged by their beginning. */
  private static final int LONGEST = 600;

  private static final Tongue CYRILLIC =
      new Tongue(
          "Cyrillic letters",
          Set.of("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "bs"));
  private static final Tongue ARABIC =
      new Tongue("Arabic letters", Set.of("ar", "fa", "ur", "ps", "ku", "sd", "ug"));

  private static final Map<Character.UnicodeScript, Tongue> SCRIPTS =
      Map.ofEntries(
          Map.entry(Character.UnicodeScript.CYRILLIC, CYRILLIC),
          Map.entry(Character.UnicodeScript.ARABIC, ARABIC),
          Map.entry(
              Character.UnicodeScript.HAN,
              new Tongue("Chinese or Japanese characters", Set.of("zh", "ja", "yue"))),
          Map.entry(Character.UnicodeScript.HIRAGANA, new Tongue("Japanese", Set.of("ja"))),
          Map.entry(Character.UnicodeScript.KATAKANA, new Tongue("Japanese", Set.of("ja"))),
          Map.entry(Character.UnicodeScript.HANGUL, new Tongue("Korean", Set.of("ko"))),
          Map.entry(Character.UnicodeScript.GREEK, new Tongue("Greek", Set.of("el"))),
          Map.entry(
              Character.UnicodeScript.HEBREW,
              new Tongue("Hebrew letters", Set.of("he", "yi", "iw"))),
          Map.entry(Character.UnicodeScript.THAI, new Tongue("Thai", Set.of("th"))),
          Map.entry(
              Character.UnicodeScript.DEVANAGARI,
              new Tongue("Devanagari letters", Set.of("hi", "mr", "ne", "sa"))),
          Map.entry(Character.UnicodeScript.BENGALI, new Tongue("Bengali", Set.of("bn", "as"))),
          Map.entry(Character.UnicodeScript.TAMIL, new Tongue("Tamil", Set.of("ta"))),
          Map.entry(Character.UnicodeScript.ARMENIAN, new Tongue("Armenian", Set.of("hy"))),
          Map.entry(Character.UnicodeScript.GEORGIAN, new Tongue("Georgian", Set.of("ka"))),
          Map.entry(
              Character.UnicodeScript.ETHIOPIC,
              new Tongue("Ethiopic letters", Set.of("am", "ti"))));

  /** The most frequent words that a language writes without help of capitals, accents folded. */
  private static final Map<String, String> SMALL_WORDS =
      Map.ofEntries(
          Map.entry(
              "en",
              "the and of to in is for with that are on as at from by an this have be we our your you my i it or was who which their has help can"),
          Map.entry(
              "fr",
              "le la les des et de du un une en pour dans avec que qui est sur au aux par je nous vous notre votre mon mes plus chez depuis ce cette"),
          Map.entry(
              "de",
              "der die das und in zu mit von fur den dem des ein eine einer ist auf im ich wir sie als bei auch sich nicht an durch uber seit mein unsere"),
          Map.entry(
              "es",
              "el la los las de y en que del un una para con por es al lo como mas mi mis su sus soy nuestro nuestra desde muy este esta yo a sobre"),
          Map.entry(
              "pt",
              "o a os as de e em que do da dos das um uma para com por na no ao sou meu minha nossa nosso mais como seu sua desde muito este esta eu"),
          Map.entry(
              "it",
              "il lo la i gli le di e in che un una per con del della dei delle sono al nel nella mio mia piu come da su questo anche io ho"),
          Map.entry(
              "nl",
              "de het een en van in is voor met op te dat die ik wij ons onze je aan bij als ook naar zijn mijn niet om uit door"),
          Map.entry(
              "sv",
              "och i att det som en av for ar med den till pa jag vi har inte om ett min mina hos samt vara kan de"),
          Map.entry(
              "da",
              "og i at det som en af for er med den til pa jeg vi har ikke om et min mine hos samt vores kan de a"),
          Map.entry(
              "pl",
              "i w z na do nie jest sie ze o od za dla jak po przez oraz moje jestem my nasz swoje lub przy"),
          Map.entry(
              "tr",
              "ve bir bu icin ile olarak olan da de en cok daha gibi ben biz benim ne kadar sonra uzere"),
          Map.entry(
              "ro",
              "si de la in un o cu pe pentru din este sunt mai care ca sau prin meu mea nostru noastra ale"),
          Map.entry(
              "id",
              "dan yang di untuk dengan dari ini saya pada dalam adalah kami anda sebagai tidak akan atau"),
          Map.entry("vi", "va cua la cho trong toi mot cac co duoc voi nguoi khong nhung chung"),
          Map.entry("cs", "a v se na je ze s z do pro jsem jako by ale ve za po od nebo mezi jsme"),
          Map.entry(
              "hu", "a az es hogy nem is egy van meg en vagy mint csak de ha mi vagyok nagyon"));

  /** Who reads one of them reads the others. */
  private static final Set<String> SCANDINAVIAN = Set.of("da", "no", "nb", "nn", "sv");

  /** The tags in order; by their places in it a text's small words are counted. */
  private static final List<String> LANGUAGES = SMALL_WORDS.keySet().stream().sorted().toList();

  private static final Map<String, int[]> LANGUAGES_OF = languagesOf();

  /** The language of a text; empty when it cannot be told. */
  static Optional<Tongue> of(String text) {
    var beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    int latin = 0;
    int letters = 0;
    var others = new HashMap<Tongue, Integer>();
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      if (c < 0x250) {
        if (Character.isLetter(c)) {
          latin++;
        }
      } else if (Character.isLetter(c)) {
        var script = SCRIPTS.get(Character.UnicodeScript.of(c));
        if (script != null) {
          // a character of Chinese says as much as two or three letters
          int weight = Character.isIdeographic(c) ? 2 : 1;
          letters += weight;
          others.merge(script, weight, Integer::sum);
        } else {
          latin++;
        }
      }
    }
    if (latin + letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    if (letters > latin) {
      var japanese = SCRIPTS.get(Character.UnicodeScript.HIRAGANA);
      if (japanese != null && others.containsKey(japanese)) {
        return Optional.of(japanese);
      }
      return others.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
    return latin(beginning);
  }

  /** Whether a member who lists these languages reads it; listed by tag or by English name. */
  boolean isAmong(List<String> languages) {
    return languages.stream()
        .anyMatch(
            language ->
                tags.contains(Locale.forLanguageTag(language).getLanguage())
                    || tags.stream().anyMatch(tag -> named(tag).equalsIgnoreCase(language)));
  }

  private static Optional<Tongue> latin(String text) {
    var hits = new int[LANGUAGES.size()];
    int smallWords = 0;
    for (var word : Words.of(text)) {
      var languages = LANGUAGES_OF.get(word.folded());
      if (languages != null) {
        smallWords++;
        for (int language : languages) {
          hits[language]++;
        }
      }
    }
    int most = Arrays.stream(hits).max().orElse(0);
    if (smallWords < FEWEST_SMALL_WORDS || most < CLEAR * smallWords) {
      return Optional.empty();
    }
    var best = new ArrayList<String>(1);
    for (int language = 0; language < hits.length; language++) {
      if (hits[language] == most) {
        best.add(LANGUAGES.get(language));
      }
    }
    return Optional.of(best.size() == 1 ? certain(best.getFirst()) : tied(best));
  }

  private static Tongue certain(String tag) {
    return new Tongue(named(tag), SCANDINAVIAN.contains(tag) ? SCANDINAVIAN : Set.of(tag));
  }

  /** Languages that share their small words: said only if the member reads none of them. */
  private static Tongue tied(List<String> tags) {
    return new Tongue(
        String.join(" or ", tags.stream().map(Tongue::named).toList()),
        tags.contains("da") ? SCANDINAVIAN : Set.copyOf(tags));
  }

  private static String named(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }

  private static Map<String, int[]> languagesOf() {
    var index = new HashMap<String, List<Integer>>();
    for (int language = 0; language < LANGUAGES.size(); language++) {
      for (var word : SMALL_WORDS.getOrDefault(LANGUAGES.get(language), "").split(" ", -1)) {
        index.computeIfAbsent(word, _ -> new ArrayList<>()).add(language);
      }
    }
    var languages = new HashMap<String, int[]>();
    index.forEach(
        (word, some) -> languages.put(word, some.stream().mapToInt(Integer::intValue).toArray()));
    return languages;
  }
}
