package dev.tend.scoring.name;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How large a place is, by the order of its head count: among two hundred thousand a colleague is
 * not somebody whom one knows. Only very large places are in the tables ({@code
 * large-employers.txt}, {@code large-schools.txt}); all others are taken to be alike.
 *
 * @param magnitude 1 for ten thousand people or an unknown size, 2 for a hundred thousand, 3 for a
 *     million
 */
public record Headcount(int magnitude) {
  private static final Headcount UNKNOWN = new Headcount(1);

  private static final Map<String, Headcount> EMPLOYERS =
      read("large-employers.txt", name -> Employers.keys(name).getFirst());
  private static final Map<String, Headcount> SCHOOLS = read("large-schools.txt", Schools::key);

  /** By a key of {@link Employers#keys}. */
  public static Headcount ofEmployer(String key) {
    return EMPLOYERS.getOrDefault(key, UNKNOWN);
  }

  /** By a key of {@link Schools#key}. */
  public static Headcount ofSchool(String key) {
    return SCHOOLS.getOrDefault(key, UNKNOWN);
  }

  /** Whether the place is known to be very large. */
  public boolean isVeryLarge() {
    return magnitude > 1;
  }

  private static Map<String, Headcount> read(String file, UnaryOperator<String> key) {
    var sizes = new HashMap<String, Headcount>();
    Table.read(
        file,
        (heads, names) -> {
          var size = new Headcount((int) Math.round(Math.log10(Integer.parseInt(heads))) - 3);
          names.stream().skip(1).forEach(name -> sizes.put(key.apply(name), size));
        });
    return Map.copyOf(sizes);
  }
}
