package dev.tend.ingest.lookup;

import static dev.tend.events.cast.APerson.aPerson;

import dev.tend.events.Person;
import dev.tend.ingest.lookup.ProfileProvider.Answer;
import dev.tend.ingest.mapping.MappingFile;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;

/** What a provider of profiles answers: the person who was asked for, nobody, or nothing of use. */
public final class LookupAnswerFuzz {
  private static final Person DANA = aPerson("Dana Ito").build();
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
  private static final LookupMapping MAPPING = mapping();

  private LookupAnswerFuzz() {}

  /** The body. */
  public static void fuzzerTestOneInput(byte[] input) {
    switch (MAPPING.read(input, DANA)) {
      case Answer.Found(var person) -> {
        if (!person.profile().equals(DANA.profile())) {
          throw new AssertionError("about somebody else");
        }
        var _ = Publication.of(person, Source.LOOKUP, NOW);
      }
      case Answer.Unusable(var why) -> {
        if (why.isBlank()) {
          throw new AssertionError("of no use, and does not say why");
        }
      }
      case Answer.Unknown() -> {
        // nobody
      }
    }
  }

  private static LookupMapping mapping() {
    try {
      var file = Files.createTempFile("lookup-fuzz", ".yaml");
      file.toFile().deleteOnExit();
      return MappingFile.read(
          Files.writeString(file, HttpProviderTest.MAPPING).toString(), LookupMapping.class);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
