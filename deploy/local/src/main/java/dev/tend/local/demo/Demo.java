package dev.tend.local.demo;

import dev.tend.local.RunningStack;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * The story of {@code --demo}: a firm is fed through the front door, invitations are judged, one
 * inviter answers the question, and the first digest arrives. The stack is left running.
 */
public final class Demo {
  private Demo() {}

  /**
   * Tells the story on a stack that is up. Telling it again on the same data doubles nothing.
   *
   * @param terminal whether {@code out} is a terminal, which sees progress
   * @throws StoryBrokenException when a part of the stack does not play along
   */
  public static void tell(
      RunningStack stack, PrintStream out, boolean terminal, InstantSource clock)
      throws StoryBrokenException, InterruptedException {
    var console = Console.on(out, terminal, System.getenv());
    try (var ingest = new Door("ingest-service", stack.ingestUrl(), stack.token());
        var notify = new Door("notify-service", stack.notifyUrl(), stack.token())) {
      var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
      var day = StoryDay.of(stack.data(), today);
      new Story(stack, SampleFirm.on(day.day()), console, ingest, notify, clock).tell(day);
    } catch (IOException failed) {
      throw new StoryBrokenException(
          "The sample firm cannot be read: " + failed.getMessage(), failed);
    }
  }
}
