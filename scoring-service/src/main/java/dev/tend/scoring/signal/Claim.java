package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something that a note or an answer says about the past of both, in English, French, German,
 * Spanish or Portuguese. A polite sentence, a wish or a condition is no claim.
 *
 * @param from first word of the sentence that says it
 * @param to word behind that sentence
 * @param at first word of the claim itself
 * @param behind word behind the claim itself
 */
record Claim(Kind kind, Text text, int from, int to, int at, int behind) {

  /** What is said. */
  enum Kind {
    WORKED_TOGETHER("you worked together"),
    STUDIED_TOGETHER("you studied together"),
    MET("you met"),
    FRIEND("you are friends"),
    SENT_BY("somebody you know sent them");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The claim as part of a sentence, such as "you worked together". */
    String words() {
      return words;
    }
  }

  /** Within so many words before a claim, one of these makes it a wish or a condition. */
  private static final int HEDGED_WITHIN = 4;

  private static final Set<String> HEDGES =
      Set.of(
          "if",
          "could",
          "would",
          "wish",
          "hope",
          "hoping",
          "might",
          "may",
          "maybe",
          "never",
          "not",
          "haven",
          "si",
          "pourrions",
          "aimerais",
          "espere",
          "jamais",
          "wenn",
          "konnten",
          "wurde",
          "mochte",
          "nie",
          "noch",
          "podriamos",
          "gustaria",
          "ojala",
          "nunca",
          "se",
          "poderiamos",
          "gostaria",
          "wie");

  private static final Set<String> WITH = Set.of("with", "avec", "mit", "con", "com");

  private static final Set<String> YOU =
      Set.of(
          "you", "vous", "toi", "ihnen", "dir", "euch", "usted", "ustedes", "ti", "voce", "voces");

  private static final Phrases<Kind> SAID = Phrases.of(Claim::fill);

  /** The claims of a text, in order. */
  static List<Claim> in(Text text) {
    var found = SAID.in(text.words());
    if (found.isEmpty()) {
      return List.of();
    }
    var claims = new ArrayList<Claim>(found.size());
    for (var phrase : found) {
      int from = text.sentenceStart(phrase.from());
      if (!isHedged(text, Math.max(from, phrase.from() - HEDGED_WITHIN), phrase.from())
          && !isWithOthers(text, phrase)) {
        claims.add(
            new Claim(
                isAboutAThird(text, phrase) ? Kind.SENT_BY : phrase.value(),
                text,
                from,
                text.sentenceEnd(phrase.from()),
                phrase.from(),
                phrase.to()));
      }
    }
    return claims;
  }

  /** "Worked together with firms like yours" is said of the firms. */
  private static boolean isWithOthers(Text text, Phrases.Found<Kind> phrase) {
    int next = phrase.to();
    return next + 1 < text.sentenceEnd(phrase.from())
        && WITH.contains(text.words().get(next).folded())
        && !YOU.contains(text.words().get(next + 1).folded());
  }

  /** "My friend Robert" speaks of Robert; "my friend, …" speaks to the member. */
  private static boolean isAboutAThird(Text text, Phrases.Found<Kind> phrase) {
    int next = phrase.to();
    return phrase.value() == Kind.FRIEND
        && next < text.sentenceEnd(phrase.from())
        && text.isCapital(next)
        && text.raw()
            .substring(text.words().get(next - 1).end(), text.words().get(next).start())
            .equals(" ");
  }

