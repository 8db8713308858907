package dev.tend.local;

import static dev.tend.testing.linkedin.AnArchive.anArchive;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Member;
import dev.tend.testing.linkedin.AnArchive;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A member's export from LinkedIn, uploaded as a zip. */
final class ArchiveUpload {
  /** How many invitations an archive holds. */
  static final int MANY = 300;

  /** So many that reading them takes a while. */
  private static final int CONNECTIONS = 10_000;

  private ArchiveUpload() {}

  /** Uploads an archive, and returns when a part of it was read. */
  static void uploadedInPart(EndToEnd tend, Member member) throws Exception {
    var archive = archive();
    var taken =
        tend.send(
            tend.request("/members/" + member.id() + "/archive")
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(archive)));
    assertThat(taken.statusCode()).as(EndToEnd.text(taken)).isEqualTo(202);
    var location = taken.headers().firstValue("Location").orElseThrow();
    var report =
        await("a part of the archive was read")
            .atMost(Duration.ofMinutes(2))
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(5))
            .until(
                () -> tend.toldByIngest(location.replaceFirst("https?://[^/]+", "")),
                ArchiveUpload::isBegun);
    assertThat(report.path("state").asText()).as("%s", report).isEqualTo("running");
  }

  private static boolean isBegun(JsonNode report) {
    int published = 0;
    for (var file : report.path("files")) {
      published += file.path("published").asInt();
    }
    return published > 0;
  }

  private static byte[] archive() {
    return anArchive()
        .with(
            "Connections.csv",
            AnArchive.CONNECTIONS
                + rows(
                    CONNECTIONS,
                    "Friend,Number %1$d,https://www.linkedin.com/in/friend-%1$d,,Contoso,Director,08 Feb 2024\n"
                        ::formatted))
        .with(
            "Invitations.csv",
            AnArchive.INVITATIONS
                + rows(
                    MANY,
                    "Exported %1$d,The Owner,\"1/29/26, 2:37 PM\",Hello,INCOMING,https://www.linkedin.com/in/exported-%1$d,https://www.linkedin.com/in/the-owner\n"
                        ::formatted))
        .build();
  }

  private static String rows(int many, IntFunction<String> row) {
    return IntStream.range(0, many).mapToObj(row).collect(joining());
  }
}
