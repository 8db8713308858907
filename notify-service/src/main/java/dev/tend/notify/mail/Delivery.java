package dev.tend.notify.mail;

/**
 * What came of an attempt to send a mail.
 *
 * @param answer what the SMTP server said, or why it was not reached
 * @param reached whether the server can be spoken to, so that the next mail has better chances
 */
record Delivery(Outcome outcome, String answer, boolean reached) {

  /** What to do with the mail now. */
  enum Outcome {
    /** The server has taken it and answers for it. */
    ACCEPTED,
    /** Not now: the server said 4xx, or was not reached. */
    LATER,
    /** Never: the server said 5xx. */
    REFUSED
  }
}
