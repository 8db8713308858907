package dev.tend.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Education;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.events.RefusedException;
import dev.tend.events.Volunteering;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PersonMappingTest {
  private static final PersonMapping MAPPING =
      mapping(
          """
          profile: /url
          name: "{/first} {/last}"
          headline: /headline
          location: /where/text
          country: /where/country
          about: /about
          positions: {items: /jobs, company: /at, title: /as, from: /from, to: /to}
          education: {items: /schools, school: /name, degree: /degree, from: "{/start/year}-{/start/month}"}
          volunteering: {items: /causes, organisation: /for, role: /as, cause: /why}
          skills: {items: /skills, each: /name}
          languages: {items: /speaks}
          connections: /connections
          photo: /picture
          email: /mail
          """);

  @Test
  void readsEveryFact() {
    var person =
        read(
            """
            {"url": "https://ca.linkedin.com/in/Dana-Ito/?x=1", "first": "Dana", "last": "Ito", "headline": "Head&nbsp;of Data",
             "where": {"text": "Toronto", "country": "ca"}, "about": "One.\\r\\nTwo.",
             "jobs": [{"at": "Contoso", "as": "Analyst", "from": "2015-3", "to": "2018"}, {"as": "nobody knows where"}],
             "schools": [{"name": "Northfield", "degree": "BSc", "start": {"year": 2010, "month": 9}}],
             "causes": [{"for": "Food Bank", "as": "Driver", "why": "Hunger"}],
             "skills": [{"name": "SQL"}, {"name": "SQL"}, {}], "speaks": ["en", "fr"],
             "connections": "500+", "picture": "https://img.example/1.jpg", "mail": "dana@mail.example"}
            """);

    assertThat(person.profile().path()).isEqualTo("in/dana-ito");
    assertThat(person.name()).isEqualTo("Dana Ito");
    assertThat(person.headline()).isEqualTo("Head of Data");
    assertThat(person.country()).isEqualTo("CA");
    assertThat(person.about()).isEqualTo("One.\nTwo.");
    assertThat(person.positions())
        .containsExactly(
            new Position("Contoso", "Analyst", PartialDate.of("2015-03"), PartialDate.of("2018")));
    assertThat(person.education())
        .containsExactly(new Education("Northfield", "BSc", "", PartialDate.of("2010-09"), null));
    assertThat(person.volunteering())
        .containsExactly(new Volunteering("Food Bank", "Driver", "Hunger"));
    assertThat(person.skills()).containsExactly("SQL");
    assertThat(person.languages()).containsExactly("en", "fr");
    assertThat(person.connections()).isEqualTo(500);
    assertThat(person.photo()).isTrue();
    assertThat(person.email()).isEqualTo("dana@mail.example");
  }

  @Test
  void aFactThatDoesNotHoldIsLeftOut() {
    var person =
        read(
            """
            {"url": "in/dana-ito", "first": "Dana", "where": {"country": "Canada"}, "mail": "not an address",
             "connections": "many", "picture": "", "jobs": [{"at": "Contoso", "from": "2018", "to": "2015"}]}
            """);

    assertThat(person.country()).isEmpty();
    assertThat(person.email()).isEmpty();
    assertThat(person.connections()).isNull();
    assertThat(person.photo()).isNull();
    assertThat(person.positions()).containsExactly(new Position("Contoso", "", null, null));
  }

  @Test
  void whatIsTooLongIsCut() {
    var person =
        read(
            "{\"url\": \"in/dana-ito\", \"first\": \"Dana\", \"headline\": \"%s\", \"about\": \"%s\", \"skills\": [%s]}"
                .formatted("x".repeat(900), "y".repeat(20_000), manySkills()));

    assertThat(person.headline()).hasSize(500);
    assertThat(person.about()).hasSize(10_000);
    assertThat(person.skills()).hasSize(500);
  }

  @Test
  void aFalsePhotoIsAKnownAbsence() {
    assertThat(read("{\"url\": \"in/x\", \"first\": \"X\", \"picture\": false}").photo()).isFalse();
  }

  @Test
  void whoHasNoAddressOrNameIsRefusedByThePlace() {
    assertThatThrownBy(() -> read("{\"first\": \"Dana\"}"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().sentence()).isEqualTo("/url is missing"));
    assertThatThrownBy(() -> read("{\"url\": \"https://mail.example\", \"first\": \"Dana\"}"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().field()).isEqualTo("/url"));
    assertThatThrownBy(() -> read("{\"url\": \"in/dana\"}"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().field()).isEqualTo("{/first} {/last}"));
  }

  @Test
  void whoIsKnownAlreadyKeepsTheirName() throws IOException {
    var place = Place.of(new YAMLMapper().readTree("{headline: Baker}"));

    var person = MAPPING.person(place, PersonKey.of("in/dana-ito"), "Dana Ito", Dates.ISO);

    assertThat(person.name()).isEqualTo("Dana Ito");
    assertThat(person.headline()).isEqualTo("Baker");
  }

  @Test
  void aMappingWithATypingErrorIsNotTaken() {
    assertThatThrownBy(() -> mapping("headlin: /headline"))
        .hasMessageContaining("headlin is not a known field");
    assertThatThrownBy(() -> mapping("positions: {items: jobs}"))
        .hasMessageContaining("positions.items must be a JSON Pointer");
  }

  @Test
  void aMappingThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> MappingFile.read("nosuch", PersonMapping.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nosuch");
  }

  private static String manySkills() {
    return String.join(
        ",",
        java.util.stream.IntStream.range(0, 700)
            .mapToObj(i -> "{\"name\": \"s" + i + "\"}")
            .toList());
  }

  private static Person read(String json) {
    try {
      return MAPPING.person(Place.of(new YAMLMapper().readTree(json)), Dates.ISO);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static PersonMapping mapping(String yaml) {
    try {
      JsonNode tree = new YAMLMapper().readTree(yaml);
      return switch (Codec.DOOR.read(tree, PersonMapping.class)) {
        case Decoded.Value<PersonMapping>(var mapping) -> mapping;
        case Decoded.Refused<PersonMapping>(var reason, var refusal) ->
            throw new AssertionError(refusal.sentence());
      };
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
