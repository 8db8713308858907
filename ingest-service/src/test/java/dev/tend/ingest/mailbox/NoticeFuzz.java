package dev.tend.ingest.mailbox;

import static dev.tend.events.cast.AMember.aMember;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Member;
import dev.tend.events.Origin;
import dev.tend.events.RefusedException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Instant;

/** What stands in a notice of LinkedIn's: an invitation, something else, or a refusal. */
public final class NoticeFuzz {
  private static final Member AMY = aMember("Amy Chen").build();
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");

  private NoticeFuzz() {}

  /** A line with the sender's name, one with the subject; then the text, or the HTML. */
  public static void fuzzerTestOneInput(byte[] input) {
    var parts = new String(input, UTF_8).split("\n", 3);
    var name = parts[0];
    var subject = parts.length > 1 ? parts[1] : "";
    var body = parts.length > 2 ? parts[2] : "";
    read(new Letter(name, "invitations@linkedin.com", subject, NOW, body, ""));
    read(new Letter(name, "invitations@linkedin.com", subject, null, "", body));
  }

  private static void read(Letter letter) {
    try {
      Notice.in(letter)
          .map(notice -> notice.to(AMY, Origin.UNPROVEN))
          .ifPresent(
              invitation -> {
                var _ = Publication.of(invitation, Source.MAIL, NOW);
              });
    } catch (RefusedException refused) {
      if (refused.refusal().reason().isBlank()) {
        throw new AssertionError("refused without a reason", refused);
      }
    }
  }
}
