package dev.tend.ingest.mailbox;

import dev.tend.ingest.IngestConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What is set about mail in a test: at most 100,000 bytes, and no patience for keys. */
final class MailSettings implements IngestConfig.Mail {
  private static final MemorySize LARGEST = new MemorySize(BigInteger.valueOf(100_000));

  @Override
  public MemorySize largestMessage() {
    return LARGEST;
  }

  @Override
  public Optional<Set<String>> trustedServers() {
    return Optional.empty();
  }

  @Override
  public MemorySize largestMbox() {
    return LARGEST;
  }

  @Override
  public boolean dkim() {
    return false;
  }

  @Override
  public Optional<Set<String>> dnsServers() {
    return Optional.empty();
  }

  @Override
  public Duration dnsTimeout() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration keyPatience() {
    return Duration.ZERO;
  }

  @Override
  public Optional<String> intake() {
    return Optional.empty();
  }

  @Override
  public Optional<String> replySecret() {
    return Optional.empty();
  }
}
