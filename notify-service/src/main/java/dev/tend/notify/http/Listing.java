package dev.tend.notify.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next what the parameter {@code page} is to be for the following page; null on the last
 */
public record Listing<T>(List<T> items, @Nullable String next) {
  /** How many items stand on a page. */
  public static final int SIZE = 50;

  public Listing {
    items = List.copyOf(items);
  }

  /**
   * The page that begins with what a query found.
   *
   * @param found up to one more than {@link #SIZE}; that one says that there is a following page
   * @param cursor where an item stands in the order of the list
   */
  public static <R, T> Listing<T> of(
      List<R> found, Function<R, Cursor> cursor, Function<R, T> shown) {
    var here = found.size() > SIZE ? found.subList(0, SIZE) : found;
    var next = found.size() > SIZE ? cursor.apply(here.getLast()).text() : null;
    return new Listing<>(here.stream().map(shown).toList(), next);
  }
}
