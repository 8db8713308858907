package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Our own lists of words and phrases, as text that anybody can extend: a heading in brackets, below
 * it the phrases, one to a line or with {@code /} between them; {@code …} is a gap of up to five
 * words, for German and others put the verb last; {@code #} begins a remark. They are read once,
 * when the class that needs them is loaded.
 */
final class PhraseFile {
  private static final String GAP = "…";
  private static final int LONGEST_GAP = 5;

  private PhraseFile() {}

  /** Hands on each phrase with the heading above it. */
  static void read(String file, BiConsumer<String, String> phrase) {
    try (var in = PhraseFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The list " + file + " is missing from the jar.");
      }
      var heading = "";
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var text = line.replaceFirst("#.*", "").strip();
        if (text.startsWith("[")) {
          heading = text.substring(1, text.length() - 1);
        } else {
          for (var one : text.split("/", -1)) {
            for (var spelled : withGaps(one.strip())) {
              phrase.accept(heading, spelled);
            }
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the list " + file, broken);
    }
  }

  /** The phrases below one heading of a list. */
  static Phrases<Boolean> under(String file, String heading) {
    return Phrases.of(
        book ->
            read(
                file,
                (found, phrase) -> {
                  if (found.equals(heading)) {
                    book.add(phrase, true);
                  }
                }));
  }

  /** A phrase with each number of words in its gap; none for an empty one. */
  private static List<String> withGaps(String phrase) {
    if (phrase.isEmpty()) {
      return List.of();
    }
    if (!phrase.contains(GAP)) {
      return List.of(phrase);
    }
    return IntStream.rangeClosed(0, LONGEST_GAP)
        .mapToObj(words -> phrase.replace(GAP, "* ".repeat(words)))
        .toList();
  }
}
