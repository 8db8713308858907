package dev.tend.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * A stack that is up: where its parts answer. Everything listens on this machine only.
 *
 * @param ingestUrl without a slash at the end, such as {@code http://localhost:8081}; likewise
 *     scoringUrl and notifyUrl
 * @param kafka the bootstrap server, such as {@code localhost:8084}
 * @param smtpPort takes mail for everybody
 * @param imapPort shows mail to whoever logs in with the address as name and as password
 * @param token for the roles ingest, member and operator
 * @param data the folder that holds everything that the stack keeps
 */
public record RunningStack(
    URI ingestUrl,
    URI scoringUrl,
    URI notifyUrl,
    String kafka,
    int smtpPort,
    int imapPort,
    String token,
    Path data) {

  /** The file that the token was written to. */
  public Path tokenFile() {
    return data.resolve("api-token");
  }

  /** The folder with a folder of mails for each address. */
  public Path mails() {
    return data.resolve("mail");
  }

  @Override
  public String toString() {
    return "RunningStack[" + ingestUrl + " " + scoringUrl + " " + notifyUrl + " " + data + "]";
  }
}