  private static boolean isHedged(Text text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (HEDGES.contains(text.words().get(i).folded())) {
        return true;
      }
    }
    return false;
  }

  private static void fill(Phrases.Adding<Kind> book) {
    add(
        book,
        Kind.WORKED_TOGETHER,
        """
        worked together / working together at / worked with you / worked alongside you / worked closely with you
        great working with you / loved working with you / enjoyed working with you / liked working with you
        used to work together / used to work with you / work together back / worked for you / reported to you
        were colleagues / former colleague / former colleagues / old colleague / old colleagues / ex colleague / ex colleagues
        your colleague from / colleagues from / were coworkers / were co workers / former coworker / former co worker / ex coworker
        our time together at / our days at / our time at / when we were at / when we were both at / we were both at / same team as you
        were on the same team / shared an office / shared a desk / worked on the same team
        travaille ensemble / avons travaille ensemble / travaillions ensemble / travaille avec vous / travaille avec toi / ancien collegue
        ancienne collegue / anciens collegues / anciennes collegues / etions collegues / ex collegue / ex collegues / meme equipe que vous
        quand nous etions chez / lorsque nous etions chez / notre passage chez / vos cotes chez / meme equipe chez
        zusammen gearbeitet / zusammengearbeitet / gemeinsam gearbeitet / mit ihnen gearbeitet / mit dir gearbeitet / ehemaliger kollege
        ehemalige kollegin / ehemalige kollegen / fruherer kollege / fruhere kollegin / waren kollegen / waren kolleginnen / alte kollegen
        ex kollege / ex kollegin / unsere gemeinsame zeit bei / unserer gemeinsamen zeit bei / im selben team
        trabajamos juntos / trabajamos juntas / trabajado juntos / trabajado juntas / trabaje contigo / trabaje con usted / fuimos companeros
        fuimos colegas / antiguo companero / antigua companera / antiguos companeros / ex companero / ex companera / excompanero / excompanera
        companeros de trabajo / companero de trabajo / companera de trabajo / coincidimos en
        trabalhamos juntos / trabalhamos juntas / trabalhei com voce / trabalhei contigo / trabalhei com o senhor / trabalhei com a senhora
        fomos colegas / antigo colega / antiga colega / antigos colegas / ex colega / ex colegas / colegas de trabalho / colega de trabalho
        """);
    add(
        book,
        Kind.STUDIED_TOGETHER,
        """
        studied together / studied with you / went to school together / went to university together / went to college together
        were classmates / former classmate / former classmates / old classmate / old classmates / your classmate / same class as you
        in the same class / same cohort / were in class together / graduated together / same graduating class / your class at
        same program as you / roommates at
        etudie ensemble / etudes ensemble / meme promotion / meme promo / camarade de classe / camarades de classe / camarade de promotion
        camarades de promotion / etudie avec vous / etudie avec toi / meme classe
        zusammen studiert / gemeinsam studiert / mit ihnen studiert / mit dir studiert / kommilitone / kommilitonin / kommilitonen
        mitstudent / mitstudentin / schulkamerad / schulkameradin / schulfreund / schulfreundin / im selben jahrgang / gleichen jahrgang
        estudiamos juntos / estudiamos juntas / estudie contigo / estudie con usted / companeros de clase / companero de clase
        companera de clase / companeros de universidad / companero de universidad / companera de universidad / misma promocion
        estudamos juntos / estudamos juntas / estudei com voce / estudei contigo / colegas de turma / colega de turma / colegas de faculdade
        colega de faculdade / mesma turma
        """);
    add(
        book,
        Kind.MET,
        """
        we met / met at / met you / met last / met briefly / nice meeting you / great meeting you / good meeting you / lovely meeting you
        pleasure meeting you / great to meet you at / good to meet you at / nice to meet you at / pleasure to meet you at / enjoyed meeting you
        remember me / te souviens de moi / souvenez vous de moi / dich an mich / sich an mich / acuerdas de mi / acuerda de mi / lembra de mim
        spoke at / we spoke / we talked / chatted at / sat next to you / sat beside you / enjoyed our conversation / enjoyed our chat
        nous sommes rencontres / nous sommes rencontrees / sommes croises / sommes croisees / nous avons parle / ravi de vous avoir rencontre
        ravie de vous avoir rencontre / ravi de vous avoir rencontree / heureux de vous avoir rencontre / nous avons discute
        kennengelernt / haben uns getroffen / uns getroffen / haben uns auf / haben uns bei / haben gesprochen / unser gesprach
        nos conocimos / nos encontramos / nos vimos en / hablamos en / conversamos / un gusto conocerte / un gusto conocerle / un placer conocerte
        nos conhecemos / nos vimos / prazer em conhece lo / prazer em conhece la / prazer em te conhecer / falamos no / falamos na
        """);
    add(
        book,
        Kind.FRIEND,
        """
        your friend / my friend / dear friend / my dear friend / old friend / old friends / good friends / we are friends / we re friends
        long time friend / longtime friend / childhood friend / childhood friends / long time no see / you are a friend
        friends from / it s me your / how have you been my / hi friend / hello friend / hey friend / hey buddy / hello dear / hi dear friend
        we know each other / known each other / we go way back / nous nous connaissons / on se connait / wir kennen uns
        mon ami / mon amie / cher ami / chere amie / votre ami / votre amie / ton ami / ton amie / vieil ami / vieille amie / vieux amis
        nous sommes amis
        mein freund / meine freundin / lieber freund / liebe freundin / dein freund / deine freundin / ihr freund / alter freund / alte freunde
        wir sind freunde / lange nicht gesehen
        mi amigo / mi amiga / amigo mio / amiga mia / querido amigo / querida amiga / tu amigo / tu amiga / su amigo / viejo amigo / vieja amiga
        viejos amigos / somos amigos
        meu amigo / minha amiga / caro amigo / cara amiga / seu amigo / sua amiga / velho amigo / velha amiga / velhos amigos
        """);
    add(
        book,
        Kind.SENT_BY,
        """
        friend of / friends with / referred by / introduced by / referred me / introduced us / suggested i / suggested that i / suggested we
        suggested connecting / recommended i / recommended that i / recommended you / recommended we / recommended connecting / gave me your name
        mentioned you / told me about you / told me to / sends his regards / sends her regards / sends their regards / mutual friend
        mutual friends / mutual connection / on the advice of / pointed me to you / pointed me to your / spoke highly of you / speaks highly of you
        work with your colleague / know your colleague / your colleague * suggested / friend in common
        ami de / amie de / recommande par / recommandee par / m a parle de vous / m a parle de toi / m a conseille / de la part de / m a suggere
        presente par / presentee par / ami commun / amie commune / m a donne votre nom
        freund von / freundin von / empfohlen von / auf empfehlung von / hat mir von ihnen / hat mir von dir / hat sie mir empfohlen
        hat mir empfohlen / hat mir geraten / gemeinsamer freund / gemeinsame freundin / gemeinsamer bekannter / gemeinsame bekannte
        amigo de / amiga de / recomendado por / recomendada por / me hablo de usted / me hablo de ti / me recomendo / de parte de / me sugirio
        amigo en comun / amiga en comun / me dio tu nombre / me dio su nombre
        amigo do / amiga da / amigo da / amiga do / indicado por / indicada por / me falou de voce / me falou sobre voce / me indicou
        me recomendou / me sugeriu / por indicacao de / amigo em comum / amiga em comum
        """);
  }

  private static void add(Phrases.Adding<Kind> book, Kind kind, String phrases) {
    for (var phrase : phrases.split("[/\n]", -1)) {
      if (!phrase.isBlank()) {
        book.add(phrase, kind);
      }
    }
  }
}
