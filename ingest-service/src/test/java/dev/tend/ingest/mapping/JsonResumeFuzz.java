package dev.tend.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Instant;

/** A JSON Resume: a person that can be published, or a refusal that says why. */
public final class JsonResumeFuzz {
  private static final PersonMapping RESUME = MappingFile.read("json-resume", PersonMapping.class);
  private static final PersonKey DANA = PersonKey.of("in/dana-reed");
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");

  private JsonResumeFuzz() {}

  /** The document. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Codec.DOOR.tree(input) instanceof Decoded.Value<JsonNode>(var document)) {
      try {
        var person = RESUME.person(Place.of(document), DANA, "", Dates.ISO);
        var _ = Publication.of(person, Source.HTTP, NOW);
      } catch (RefusedException refused) {
        if (refused.refusal().reason().isBlank()) {
          throw new AssertionError("refused without a reason", refused);
        }
      }
    }
  }
}
