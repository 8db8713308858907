package dev.tend.events.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import java.util.HashMap;
import java.util.Map;

/** The public words of an enum, as Jackson writes them. */
record Words<E>(Map<String, E> constants, Map<E, String> words) {
  static <E> Words<E> of(E[] all) {
    var constants = new HashMap<String, E>();
    var words = new HashMap<E, String>();
    for (var constant : all) {
      var word = new String(Codec.TOPIC.write(constant), UTF_8).replace("\"", "");
      constants.put(word, constant);
      words.put(constant, word);
    }
    return new Words<>(constants, words);
  }
}
