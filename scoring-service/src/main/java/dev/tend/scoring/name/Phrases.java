package dev.tend.scoring.name;

import dev.tend.scoring.name.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds many phrases in a text at once. They lie in a tree of words, so that each word of the text
 * costs one look-up however many phrases there are; regular expressions over the same phrases cost
 * as much as there are phrases. Immutable and thread-safe once built.
 *
 * <p>Phrases are folded like the text: {@code l'université} finds {@code L'UNIVERSITE}. A {@code *}
 * stands for any one word.
 */
public final class Phrases<V> {
  private final Node<V> root;

  private Phrases(Node<V> root) {
    this.root = root;
  }

  /** Gathers phrases; a phrase that is added again takes the later value. */
  public static <V> Phrases<V> of(Consumer<Adding<V>> filling) {
    var root = new Node<V>();
    filling.accept((phrase, value) -> root.add(phrase, value));
    return new Phrases<>(root);
  }

  /** The same value for every phrase. */
  public static <V> Phrases<V> all(V value, List<String> phrases) {
    return of(book -> phrases.forEach(phrase -> book.add(phrase, value)));
  }

  /** Every phrase that occurs, the longest one at each word, in order; they may overlap. */
  public List<Found<V>> in(List<Word> words) {
    List<Found<V>> found = List.of();
    for (int i = 0; i < words.size(); i++) {
      var here = at(words, i);
      if (here != null) {
        if (found.isEmpty()) {
          found = new ArrayList<>(4);
        }
        found.add(here);
      }
    }
    return found;
  }

  /** Whether any phrase occurs. */
  public boolean occurIn(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (at(words, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** The longest phrase that begins at a word; null when none does. */
  public @Nullable Found<V> at(List<Word> words, int start) {
    return root.longest(words, start, start);
  }

  /** Takes phrases in. */
  @FunctionalInterface
  public interface Adding<V> {
    void add(String phrase, V value);
  }

  /**
   * A phrase that occurs.
   *
   * @param from index of its first word
   * @param to index behind its last word
   */
  public record Found<V>(V value, int from, int to) {}

  private static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>();
    private @Nullable Node<V> anyWord;
    private @Nullable V value;

    void add(String phrase, V meaning) {
      var node = this;
      var parts = phrase.split("\\*", -1);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          node = node.wild();
        }
        for (var word : Words.of(parts[i])) {
          node = node.next.computeIfAbsent(word.folded(), _ -> new Node<>());
        }
      }
      node.value = meaning;
    }

    private Node<V> wild() {
      if (anyWord == null) {
        anyWord = new Node<>();
      }
      return anyWord;
    }

    @Nullable Found<V> longest(List<Word> words, int start, int at) {
      if (at < words.size()) {
        var exact = next.get(words.get(at).folded());
        if (exact != null) {
          var found = exact.longest(words, start, at + 1);
          if (found != null) {
            return found;
          }
        }
        if (anyWord != null) {
          var found = anyWord.longest(words, start, at + 1);
          if (found != null) {
            return found;
          }
        }
      }
      return value == null || at == start ? null : new Found<>(value, start, at);
    }
  }
}
