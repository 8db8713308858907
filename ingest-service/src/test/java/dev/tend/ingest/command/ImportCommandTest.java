package dev.tend.ingest.command;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.ingest.Http.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.TokenResource;
import dev.tend.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class ImportCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void bringsSeveralArchivesInAndTellsWhatCameOfThem() throws IOException {
    put(aMember("Kim Dahl").build());
    put(aMember("Leo Funk").build());
    put(aMember("Mona Lind").build());
    write("unpacked/Export of Kim/Skills.csv", "Name\nLaw\n,\n");
    write(
        "unpacked/Export of Kim/Email Addresses.csv",
        "Email Address,Confirmed,Primary\nkim@dahl.example,Yes,Yes\n");
    zip("leo.funk.zip", "a/Skills.csv", "Name\nTax\n");
    zip("many/Monas export.zip", "Skills.csv", "Name\nArt\n");
    write("members", "# whose\nKim@dahl.example = kim.dahl\nMonas export = mona.lind\n");

    int exit =
        run(
            Map.of("TEND_TOKEN", Tokens.of("ingest")),
            path("unpacked/Export of Kim"),
            path("leo.funk.zip"),
            path("many"),
            "--members",
            path("members"));

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Export of Kim, member kim.dahl: done")
        .contains("leo.funk, member leo.funk: done")
        .contains("Monas export, member mona.lind: done")
        .contains("a/Skills.csv")
        .doesNotContain("\033[");
  }

  @Test
  void drawsABarForEachOnATerminal() throws IOException {
    put(aMember("Ned Alm").build());
    zip("ned.alm.zip", "Skills.csv", "Name\nTax\n");

    int exit =
        ImportCommand.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Map.of("TEND_TOKEN", Tokens.of("ingest")),
            true,
            path("ned.alm.zip"),
            "--server",
            server());

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString()).contains("██████████ 100 % done");
  }

  @Test
  void saysWhatIsWrongBeforeAnythingIsSent() throws IOException {
    zip("nobody.zip", "Skills.csv", "Name\nTax\n");
    var token = Map.of("TEND_TOKEN", Tokens.of("ingest"));

    assertThat(run(token, path("nobody.zip"))).isEqualTo(2);
    assertThat(run(token, path("nobody.zip"), "--member", "nobody.here")).isEqualTo(2);
    assertThat(run(token, path("missing.zip"))).isEqualTo(2);
    assertThat(run(Map.of(), path("nobody.zip"))).isEqualTo(2);
    assertThat(run(Map.of("TEND_TOKEN", "no token"), path("nobody.zip"))).isEqualTo(2);
    assertThat(run(token)).isEqualTo(2);
    assertThat(err.toString())
        .contains("Whose is ")
        .contains("no member has this id")
        .contains("There is no ")
        .contains("Set TEND_TOKEN")
        .contains("401");
  }

  @Test
  void whatTheServerRefusesFailsAndIsTold() throws IOException {
    put(aMember("Pam Orth").build());
    write("pam.orth.zip", "no zip at all");
    write("token", Tokens.of("ingest") + "\n");

    int exit =
        run(Map.of(), path("pam.orth.zip"), "--member", "pam.orth", "--token-file", path("token"));

    assertThat(exit).as(err.toString()).isEqualTo(1);
    assertThat(out.toString()).contains("failed").contains("400").contains("no zip archive");
  }

  private int run(Map<String, String> environment, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", server()));
    return ImportCommand.run(
        new PrintWriter(out), new PrintWriter(err), environment, false, all.toArray(String[]::new));
  }

  private static String server() {
    return "http://localhost:" + RestAssured.port;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void zip(String name, String entry, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(UTF_8));
      zip.closeEntry();
    }
  }
}
