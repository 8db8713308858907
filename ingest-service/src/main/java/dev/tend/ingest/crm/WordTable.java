package dev.tend.ingest.crm;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * What a word of another system means, in the languages of its users. Case, accents and punctuation
 * do not matter: {@code E-Mail-Adresse} is {@code e mail adresse}.
 */
final class WordTable {
  private static final Pattern MARK = Pattern.compile("\\p{Mn}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, String> meanings = new HashMap<>();

  private WordTable() {}

  /** Reads a table: the meaning, then its words, one meaning a line. */
  static WordTable read(String resource) {
    var table = new WordTable();
    var file = Objects.requireNonNull(WordTable.class.getResourceAsStream(resource));
    try (var rows = CSVFormat.RFC4180.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (var row : rows) {
        row.forEach(word -> table.meanings.putIfAbsent(plain(word), row.get(0)));
      }
      return table;
    } catch (IOException broken) {
      throw new UncheckedIOException("The table " + resource + " cannot be read", broken);
    }
  }

  Optional<String> meaning(String word) {
    return Optional.ofNullable(meanings.get(plain(word)));
  }

  /** The word as it is compared. */
  static String plain(String word) {
    var marked = Normalizer.normalize(word, Normalizer.Form.NFKD);
    var bare = Normalizer.normalize(MARK.matcher(marked).replaceAll(""), Normalizer.Form.NFKC);
    return BETWEEN_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
