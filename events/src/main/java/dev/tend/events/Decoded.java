package dev.tend.events;

/** What came of reading an input: a value, or what is wrong with it. */
public sealed interface Decoded<T> {

  /** The input was good. */
  record Value<T>(T value) implements Decoded<T> {}

  /** The input was not good. */
  record Refused<T>(DeadLetter.Reason reason, Refusal refusal) implements Decoded<T> {}
}
