package dev.tend.ingest.mailbox;

import dev.tend.ingest.poll.AnyPolling;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The reading of a mailbox in a process of its own, so that a test can kill it as an operating
 * system does.
 */
final class MailboxProcess {
  private MailboxProcess() {}

  public static void main(String[] args) throws InterruptedException {
    var mailbox = ReadingMailbox.mailbox(AMailbox.on(Integer.parseInt(args[1])));
    AnyPolling.start(args[0], remembered -> List.of(mailbox));
    new CountDownLatch(1).await();
  }

  static Process start(String bootstrapServers, int imapPort) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-cp",
              System.getProperty("java.class.path"),
              MailboxProcess.class.getName(),
              bootstrapServers,
              Integer.toString(imapPort))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "mailbox.log")))
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
