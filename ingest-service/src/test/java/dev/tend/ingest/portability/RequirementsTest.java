package dev.tend.ingest.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsTest {
  private final Map<String, String> keys = new HashMap<>(Configured.at(443));

  @Test
  void whatIsMissingIsNamed() {
    refuses("client-secret", null, "Set tend.ingest.portability.client-secret to");
    refuses("redirect", null, "Set tend.ingest.portability.redirect to");
    refuses("keys", null, "Set tend.ingest.portability.keys or");
  }

  @Test
  void whatIsWrongIsNamedAndNotQuoted() {
    refuses("api", "http://api.linkedin.example/rest", "must begin with https://");
    refuses("token", "ftp://localhost/", "must begin with https://");
    refuses("page-size", "51", "page-size to a number from 1 to 50");
    refuses("keys", "secret", "The keys under tend.ingest.portability.keys are not right");
  }

  @Test
  void keysMayLieInAFile(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("keys"), Configured.KEYS + "\n");
    keys.remove("tend.ingest.portability.keys");
    keys.put("tend.ingest.portability.keys-file", file.toString());

    var sealed = Requirements.seal(Configured.of(keys)).seal("p", "text");

    assertThat(Seal.of(Configured.KEYS).open("p", sealed)).contains("text");
  }

  private void refuses(String key, @org.jspecify.annotations.Nullable String value, String words) {
    var some = new HashMap<>(keys);
    if (value == null) {
      some.remove("tend.ingest.portability." + key);
    } else {
      some.put("tend.ingest.portability." + key, value);
    }
    assertThatThrownBy(() -> Requirements.seal(Configured.of(some)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(words);
  }
}
