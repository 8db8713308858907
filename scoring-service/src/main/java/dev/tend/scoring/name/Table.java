package dev.tend.scoring.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Our own tables of facts, as text that anybody can extend: {@code name = other name, other name},
 * one to a line, {@code #} for remarks. They are read once, when the class that needs them is
 * loaded.
 */
final class Table {
  private Table() {}

  /** Hands on each line of a table: its name, and that name with all its other names. */
  static void read(String file, BiConsumer<String, List<String>> line) {
    try (var in = Table.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The table " + file + " is missing from the jar.");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(text -> text.replaceFirst("#.*", "").strip())
          .filter(text -> !text.isEmpty())
          .forEach(text -> take(text, line));
    } catch (IOException broken) {
      throw new UncheckedIOException("reading the table " + file, broken);
    }
  }

  /** All names of a table whose lines have a heading instead of a first name. */
  static Set<String> names(String file, Function<String, String> form) {
    var all = new HashSet<String>();
    read(file, (_, names) -> all.addAll(formed(names, form)));
    return Set.copyOf(all);
  }

  /** The names under one heading of a table. */
  static Set<String> names(String file, String wanted, Function<String, String> form) {
    var all = new HashSet<String>();
    read(
        file,
        (heading, names) -> {
          if (heading.equals(wanted)) {
            all.addAll(formed(names, form));
          }
        });
    return Set.copyOf(all);
  }

  private static List<String> formed(List<String> line, Function<String, String> form) {
    return line.stream().skip(1).map(form).filter(name -> !name.isEmpty()).toList();
  }

  private static void take(String text, BiConsumer<String, List<String>> line) {
    var sides = text.split("=", 2);
    var name = sides[0].strip();
    var others = sides.length < 2 ? Stream.<String>of() : Stream.of(sides[1].split(",", -1));
    line.accept(
        name,
        Stream.concat(Stream.of(name), others.map(String::strip).filter(s -> !s.isEmpty()))
            .toList());
  }
}
