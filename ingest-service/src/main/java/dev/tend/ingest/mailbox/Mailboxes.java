package dev.tend.ingest.mailbox;

import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.poll.Connector;
import dev.tend.ingest.poll.PolledSource;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The mailboxes that are to be read, as they are configured. */
@Startup // a mailbox that is configured wrongly fails the start
@Singleton
class Mailboxes implements Connector {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~@-]*");

  private final List<ImapMailbox> mailboxes;

  Mailboxes(
      IngestConfig config,
      Sorting sorting,
      MailPublishing publishing,
      MailCounts counts,
      InstantSource time) {
    mailboxes =
        config.mailboxes().entrySet().stream()
            .map(
                entry -> {
                  var name = entry.getKey();
                  check(name, entry.getValue());
                  counts.expect(name);
                  counts.connected(name, false);
                  return new ImapMailbox(
                      name,
                      entry.getValue(),
                      config.mail(),
                      sorting,
                      publishing::published,
                      counts,
                      time);
                })
            .toList();
  }

  @Override
  public Collection<? extends PolledSource> sources(Set<String> remembered) {
    return mailboxes;
  }

  private static void check(String name, IngestConfig.Mailbox mailbox) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException(
          "Name a mailbox under tend.ingest.mailboxes with letters, digits, dots and dashes only.");
    }
    if (mailbox.password().isPresent() == mailbox.passwordFile().isPresent()) {
      throw new IllegalStateException(
          "Set either tend.ingest.mailboxes.%1$s.password or tend.ingest.mailboxes.%1$s.password-file."
              .formatted(name));
    }
  }
}
