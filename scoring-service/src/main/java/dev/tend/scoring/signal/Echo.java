package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something in this invitation that also stood, nearly the same, in what other people sent to the
 * firm within the weeks before. What a person sends to several of us is in {@link
 * EarlierInvitation}; this is about people who seem to have nothing to do with each other.
 *
 * @param what was alike
 * @param inviters how many other people, at least 1
 * @param members how many of us they wrote to, at least 1
 */
public record Echo(Kind what, int inviters, int members) {

  /** What can be alike. */
  public enum Kind {
    /** The text of the note, names and numbers apart. */
    @JsonProperty("note")
    NOTE,
    /** What somebody says about themselves. */
    @JsonProperty("about")
    ABOUT,
    /** The line of employers, titles and dates. */
    @JsonProperty("history")
    HISTORY
  }
}
