package dev.tend.ingest.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads a mapping: YAML, of which JSON is a part. The name of one that comes with Tend is a word
 * such as {@code unipile}; anything else is the path of a file.
 */
public final class MappingFile {
  private static final int LARGEST_BYTES = 100_000;
  private static final Pattern SHIPPED = Pattern.compile("[a-z0-9-]+");
  private static final YAMLMapper YAML = yaml();

  private MappingFile() {}

  /**
   * Reads a mapping of this type.
   *
   * @throws IllegalStateException when there is none of this name or it is not right; the message
   *     says what to do
   */
  public static <T> T read(String name, Class<T> type) {
    try {
      return switch (Codec.DOOR.read(YAML.readTree(bytes(name)), type)) {
        case Decoded.Value<T>(var mapping) -> mapping;
        case Decoded.Refused<T>(var reason, var refusal) ->
            throw new IllegalStateException(
                "Correct the mapping " + name + ": " + refusal.sentence() + ".");
      };
    } catch (JacksonException broken) {
      throw new IllegalStateException(
          "Correct the mapping " + name + ": " + broken.getOriginalMessage(), broken);
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "Name a mapping that comes with Tend, or a file that can be read, instead of " + name,
          unreadable);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    if (!SHIPPED.matcher(name).matches()) {
      var file = Path.of(name);
      if (Files.size(file) > LARGEST_BYTES) {
        throw new IOException(name + " is larger than " + LARGEST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    }
    try (var shipped = MappingFile.class.getResourceAsStream(name + ".yaml")) {
      if (shipped == null) {
        throw new IOException("no mapping of this name comes with Tend");
      }
      return shipped.readAllBytes();
    }
  }

  private static YAMLMapper yaml() {
    var bounds = new LoaderOptions();
    bounds.setMaxAliasesForCollections(0);
    bounds.setNestingDepthLimit(16);
    bounds.setCodePointLimit(LARGEST_BYTES);
    return YAMLMapper.builder(YAMLFactory.builder().loaderOptions(bounds).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
