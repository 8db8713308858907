package dev.tend.testing.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;

/** The address of a profile, in any of its forms: it is refused, or has one canonical path. */
public final class PersonKeyFuzz {
  private PersonKeyFuzz() {}

  /** Any text. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var key = PersonKey.of(new String(input, UTF_8));
      if (!PersonKey.of(key.path()).equals(key)) {
        throw new AssertionError("The path of a canonical path is another one");
      }
    } catch (RefusedException refused) {
      // the one way to say no; it must say why
      if (refused.refusal().reason().isBlank()) {
        throw new AssertionError("refused without a reason", refused);
      }
    }
  }
}
