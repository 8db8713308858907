package dev.tend.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Gives a Quarkus test an empty spool of its own, and a mail server that it trusts. */
public final class IngestResource implements QuarkusTestResourceLifecycleManager {
  /** Signs the addresses that answers go to. */
  public static final String REPLY_SECRET = "a secret of thirty-two characters";

  @Override
  public Map<String, String> start() {
    try {
      var spool = Files.createTempDirectory("tend-spool");
      return Map.of(
          "tend.ingest.spool",
          spool.toString(),
          "tend.ingest.mail.trusted-servers",
          "mx.firm.example",
          "tend.ingest.webhooks.unipile.mapping",
          "unipile",
          "tend.ingest.webhooks.unipile.secrets",
          "whsec_b2xkLXNlY3JldA==,whsec_bmV3LXNlY3JldA==",
          "tend.ingest.webhooks.unipile.accounts.\"acc_1\"",
          "amy.chen",
          "tend.ingest.mail.reply-secret",
          REPLY_SECRET);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void stop() {}
}
