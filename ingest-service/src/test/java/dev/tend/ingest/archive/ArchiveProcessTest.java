package dev.tend.ingest.archive;

import static dev.tend.events.cast.AMember.aMember;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tend.events.Connection;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TopicReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives through the built service in a process of its own, with a heap of 256 MiB: how long they
 * take, and what is left when the process is killed in the middle. {@code make figures} adds an
 * upload of 1 GiB.
 */
class ArchiveProcessTest {
  private static final int CONNECTIONS = 100_000;
  private static final int INVITATIONS = 5_000;
  private static final long LETTERS = Long.getLong("tend.test.archive.megabytes", 64) << 20;

  /**
   * Far beyond what is promised, for machines that do ten things at once; the figure is printed.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final System.Logger LOG = System.getLogger(ArchiveProcessTest.class.getName());

  @TempDir Path folder;

  @Test
  void aLargeArchiveIsReadQuicklyInASmallHeap() throws Exception {
    var member = aMember("Nora Berg").build();
    var archive = folder.resolve("large.zip");
    ALargeArchive.write(archive, "nora-berg", CONNECTIONS, INVITATIONS, 0);
    try (var broker = RealBroker.start();
        var ingest = IngestProcess.start(broker.bootstrapServers(), spool())) {
      ingest.put(member);

      told("100,000 connections and 5,000 invitations", ingest, archive);
      var again = told("the same once more", ingest, archive);
      assertThat(file(again, "connections").path("retracted").asInt()).isZero();

      var letters = folder.resolve("letters.zip");
      ALargeArchive.write(letters, "nora-berg", 0, 0, LETTERS);
      told("%d MiB of messages".formatted(LETTERS >> 20), ingest, letters);
    }
  }

  private static JsonNode told(String what, IngestProcess ingest, Path archive) throws Exception {
    long begin = System.nanoTime();
    var location = ingest.upload("nora.berg", archive);
    double uploaded = (System.nanoTime() - begin) / 1e9;
    var report = ingest.finished(location, PATIENCE);
    double all = (System.nanoTime() - begin) / 1e9;
    LOG.log(
        System.Logger.Level.INFO,
        "%s: zip of %d MiB uploaded in %.1f s, imported after %.1f s, -Xmx256m, %d MiB at most"
            .formatted(what, Files.size(archive) >> 20, uploaded, all, ingest.peakMegabytes()));
    assertThat(report.path("state").asText()).as("%s", report).isEqualTo("done");
    for (var file : report.path("files")) {
      assertThat(file.path("rows").asInt())
          .isEqualTo(
              file.path("published").asInt()
                  + file.path("skipped").asInt()
                  + file.path("refusedCount").asInt());
    }
    return report;
  }

  @Test
  void nothingIsLostOrRepeatedWhenTheProcessIsKilledInTheMiddle() throws Exception {
    var member = aMember("Nora Berg").build();
    int connections = 20_000;
    int invitations = 2_000;
    var archive = folder.resolve("large.zip");
    ALargeArchive.write(archive, "nora-berg", connections, invitations, 0);
    try (var broker = RealBroker.start();
        var ingest = IngestProcess.start(broker.bootstrapServers(), spool())) {
      ingest.put(member);
      var location = ingest.upload(member.id(), archive);
      await("some of it has gone out")
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> file(ingest.report(location), "connections").path("published").asInt() > 1_000);

      ingest.killAndStart();
      var report = ingest.finished(location, PATIENCE);

      assertThat(report.path("state").asText()).as("%s", report).isEqualTo("done");
      assertThat(file(report, "connections").path("published").asInt()).isEqualTo(connections);
      assertThat(file(report, "connections").path("retracted").asInt()).isZero();
      assertThat(file(report, "invitations").path("published").asInt()).isEqualTo(invitations);
      try (var topic =
          TopicReader.fromStart(broker.bootstrapServers(), Topic.CONNECTIONS, Connection.class)) {
        assertThat(topic.all()).as("it was killed in the middle").hasSizeGreaterThan(connections);
        assertThat(topic.all().stream().map(record -> record.get().key()).collect(toSet()))
            .hasSize(connections);
      }
      try (var topic =
          TopicReader.fromStart(broker.bootstrapServers(), Topic.INVITATIONS, Invitation.class)) {
        var byId = new HashSet<String>();
        var inviters = new HashSet<String>();
        for (var record : topic.all()) {
          byId.add(record.event().id());
          inviters.add(record.key());
          assertThat(record.get().id()).isEqualTo(record.event().id());
        }
        assertThat(byId).hasSize(invitations);
        assertThat(inviters).hasSize(invitations);
      }
    }
  }

  private Path spool() throws Exception {
    return Files.createDirectory(folder.resolve("spool"));
  }

  private static JsonNode file(JsonNode report, String kind) {
    for (var file : report.path("files")) {
      if (file.path("kind").asText().equals(kind)) {
        return file;
      }
    }
    return MissingNode.getInstance();
  }
}
