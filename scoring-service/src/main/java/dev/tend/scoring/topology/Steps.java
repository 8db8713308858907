package dev.tend.scoring.topology;

import dev.tend.events.Decision;
import dev.tend.events.Erasure;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Voice;
import dev.tend.scoring.policy.Judge;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.Processor;

/**
 * Makes the processors of the topology, one of each for every task, from what they share.
 *
 * @param answerWithin how long a question stays open where the policy leaves it
 */
record Steps(
    Judge judge, Duration answerWithin, Sweep sweep, FailureBrake brake, Measures measures) {

  <N> FixedKeyProcessor<String, byte[], Outcome<Arrived<N>>> decode(Reading.Reader<N> reader) {
    return new Decode<>(reader, letters());
  }

  FixedKeyProcessor<String, Arrived<AboutInviter>, Outcome<Enriched>> enrichByInviter() {
    return new EnrichByInviter(sweep, letters());
  }

  Processor<String, Seen, String, Outcome<Echoed>> hearEchoes() {
    return new HearEchoes(letters());
  }

  Processor<String, Arrived<ForMember>, String, Outcome<Decision>> decideByMember() {
    return new DecideByMember(judge, answerWithin, sweep, letters(), measures);
  }

  Processor<String, Arrived<ForMember>, String, Voice> speakForMembers() {
    return new SpeakForMembers(judge, sweep.every());
  }

  Processor<String, Voice, String, FirmTastes> hearMembers() {
    return new HearMembers(sweep.every());
  }

  Processor<String, Erasure, String, Forgetting> forgetInviters() {
    return new ForgetInviters();
  }

  Processor<String, Erasure, String, Forgetting> forgetMembers() {
    return new ForgetMembers();
  }

  private DeadLetterBox letters() {
    return new DeadLetterBox(brake, measures);
  }
}
