package dev.tend.ingest.mailbox;

import dev.tend.ingest.publish.BrokerAwayException;
import java.util.Optional;

/** The questions that were asked: what an answer must be matched to. */
interface Asked {

  /**
   * The question that went out as this mail.
   *
   * @throws BrokerAwayException while the questions are still being read after a start
   */
  Optional<Question> asked(String mail);

  /** The question with this Message-ID, angle brackets and all. Throws as {@link #asked} does. */
  Optional<Question> withMessageId(String messageId);

  /**
   * A question to an inviter.
   *
   * @param mail the id of the mail it went out as
   */
  record Question(String mail, String member, String invitation, String messageId) {}
}
