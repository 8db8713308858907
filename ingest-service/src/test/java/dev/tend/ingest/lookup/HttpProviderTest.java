package dev.tend.ingest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.PartialDate;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.lookup.ProfileProvider.Answer;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProviderTest {
  static final String MAPPING =
      """
      at: /data
      dates: [M/d/yyyy]
      person:
        profile: "in/{/slug}"
        headline: /headline
        positions: {items: /jobs, company: /at, title: /as, from: /from}
      """;

  @TempDir private Path folder = Path.of("");
  private final StandIn standIn = new StandIn();

  @AfterEach
  void close() {
    standIn.close();
  }

  @Test
  void readsAProfileByItsMapping() throws Exception {
    assertThat(ask("in/dana-ito"))
        .isInstanceOfSatisfying(
            Answer.Found.class,
            found -> {
              assertThat(found.person().name()).isEqualTo("Asked About");
              assertThat(found.person().headline()).isEqualTo("Analyst");
              assertThat(found.person().positions())
                  .containsExactly(
                      new Position("Contoso", "Analyst", PartialDate.of("2015-03"), null));
            });
  }

  @Test
  void whomTheProviderDoesNotKnowIsUnknown() throws Exception {
    assertThat(ask("in/unknown-1")).isEqualTo(new Answer.Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"in/broken-1", "in/other-1", "in/moved-1"})
  void anAnswerThatCannotBeUsedIsTold(String profile) throws Exception {
    assertThat(ask(profile)).isInstanceOf(Answer.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in/failing-1", "in/slow-1", "in/huge-1"})
  void aProviderThatDoesNotAnswerIsAway(String profile) {
    assertThatThrownBy(() -> ask(profile)).isInstanceOf(ProviderAwayException.class);
  }

  @Test
  void aRedirectIsNotFollowedWithTheCredential() throws Exception {
    assertThat(ask("in/moved-1")).isInstanceOf(Answer.Unusable.class);
    assertThat(standIn.asked()).containsExactly("moved-1");
  }

  @Test
  void aSlugIsEncoded() throws Exception {
    assertThat(ask("in/zoë-öst")).isInstanceOf(Answer.Found.class);
    assertThat(standIn.asked()).containsExactly("zo%C3%AB-%C3%B6st");
  }

  @Test
  void whatIsNotSetUpRightlyFailsTheStart() {
    assertThatThrownBy(() -> new HttpProvider(config(Optional.empty()), standIn.address()))
        .hasMessageContaining("tend.ingest.lookup.mapping");
    assertThatThrownBy(() -> new HttpProvider(config(mapping()), "https://data.example/people"))
        .hasMessageContaining("{slug}");
    assertThatThrownBy(() -> new HttpProvider(config(mapping()), "ftp://x/{slug}"))
        .hasMessageContaining("tend.ingest.lookup.address");
  }

  private Answer ask(String profile) throws Exception {
    return new HttpProvider(config(mapping()), standIn.address())
        .ask(PersonBuilder.person(PersonKey.of(profile), "Asked About").build());
  }

  private Optional<String> mapping() {
    try {
      return Optional.of(Files.writeString(folder.resolve("mapping.yaml"), MAPPING).toString());
    } catch (IOException full) {
      throw new AssertionError(full);
    }
  }

  private static IngestConfig.Lookup config(Optional<String> mapping) {
    return new Config(mapping);
  }

  private record Config(Optional<String> mapping) implements IngestConfig.Lookup {
    @Override
    public Optional<String> address() {
      return Optional.empty();
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("Authorization", "Bearer sesame");
    }

    @Override
    public Duration again() {
      return Duration.ofDays(30);
    }

    @Override
    public int perDay() {
      return 10;
    }

    @Override
    public int perMinute() {
      return 100;
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration restAfterFailures() {
      return Duration.ofMinutes(1);
    }

    @Override
    public MemorySize largestAnswer() {
      return new MemorySize(BigInteger.valueOf(1 << 20));
    }
  }
}
