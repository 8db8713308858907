package dev.tend.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tend.events.RefusedException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {
  private final Place place = place();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"/name\"                       | Dana",
        "\"/count\"                      | 500",
        "\"/yes\"                        | true",
        "\"/empty\"                      | ''",
        "\"/gone\"                       | ''",
        "\"/missing/deeper\"             | ''",
        "\"/tags\"                       | ''",
        "\"/a~1b\"                       | slash",
        "\"^/account\"                   | acc_1",
        "[\"/gone\", \"/empty\", \"/name\"]  | Dana",
        "\"in/{/name}\"                  | in/Dana",
        "\"in/{/missing}\"               | ''",
        "\"{/name} {/surname}\"          | Dana Ito",
        "\"{/name} {/missing}\"          | 'Dana '",
        "\"{^/account}: {/name}\"        | acc_1: Dana",
        "\"{/money}!\"                   | $1!"
      })
  void findsTheText(String written, String expected) throws IOException {
    assertThat(Where.of(tree(written)).text(place)).isEqualTo(expected);
  }

  @Test
  void aLoneElementIsAListOfOne() {
    assertThat(Where.of("/tags").elements(place)).hasSize(2);
    assertThat(Where.of("/name").elements(place)).hasSize(1);
    assertThat(Where.of("/missing").elements(place)).isEmpty();
    assertThat(Where.of("/gone").elements(place)).isEmpty();
    assertThat(Where.of("").elements(place)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"name\"", "7", "[\"/name\", 7]", "{\"at\": \"/name\"}", "\"{name}\""})
  void whatIsNoPointerIsRefused(String written) throws IOException {
    var tree = tree(written);

    assertThatThrownBy(() -> Where.of(tree)).isInstanceOf(RefusedException.class);
  }

  @Test
  void isToldAsItWasWritten() throws IOException {
    assertThat(Where.of(tree("[\"/a\", \"^/b\"]"))).hasToString("/a or ^/b");
  }

  private static Place place() {
    try {
      var document =
          tree(
              """
              {"account": "acc_1", "items": [{"name": "Dana", "surname": "Ito", "count": 500, "yes": true,
               "empty": "", "gone": null, "tags": ["a", "b"], "a/b": "slash", "money": "$1"}]}
              """);
      return Place.of(document).at(document.at("/items/0"));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }
}
