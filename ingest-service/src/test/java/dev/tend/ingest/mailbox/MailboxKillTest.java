package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aNotice;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Invitation;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealMail;
import dev.tend.testing.TopicReader;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Kills who reads a mailbox, in the middle: no notice is lost, none comes twice. */
class MailboxKillTest {
  private static final int NOTICES = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void everyNoticeIsTakenOnceThoughTheReaderIsKilled() throws InterruptedException {
    try (var broker = RealBroker.start();
        var server = RealMail.start();
        var positions =
            TopicReader.fromNow(broker.bootstrapServers(), Topic.SOURCES, SourceState.class);
        var invitations =
            TopicReader.fromNow(broker.bootstrapServers(), Topic.INVITATIONS, Invitation.class)) {
      for (int i = 0; i < NOTICES; i++) {
        var notice = aNotice("Rosa Lund", "rosa-lund", Integer.toString(i), "Hi");
        server.deliver(AMailbox.ADDRESS, notice.build());
      }
      var first = MailboxProcess.start(broker.bootstrapServers(), server.imapPort());
      try {
        positions.await(3, any -> true, PATIENCE);
      } finally {
        first.destroyForcibly().waitFor();
      }
      var last = MailboxProcess.start(broker.bootstrapServers(), server.imapPort());
      try {
        var ids =
            invitations.await(NOTICES, any -> true, PATIENCE).stream()
                .map(one -> one.get().id())
                .collect(toList());
        assertThat(ids)
            .containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, NOTICES).mapToObj(i -> "linkedin-" + i).toList());
      } finally {
        last.destroyForcibly().waitFor();
      }
    }
  }
}
