package dev.tend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final Instant NOW = Instant.parse("2026-02-09T14:37:00Z");

  @TempDir Path parent;

  @Test
  void aFolderInUseIsRefusedAndFreeAgainWhenClosed() throws CannotStartException {
    var folder = parent.resolve("firm");
    try (var _ = DataFolder.open(folder)) {
      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(CannotStartException.class)
          .hasMessageStartingWith("Another Tend uses the data folder " + folder);
    }
    DataFolder.open(folder).close();
  }

  @Test
  void aFolderThatCannotBeIsRefused() throws IOException {
    var file = Files.createFile(parent.resolve("a-file"));

    assertThatThrownBy(() -> DataFolder.open(file.resolve("firm")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void secretsAreMadeOnceAndReadableToTheirOwnerAlone() throws Exception {
    String key;
    String password;
    String link;
    try (var data = DataFolder.open(parent.resolve("firm"))) {
      var secrets = Secrets.of(data);
      key = secrets.publicKey();
      password = secrets.databasePassword();
      link = secrets.linkSecret();
      assertThat(link).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(password);
      try (var files = Files.list(data.root().resolve("secrets"))) {
        assertThat(files)
            .hasSize(4)
            .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
      }
      assertThat(permissions(data.root())).isEqualTo("rwx------");
    }
    try (var data = DataFolder.open(parent.resolve("firm"))) {
      var again = Secrets.of(data);
      assertThat(again.publicKey()).isEqualTo(key);
      assertThat(again.databasePassword()).isEqualTo(password);
      assertThat(again.linkSecret()).isEqualTo(link);
    }
  }

  @Test
  void theTokenHoldsEveryRoleForAYear() throws Exception {
    try (var data = DataFolder.open(parent.resolve("firm"))) {
      var token = Secrets.of(data).token(NOW);
      var claims =
          new String(
              java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
              java.nio.charset.StandardCharsets.UTF_8);

      assertThat(claims)
          .contains("ingest", "member", "operator")
          .contains("\"exp\":" + NOW.plus(Secrets.TOKEN_LIFE).getEpochSecond());
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
