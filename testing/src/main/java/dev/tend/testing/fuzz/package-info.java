/**
 * Fuzzing of everything that reads what strangers send. A target is a class of the tests whose name
 * ends in {@code Fuzz}, with a method {@code public static void fuzzerTestOneInput(byte[])} that
 * throws when its parser does what it must not. Its seeds and all that was ever found lie in {@code
 * src/test/resources/fuzz/<name of the class>/}; every build plays them back, {@code make fuzz}
 * looks for more.
 */
@NullMarked
package dev.tend.testing.fuzz;

import org.jspecify.annotations.NullMarked;
