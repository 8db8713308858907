package dev.tend.scoring.topology;

import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.kafka.DeadLetters;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Writes the letters of what could not be processed, counts them, and knows when it is too much.
 */
final class DeadLetterBox {
  private static final Logger LOG = Logger.getLogger(DeadLetterBox.class);
  private static final String SERVICE = "scoring-service";

  private final FailureBrake brake;
  private final Measures measures;

  DeadLetterBox(FailureBrake brake, Measures measures) {
    this.brake = brake;
    this.measures = measures;
  }

  /** The letter of a record that is not what its topic carries. */
  DeadLetter refused(Envelope record, Decoded.Refused<?> refused, Instant now) {
    LOG.warnf("Dead letter %s: %s", record.origin(), refused.reason());
    return letter(record, refused.reason(), refused.refusal().sentence(), now);
  }

  /**
   * The letter of a record that we failed at.
   *
   * @throws FailureBrake.StoppedException when we fail at too many
   */
  DeadLetter failed(Envelope record, RuntimeException failure, Instant now) {
    if (failure instanceof KafkaException || failure instanceof FailureBrake.StoppedException) {
      throw failure;
    }
    var stack = failure.getStackTrace();
    // an error's message may quote the record, so that only its kind and place are told
    LOG.errorf(
        "Dead letter %s: %s at %s",
        record.origin(), failure.getClass().getName(), stack.length == 0 ? "unknown" : stack[0]);
    brake.failed(now, failure);
    return letter(
        record, DeadLetter.Reason.FAILED, "failed with " + failure.getClass().getSimpleName(), now);
  }

  private DeadLetter letter(Envelope record, DeadLetter.Reason reason, String detail, Instant now) {
    measures.deadLetter(reason, record.origin().topic());
    return DeadLetters.of(
        reason,
        detail,
        SERVICE,
        record.origin().forLetter(),
        1,
        now,
        record.key(),
        record.value(),
        record.headers());
  }
}
