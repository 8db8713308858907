package dev.tend.scoring.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the committed schema and example against the table of settings. */
class PolicySchemaTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Path FILE = DOCS.resolve("policy.schema.json");
  private static final Path EXAMPLE = DOCS.resolve("policy.example.yaml");
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          // as YAML 1.2 has it, where "off" is a word
          .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
          .build();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(PolicySchema.generated());

  @BeforeAll
  static void writeItAnewWhenAskedTo() throws IOException {
    if (Boolean.getBoolean("tend.schemas.write")) {
      Files.writeString(FILE, PolicySchema.generated());
    }
  }

  @Test
  void theCommittedSchemaIsThatOfTheSettings() throws IOException {
    assertThat(FILE)
        .as("the committed schema is not that of the settings; `make schemas` writes it anew")
        .hasContent(PolicySchema.generated());
  }

  @Test
  void theExamplePassesTheCheckAndTheSchema() throws IOException {
    var example = Files.readString(EXAMPLE);

    assertThat(PolicyFile.read(example.getBytes(UTF_8))).isInstanceOf(PolicyFile.Sound.class);
    assertThat(passesSchema(example)).isTrue();
    assertThat(example).startsWith("# yaml-language-server: $schema=policy.schema.json\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firm: {points: {client: 40, same-employer: {base: 12, most: 0}}}",
        "firm: {learning: off, unsure: ignore, answerWithin: 36h, fixed: [points]}",
        "firm: {promises: [{when: client, never: ignore}]}",
        "firm:\nteams:\nmembers:\n",
        "teams: {a-team: {members: [amy.chen], clients: ['3']}}",
        "members: {amy.chen: {privacy: {colleagues: counts}}}",
        "firm: {learning: firm}\nteams: {a-team: {learning: member}}\nmembers: {amy.chen: {learning: firm}}",
      })
  void whatTheSchemaAllowsTheReaderReads(String yaml) throws IOException {
    assertThat(passesSchema(yaml)).isTrue();
    assertThat(PolicyFile.read(yaml.getBytes(UTF_8))).isInstanceOf(PolicyFile.Sound.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frim: {}",
        "firm: {stgae: growing}",
        "firm: {stage: grown}",
        "firm: {carefulAt: '30'}",
        "firm: {carefulAt: 101}",
        "firm: {bars: 5}",
        "firm: {answerWithin: 2 weeks}",
        "firm: {points: {clients: 3}}",
        "firm: {points: {client: {bse: 3}}}",
        "firm: {points: {blocked: 3}}",
        "firm: {clients: Acme}",
        "firm: {clients: [3]}",
        "firm: {fixed: [blocked]}",
        "firm: {promises: [{never: ask}]}",
        "firm: {promises: [{when: clients, never: ask}]}",
        "firm: {members: [amy.chen]}",
        "teams: {Big Team: {}}",
        "teams: {a: {fixed: [stage]}}",
        "members: {Amy: {}}",
      })
  void whatTheSchemaRefusesTheReaderRefuses(String yaml) throws IOException {
    assertThat(passesSchema(yaml)).isFalse();
    assertThat(PolicyFile.read(yaml.getBytes(UTF_8))).isInstanceOf(PolicyFile.Faulty.class);
  }

  private static boolean passesSchema(String yaml) throws IOException {
    JsonNode tree = YAML.readTree(yaml);
    return SCHEMA.validate(tree.toString(), InputFormat.JSON).isEmpty();
  }
}
