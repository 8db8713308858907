package dev.tend.scoring.topology;

import dev.tend.events.Codec;
import dev.tend.events.Topic;

/**
 * How large the values of our topology are on a sample, so that the bare one carries as much.
 *
 * @param invitation an invitation's value on its topic, on average
 */
record SampleSizes(int invitation, BareTopology.Sizes bare) {

  static SampleSizes measure(SampleLoad load, int invitations) {
    try (var stream = new TestStream()) {
      load.members().forEach(stream::member);
      long bytes = 0;
      for (int i = 0; i < invitations; i++) {
        var invitation = load.invitation(i);
        bytes += Codec.TOPIC.write(invitation).length;
        stream.invitation(invitation);
      }
      return new SampleSizes(
          (int) (bytes / invitations),
          new BareTopology.Sizes(
              stream.bytesHeld(StateStores.PEOPLE),
              stream.bytesWritten("tend-scoring-enriched-by-member-repartition"),
              stream.bytesHeld(StateStores.DEALINGS),
              stream.bytesWritten(Topic.DECISIONS.fullName())));
    }
  }
}
