package dev.tend.notify.question;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Everything that the question "remind me how we're connected" says, as plain data. Texts may come
 * from anywhere; {@link QuestionPaper} cleans and escapes them.
 *
 * @param inviterName to whom it goes
 * @param memberName in whose name it is asked
 * @param memberFirstName how the member signs
 * @param memberHeadline what the member does, so that the inviter remembers; empty when not known
 * @param locale the language; one that Tend does not speak becomes English
 * @param zone of the member, in which the day of the invitation is told
 * @param note what the inviter wrote; the paper shortens it; empty when they wrote nothing
 * @param receivedAt when the invitation came
 * @param replyTo the signed address for this one answer; empty when only {@link
 *     QuestionPaper#words} are wanted
 */
public record QuestionLetter(
    String inviterName,
    String memberName,
    String memberFirstName,
    String memberHeadline,
    Locale locale,
    ZoneId zone,
    String note,
    Instant receivedAt,
    String replyTo) {
  @Override
  public String toString() {
    return "QuestionLetter[redacted]";
  }
}
