package dev.tend.notify.mail;

import java.util.Locale;
import java.util.Set;

/** How somebody is greeted, as far as a name written in one piece tells. */
public final class FirstName {
  private static final Set<String> TITLES =
      Set.of("dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "mx", "mx.");

  private FirstName() {}

  /** The first word that is not a title; the whole name when there is no such word. */
  public static String of(String name) {
    for (var word : name.strip().split("\\s+", -1)) {
      if (!TITLES.contains(word.toLowerCase(Locale.ROOT))) {
        return word.replaceAll(",$", "");
      }
    }
    return name.strip();
  }
}
