package dev.tend.scoring.signal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Our own lists of words and phrases, as text that anybody can extend: a heading in brackets, below
 * it the phrases, one to a line or with {@code /} between them; {@code #} begins a remark. They are
 * read once, when the class that needs them is loaded.
 */
final class PhraseFile {
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
            if (!one.isBlank()) {
              phrase.accept(heading, one.strip());
            }
          }
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the list " + file, broken);
    }
  }
}
