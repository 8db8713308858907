package dev.tend.scoring.signal;

import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sentences that LinkedIn puts there itself, or that everybody writes: they say nothing, for or
 * against. Whole notes only; the tables of single phrases lie with the rules that use them.
 */
final class Stock {
  /** No stock note is longer, so longer ones need not be compared. */
  private static final int LONGEST = 160;

  private static final Set<String> NOTES =
      Set.of(
          "i d like to add you to my professional network on linkedin",
          "i d like to add you to my professional network",
          "i d like to join your linkedin network",
          "i d like to connect with you on linkedin",
          "please add me to your linkedin network",
          "i would like to connect with you",
          "let s connect",
          "je souhaite vous ajouter a mon reseau professionnel sur linkedin",
          "j aimerais vous ajouter a mon reseau professionnel sur linkedin",
          "j aimerais rejoindre votre reseau linkedin",
          "ich mochte sie gerne zu meinem beruflichen netzwerk auf linkedin hinzufugen",
          "ich mochte sie zu meinem beruflichen netzwerk auf linkedin hinzufugen",
          "me gustaria anadirte a mi red profesional en linkedin",
          "me gustaria anadirle a mi red profesional en linkedin",
          "gostaria de adiciona lo a minha rede profissional no linkedin",
          "gostaria de adiciona la a minha rede profissional no linkedin",
          "gostaria de adicionar voce a minha rede profissional no linkedin");

  private Stock() {}

  /** Whether a note is nothing but a stock sentence. */
  static boolean isStock(Text note) {
    return note.raw().length() <= LONGEST
        && NOTES.contains(
            note.words().stream().map(Words.Word::folded).collect(Collectors.joining(" ")));
  }
}
