package dev.tend.ingest.mailbox;

import dev.tend.ingest.IngestConfig;
import dev.tend.testing.RealMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of a mailbox in a test: Amy's own on a real server, without TLS. */
record AMailbox(
    int imapPort,
    IngestConfig.Tls tls,
    Optional<Path> trust,
    Optional<String> password,
    Optional<Path> passwordFile,
    Optional<String> moveTo)
    implements IngestConfig.Mailbox {
  static final String ADDRESS = "invitations@tend.example";

  static AMailbox on(int imapPort) {
    return new AMailbox(
        imapPort,
        IngestConfig.Tls.NONE,
        Optional.empty(),
        Optional.of(ADDRESS),
        Optional.empty(),
        Optional.empty());
  }

  static AMailbox on(RealMail server) {
    return on(server.imapPort());
  }

  AMailbox moving(String folder) {
    return new AMailbox(imapPort, tls, trust, password, passwordFile, Optional.of(folder));
  }

  AMailbox overTls() {
    return new AMailbox(
        imapPort, IngestConfig.Tls.TLS, Optional.empty(), password, passwordFile, moveTo);
  }

  AMailbox overTls(Path trusted) {
    return new AMailbox(
        imapPort, IngestConfig.Tls.TLS, Optional.of(trusted), password, passwordFile, moveTo);
  }

  AMailbox withPasswordIn(Path file) {
    return new AMailbox(imapPort, tls, trust, Optional.empty(), Optional.of(file), moveTo);
  }

  @Override
  public String host() {
    return "127.0.0.1";
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(imapPort);
  }

  @Override
  public String user() {
    return ADDRESS;
  }

  @Override
  public IngestConfig.Login login() {
    return IngestConfig.Login.PASSWORD;
  }

  @Override
  public String folder() {
    return "INBOX";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration idle() {
    return Duration.ofMinutes(4);
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(10);
  }
}
