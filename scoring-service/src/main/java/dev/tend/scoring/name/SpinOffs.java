package dev.tend.scoring.name;

import java.util.HashMap;
import java.util.Map;

/**
 * Units that have become companies of their own. Who joined Siemens Healthineers while it was a
 * unit of Siemens worked for Siemens; who joined later did not.
 */
final class SpinOffs {

  /**
   * A unit's past.
   *
   * @param house key of the employer that it belonged to
   * @param year since when it has been a company of its own
   */
  record Past(String house, int year) {}

  private static final Map<String, Past> PASTS = pasts();

  private SpinOffs() {}

  /** The key of the house that a unit still was when somebody joined it; empty for all others. */
  static String house(String key, int joined) {
    var past = PASTS.get(key);
    return past != null && joined < past.year ? past.house : "";
  }

  private static Map<String, Past> pasts() {
    var pasts = new HashMap<String, Past>();
    Table.read(
        "spin-offs.txt",
        (house, units) ->
            units.stream()
                .skip(1)
                .forEach(
                    unit -> {
                      int year = unit.lastIndexOf(' ');
                      var past =
                          new Past(
                              Employers.keys(house).getFirst(),
                              Integer.parseInt(unit.substring(year + 1)));
                      var _ = pasts.put(Employers.keys(unit.substring(0, year)).getFirst(), past);
                    }));
    return Map.copyOf(pasts);
  }
}
