package dev.tend.scoring.policy;

import static java.util.stream.Collectors.joining;

import dev.tend.events.Policy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The layers that hold for somebody, the firm first. The last one that sets a value wins; lists and
 * promises add up.
 */
record Layers(List<Layer> all) {
  Layers {
    all = List.copyOf(all);
  }

  Layers with(Layer inner) {
    var more = new ArrayList<>(all);
    more.add(inner);
    return new Layers(more);
  }

  /** The value that holds. */
  <T> Said<T> said(Setting<T> setting) {
    return said(setting, setting.byDefault());
  }

  /** The value that holds, or another one than the default where no layer says anything. */
  <T> Said<T> said(Setting<T> setting, T otherwise) {
    for (var layer : all.reversed()) {
      var value = layer.says(setting);
      if (value.isPresent()) {
        return new Said<>(value.get(), layer.name());
      }
    }
    return new Said<>(otherwise, Said.DEFAULT);
  }

  <T> T value(Setting<T> setting) {
    return said(setting).value();
  }

  /** The value that holds; empty when it is only the default. */
  <T> Optional<T> saysAny(Setting<T> setting) {
    var said = said(setting);
    return said.by().equals(Said.DEFAULT) ? Optional.empty() : Optional.of(said.value());
  }

  /** All promises, those of the firm first. */
  List<Said<Promise>> promises() {
    return all.stream()
        .flatMap(
            layer -> layer.promises().stream().map(promise -> new Said<>(promise, layer.name())))
        .toList();
  }

  /** What a list holds, each entry once: what is said nearest to the member first. */
  List<Said<String>> list(Wish wish) {
    var entries = new LinkedHashMap<String, Said<String>>();
    for (var layer : all.reversed()) {
      for (var entry : wish.of(layer.wishes())) {
        entries.putIfAbsent(entry, new Said<>(entry, layer.name()));
      }
    }
    return entries.values().stream().limit(Policy.MOST).toList();
  }

  /** The lists that hold. */
  Policy wishes() {
    var lists = new EnumMap<Wish, List<String>>(Wish.class);
    for (var wish : Wish.values()) {
      lists.put(wish, list(wish).stream().map(Said::value).toList());
    }
    return Wish.policy(lists);
  }

  /** Whether these layers list nothing. */
  boolean wishNothing() {
    return all.stream().allMatch(layer -> Wish.noneIn(layer.wishes()));
  }

  /** Their names, such as {@code firm, team advisory}. */
  String names() {
    return all.stream().map(Layer::name).collect(joining(", "));
  }
}
