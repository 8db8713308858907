package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final Instant NOW = Instant.parse("2026-02-09T14:37:00Z");

  @Test
  void keepsTheRecordWhole() {
    var value = new byte[] {0, -1, '{', 13, 10};
    var headers = new RecordHeaders();
    headers.add("ce_id", "7".getBytes(UTF_8));
    headers.add("x-name", "Zoë".getBytes(UTF_8));
    headers.add("x-raw", new byte[] {-1, 0});
    headers.add("x-lines", "a\nb".getBytes(UTF_8));
    headers.add("x-tricky", "base64:abc".getBytes(UTF_8));
    headers.add("x-none", null);

    var letter = letter("in/ann", value, headers);

    assertThat(letter.bytes()).isEqualTo(value);
    assertThat(letter.key()).isEqualTo("in/ann");
    assertThat(letter.origin()).isEqualTo("tend.invitations/3/4711");
    assertThat(letter.headers())
        .containsEntry("ce_id", "7")
        .containsEntry("x-name", "Zoë")
        .containsEntry("x-raw", "base64:/wA=")
        .containsEntry("x-lines", "base64:YQpi")
        .containsEntry("x-tricky", "base64:YmFzZTY0OmFiYw==")
        .doesNotContainKey("x-none");
    assertThat(read(Codec.TOPIC.write(letter))).isEqualTo(letter);
  }

  @Test
  void takesARecordWithoutKeyOrValue() {
    var letter = letter(null, null, new RecordHeaders());

    assertThat(letter.key()).isEmpty();
    assertThat(letter.bytes()).isEmpty();
    assertThat(read(Codec.TOPIC.write(letter))).isEqualTo(letter);
  }

  @Test
  void fitsItsTopicHoweverLargeTheRecordWas() {
    var value = new byte[TopicSettings.LARGEST_RECORD_BYTES];
    new Random(7).nextBytes(value);
    var headers = new RecordHeaders();
    headers.add("x-quotes", "\"".repeat(60_000).getBytes(UTF_8));

    var written = Codec.TOPIC.write(letter("in/ann", value, headers));

    assertThat(written).hasSizeLessThan(TopicSettings.LARGEST_DEAD_LETTER_BYTES);
    assertThat(read(written).bytes()).isEqualTo(value);
  }

  private static DeadLetter letter(@Nullable String key, byte @Nullable [] value, Headers headers) {
    return DeadLetters.of(
        DeadLetter.Reason.MALFORMED,
        "is not valid JSON",
        "scoring-service",
        new DeadLetters.Origin("tend.invitations", 3, 4711),
        1,
        NOW,
        key,
        value,
        headers);
  }

  private static DeadLetter read(byte[] json) {
    return switch (Codec.TOPIC.read(json, DeadLetter.class)) {
      case Decoded.Value<DeadLetter>(var letter) -> letter;
      case Decoded.Refused<DeadLetter>(_, var refusal) ->
          throw new AssertionError(refusal.sentence());
    };
  }
}
