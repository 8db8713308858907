package dev.tend.scoring.topology;

import dev.tend.events.DeadLetter;
import java.util.List;

/** What came of one step for one record: it goes on, or it ends here. */
sealed interface Outcome<T> {

  /** What goes on: one value or none. */
  default List<T> values() {
    return switch (this) {
      case Next<T>(var value) -> List.of(value);
      case Dead<T>(var _) -> List.of();
    };
  }

  /** The letter of what ends here, if it does. */
  default List<DeadLetter> letters() {
    return switch (this) {
      case Next<T>(var _) -> List.of();
      case Dead<T>(var letter) -> List.of(letter);
    };
  }

  /** It goes on as this. */
  record Next<T>(T value) implements Outcome<T> {}

  /** It could not be processed. */
  record Dead<T>(DeadLetter letter) implements Outcome<T> {}
}
