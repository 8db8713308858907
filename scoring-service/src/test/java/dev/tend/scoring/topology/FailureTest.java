package dev.tend.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.DeadLetter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final Instant NOW = Instant.parse("2026-02-09T15:00:00Z");
  private final RuntimeException bug = new IllegalStateException("a secret of Jane Doe");

  private final FailureBrake brake = new FailureBrake(2);
  private final DeadLetterBox letters =
      new DeadLetterBox(brake, new Measures(new SimpleMeterRegistry(), () -> NOW));
  private Instant now = NOW;
  private final StreamGuard guard = new StreamGuard(() -> now);

  @Test
  void aRecordThatWeFailAtIsADeadLetterThatQuotesNobody() {
    var letter = letters.failed(record(), bug, NOW);

    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.FAILED);
    assertThat(letter.detail()).contains("IllegalStateException").doesNotContain("Jane");
    assertThat(letter.origin()).isEqualTo("tend.invitations/3/17");
  }

  @Test
  void tooManyFailuresWithinAMinuteStopTheStream() {
    fail(NOW, NOW.plusSeconds(1));

    assertThatThrownBy(() -> letters.failed(record(), bug, NOW.plusSeconds(2)))
        .isInstanceOf(FailureBrake.StoppedException.class)
        .hasMessageContaining("nothing is lost");
  }

  @Test
  void asManyFailuresInALongerTimeDoNot() {
    fail(NOW, NOW.plusSeconds(30), NOW.plusSeconds(90), NOW.plusSeconds(120));
  }

  @Test
  void aBrokenBrokerIsNoFaultOfTheRecord() {
    var broken = new StreamsException("the broker went away");

    assertThatThrownBy(() -> letters.failed(record(), broken, NOW)).isSameAs(broken);
  }

  @Test
  void aThreadThatLostTheBrokerIsReplaced() {
    assertThat(guard.handle(new StreamsException(new TimeoutException("no broker"))))
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }

  @Test
  void aThreadThatFailedTooOftenIsNotReplaced() {
    var stopped = new FailureBrake.StoppedException("too many", bug);

    assertThat(guard.handle(new StreamsException(stopped)))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }

  @Test
  void anInstanceWhoseNameAnotherTookStops() {
    assertThat(guard.handle(new StreamsException(new FencedInstanceIdException("taken"))))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }

  @Test
  void threadsThatDieAgainAndAgainEndTheStreamAndAHealthyWhileIsForgiven() {
    Supplier<StreamThreadExceptionResponse> dies = () -> guard.handle(new StreamsException("dies"));
    for (int i = 0; i < 20; i++) {
      assertThat(dies.get()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
    assertThat(dies.get()).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);

    now = NOW.plusSeconds(3600);
    assertThat(dies.get()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }

  private void fail(Instant... times) {
    for (var time : times) {
      var _ = letters.failed(record(), bug, time);
    }
  }

  private static Envelope record() {
    var origin = new Origin("tend.invitations", 3, 17);
    return new Envelope(origin, "in/dana-roy", new byte[] {1}, new RecordHeaders());
  }
}
