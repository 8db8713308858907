package dev.tend.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final String MONTH =
      "must be a month such as 2015-03, or a year such as 2015, from 1900 to 2100";

  /** The input, the record, the field that is named, and what is said of it. */
  static Stream<Arguments> whatIsInvalid() {
    return Stream.of(
        // required, and blank
        arguments("{}", Invitation.class, "member", "is required"),
        arguments(invitation("'member': null"), Invitation.class, "member", "is required"),
        arguments("{'member': 'lee'}", Invitation.class, "inviter", "is required"),
        arguments(inviter("'name': null"), Invitation.class, "inviter.name", "is required"),
        arguments(inviter("'name': '  '"), Invitation.class, "inviter.name", "must not be blank"),
        arguments(
            inviter("'name': '\\u00a0\\u200b'"),
            Invitation.class,
            "inviter.name",
            "must not be blank"),
        arguments("{'profile': null}", Person.class, "profile", "is required"),
        arguments(decision("'risk': null"), Decision.class, "risk", "is required"),
        arguments(
            decision("'signals': [{'name': 'client', 'axis': 'risk', 'evidence': ''}]"),
            Decision.class,
            "signals[0].points",
            "is required"),
        // unknown
        arguments(
            inviter("'positions': [{'company': 'Acme'}, {'company': 'Birch', 'untill': '2015'}]"),
            Invitation.class,
            "inviter.positions[1].untill",
            "is not a known field; known are company, from, title, to"),
        arguments(
            member("'digest': {'evry': 'day'}"),
            Member.class,
            "digest.evry",
            "is not a known field; known are at, every, on"),
        // another kind of value
        arguments("null", Member.class, "", "must be an object, not null"),
        arguments("[]", Member.class, "", "must be an object"),
        arguments("[{}]", Member.class, "", "must be an object"),
        arguments("'amy'", Member.class, "", "must be an object"),
        arguments("''", Member.class, "", "must be an object"),
        arguments("7", Member.class, "", "must be an object"),
        arguments("true", Member.class, "", "must be an object"),
        arguments(invitation("'note': 7"), Invitation.class, "note", "must be a text"),
        arguments(invitation("'note': 7.5"), Invitation.class, "note", "must be a text"),
        arguments(invitation("'note': true"), Invitation.class, "note", "must be a text"),
        arguments(invitation("'note': {}"), Invitation.class, "note", "must be a text"),
        arguments(invitation("'note': []"), Invitation.class, "note", "must be a text"),
        arguments(invitation("'note': ['a']"), Invitation.class, "note", "must be a text"),
        arguments(inviter("'profile': 5"), Invitation.class, "inviter.profile", "must be a text"),
        arguments(inviter("'profile': {}"), Invitation.class, "inviter.profile", "must be a text"),
        arguments(inviter("'skills': 'x'"), Invitation.class, "inviter.skills", "must be an array"),
        arguments(inviter("'skills': {}"), Invitation.class, "inviter.skills", "must be an array"),
        arguments(inviter("'skills': ''"), Invitation.class, "inviter.skills", "must be an array"),
        arguments(
            inviter("'skills': ['a', 2]"), Invitation.class, "inviter.skills[1]", "must be a text"),
        arguments(
            inviter("'skills': ['a', null]"),
            Invitation.class,
            "inviter.skills[1]",
            "must not be null"),
        arguments(
            inviter("'skills': ['a', '']"),
            Invitation.class,
            "inviter.skills[1]",
            "must not be blank"),
        arguments(
            inviter("'positions': [null]"),
            Invitation.class,
            "inviter.positions[0]",
            "must not be null"),
        arguments(
            inviter("'positions': ['Acme']"),
            Invitation.class,
            "inviter.positions[0]",
            "must be an object"),
        arguments(invitation("'inviter': ''"), Invitation.class, "inviter", "must be an object"),
        arguments(invitation("'inviter': []"), Invitation.class, "inviter", "must be an object"),
        arguments(
            invitation("'mutuals': ['in/a-b', 'zz']"),
            Invitation.class,
            "mutuals[1]",
            "is not a LinkedIn profile address such as https://www.linkedin.com/in/jane-doe"),
        arguments(
            inviter("'connections': '412'"),
            Invitation.class,
            "inviter.connections",
            "must be a whole number"),
        arguments(
            inviter("'connections': ''"),
            Invitation.class,
            "inviter.connections",
            "must be a whole number"),
        arguments(
            inviter("'connections': 4.5"),
            Invitation.class,
            "inviter.connections",
            "must be a whole number"),
        arguments(
            inviter("'connections': 99999999999"),
            Invitation.class,
            "inviter.connections",
            "is a number out of range"),
        arguments(
            inviter("'connections': -1"),
            Invitation.class,
            "inviter.connections",
            "must be between 0 and 1000000"),
        arguments(
            inviter("'photo': 'true'"), Invitation.class, "inviter.photo", "must be true or false"),
        arguments(
            inviter("'photo': 1"), Invitation.class, "inviter.photo", "must be true or false"),
        arguments(
            inviter("'photo': ''"), Invitation.class, "inviter.photo", "must be true or false"),
        // words
        arguments(
            member("'policy': {'stage': 'Growing'}"),
            Member.class,
            "policy.stage",
            "must be one of building, growing, selective"),
        arguments(
            member("'policy': {'stage': 1}"),
            Member.class,
            "policy.stage",
            "must be one of building, growing, selective"),
        arguments(
            member("'policy': {'unsure': ''}"),
            Member.class,
            "policy.unsure",
            "must be one of ask, ignore"),
        arguments(
            member("'digest': {'on': 'mon'}"),
            Member.class,
            "digest.on",
            "must be one of monday, tuesday, wednesday, thursday, friday, saturday, sunday"),
        // times
        arguments(
            invitation("'sentAt': '2026-02-09'"),
            Invitation.class,
            "sentAt",
            "must be a time such as 2026-02-08T14:37:00Z"),
        arguments(
            invitation("'sentAt': 1770647820"),
            Invitation.class,
            "sentAt",
            "must be a time such as 2026-02-08T14:37:00Z"),
        arguments(
            invitation("'sentAt': '1770647820'"),
            Invitation.class,
            "sentAt",
            "must be a time such as 2026-02-08T14:37:00Z"),
        arguments(
            invitation("'sentAt': ''"),
            Invitation.class,
            "sentAt",
            "must be a time such as 2026-02-08T14:37:00Z"),
        arguments(
            invitation("'sentAt': '+20260-02-09T14:37:00Z'"),
            Invitation.class,
            "sentAt",
            "must be a time such as 2026-02-08T14:37:00Z"),
        arguments(
            "{'person': 'in/a', 'member': 'lee', 'since': [2026, 2, 8]}",
            Connection.class,
            "since",
            "must be a date such as 2026-02-08"),
        arguments(
            "{'person': 'in/a', 'member': 'lee', 'since': '2026-02-30'}",
            Connection.class,
            "since",
            "must be a date such as 2026-02-08"),
        arguments(
            member("'digest': {'at': '7:30'}"),
            Member.class,
            "digest.at",
            "must be a time of day such as 07:30"),
        arguments(
            member("'digest': {'at': [7, 30]}"),
            Member.class,
            "digest.at",
            "must be a time of day such as 07:30"),
        arguments(
            member("'digest': {'at': '24:00'}"),
            Member.class,
            "digest.at",
            "must be a time of day such as 07:30"),
        arguments(
            member("'zone': 'Toronto'"),
            Member.class,
            "zone",
            "must be a time zone such as America/Toronto"),
        arguments(
            member("'zone': ''"),
            Member.class,
            "zone",
            "must be a time zone such as America/Toronto"),
        arguments(
            member("'zone': 5"),
            Member.class,
            "zone",
            "must be a time zone such as America/Toronto"),
        arguments(
            inviter("'positions': [{'company': 'Acme', 'from': 'Jan 2024'}]"),
            Invitation.class,
            "inviter.positions[0].from",
            MONTH),
        arguments(
            inviter("'positions': [{'company': 'Acme', 'from': 2024}]"),
            Invitation.class,
            "inviter.positions[0].from",
            "must be a month such as 2015-03, or a year such as 2015"),
        arguments(
            inviter("'education': [{'school': 'Laval', 'from': '2011', 'to': '2009-06'}]"),
            Invitation.class,
            "inviter.education[0].to",
            "is before from"),
        // form and length
        arguments(
            inviter("'country': 'Canada'"),
            Invitation.class,
            "inviter.country",
            "must be a two-letter country code such as CA"),
        arguments(
            member("'policy': {'countries': ['CA', 'ZZ']}"),
            Member.class,
            "policy.countries[1]",
            "must be a two-letter country code such as CA"),
        arguments(
            member("'languages': ['English']"),
            Member.class,
            "languages[0]",
            "must be a language tag such as en or pt-BR"),
        arguments(
            member("'policy': {'blocked': ['in/x', 'http://evil.example/in/y']}"),
            Member.class,
            "policy.blocked[1]",
            "is not a LinkedIn profile address such as https://www.linkedin.com/in/jane-doe"),
        arguments(
            inviter("'email': 'a@b.example, c@d.example'"),
            Invitation.class,
            "inviter.email",
            "must be an e-mail address such as amy.chen@example.com"),
        arguments(
            inviter("'email': 'Amy <amy@b.example>'"),
            Invitation.class,
            "inviter.email",
            "must be an e-mail address such as amy.chen@example.com"),
        arguments(
            inviter("'email': 'amy@b.example\\r\\nBcc: x@y.example'"),
            Invitation.class,
            "inviter.email",
            "holds the control character U+000D"),
        arguments(
            "{'id': 'Amy Chen', 'name': 'Amy', 'email': 'a@b.example'}",
            Member.class,
            "id",
            "must be 1 to 64 lower-case letters, digits, dots, dashes or underscores, such as"
                + " amy.chen"),
        arguments(
            invitation("'id': '../x'"),
            Invitation.class,
            "id",
            "must be 1 to 128 letters, digits, dots, dashes, colons, tildes or underscores"),
        arguments(
            inviter("'headline': '" + "x".repeat(501) + "'"),
            Invitation.class,
            "inviter.headline",
            "is longer than 500 characters"),
        arguments(
            invitation("'note': '" + "x".repeat(10_001) + "'"),
            Invitation.class,
            "note",
            "is longer than 10000 characters"),
        arguments(
            inviter("'skills': [" + "'a',".repeat(500) + "'a']"),
            Invitation.class,
            "inviter.skills",
            "has more than 500 elements"),
        arguments(
            invitation("'note': 'a\\u0000b'"),
            Invitation.class,
            "note",
            "holds the control character U+0000"),
        arguments(
            inviter("'name': 'Jane\\nDoe'"),
            Invitation.class,
            "inviter.name",
            "holds the control character U+000A"),
        arguments(
            invitation("'note': 'half \\ud83d of it'"),
            Invitation.class,
            "note",
            "holds half of a surrogate pair"),
        arguments(
            decision("'supersedes': '8/1'"),
            Decision.class,
            "supersedes",
            "must be the id of a decision on the same invitation, such as 4711/1"));
  }

  @ParameterizedTest
  @MethodSource("whatIsInvalid")
  void namesTheFieldAndTheReason(String json, Class<?> type, String field, String reason) {
    var fromBytes = Codec.DOOR.read(utf8(json), type);
    var fromTree = Codec.DOOR.read(tree(json), type);

    var refused = new Decoded.Refused<>(DeadLetter.Reason.INVALID, new Refusal(field, reason));
    assertThat(fromBytes).isEqualTo(refused);
    assertThat(fromTree).as("the same, when it is an item of a batch").isEqualTo(refused);
  }

  static Stream<Arguments> whatIsMalformed() {
    return Stream.of(
        arguments("", "", "is empty"),
        arguments(" \r\n\t ", "", "is empty"),
        arguments("amy", "", "is not valid JSON (line 1, column 4)"),
        arguments("{'id': 'amy',, }", "", "is not valid JSON (line 1, column 14)"),
        arguments("{id: 'amy'}", "", "is not valid JSON (line 1, column 2)"),
        arguments(
            "{'id': 'amy', 'name': 'Am", "name", "breaks off before its end (line 1, column 26)"),
        arguments("{'id': 'amy'", "", "breaks off before its end (line 1, column 13)"),
        arguments("{'id': 'a\tb'}", "id", "is not valid JSON (line 1, column 10)"),
        arguments(
            "{'profile': {\n 'name': 'a\u0001b'}}",
            "profile.name",
            "is not valid JSON (line 2, column 12)"),
        arguments("{'id': 'amy', 'id': 'lee'}", "id", "is there twice (line 1, column 19)"),
        arguments(
            "{'policy': {'stage': 'growing', 'stage': 'selective'}}",
            "policy.stage",
            "is there twice (line 1, column 40)"),
        arguments(
            "{'" + "x".repeat(201) + "': 1}", "", "has a field name longer than 200 characters"),
        arguments(
            "{'profile': {'connections': " + "9".repeat(41) + "}}",
            "profile",
            "has a number longer than 40 characters"),
        arguments(
            "{'name': '" + "x".repeat(2_000_001) + "'}",
            "name",
            "has a text longer than 2000000 characters"));
  }

  @ParameterizedTest
  @MethodSource("whatIsMalformed")
  void saysWhereTheJsonIsBroken(String json, String field, String reason) {
    assertThat(Codec.DOOR.read(utf8(json), Member.class))
        .isEqualTo(new Decoded.Refused<>(DeadLetter.Reason.MALFORMED, new Refusal(field, reason)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "7", "null", "'amy'"})
  void refusesWhatFollowsTheRecord(String more) {
    var record = "{'id': 'amy', 'name': 'Amy', 'email': 'a@b.example'}";

    assertThat(malformed(Codec.DOOR.read(utf8(record + more), Member.class)).reason())
        .startsWith("goes on after its end (line 1, column 5");
    assertThat(malformed(Codec.DOOR.tree(utf8(record + more))).reason())
        .startsWith("goes on after its end");
    assertThat(malformed(Codec.DOOR.read(utf8(record + "}"), Member.class)).reason())
        .startsWith("is not valid JSON");
  }

  @Test
  void boundsTheDepthOfWhatItDoesNotKnow() {
    var deep = utf8(invitation("'later': " + "[".repeat(40) + "]".repeat(40)));

    assertThat(malformed(Codec.TOPIC.read(deep, Invitation.class)).reason())
        .isEqualTo("is nested deeper than 32 levels");
  }

  @Test
  void readsTreesWithinTheSameBounds() {
    assertThat(malformed(Codec.DOOR.tree(new byte[0])).reason()).isEqualTo("is empty");
    assertThat(malformed(Codec.DOOR.tree(utf8("[".repeat(50)))).reason())
        .isEqualTo("is nested deeper than 32 levels");
    assertThat(malformed(Codec.DOOR.tree(utf8("{'a': 1, 'a': 2}"))).field()).isEqualTo("a");
    assertThat(malformed(Codec.DOOR.tree(utf8("{'a': 1"))).reason()).startsWith("breaks off");
    assertThat(value(Codec.DOOR.tree(utf8("[{}, null]")))).hasSize(2);
  }

  @Test
  void readsUtf8AndNothingElse() {
    var member = "{\"id\": \"zoe\", \"name\": \"Zoë\", \"email\": \"z@b.example\"}";
    for (Charset other : List.of(UTF_16, ISO_8859_1, Charset.forName("UTF-32"))) {
      assertThat(malformed(Codec.DOOR.read(member.getBytes(other), Member.class)).reason())
          .as(other.name())
          .startsWith("is not valid JSON");
    }
    var marked = ("\uFEFF" + member).getBytes(UTF_8);
    assertThat(value(Codec.DOOR.read(marked, Member.class)).name()).isEqualTo("Zoë");
  }

  @Test
  void toleratesOnTheTopicsWhatANewerServiceAdds() {
    var json = utf8(inviter("'aura': {'colour': [1, 2]}"));

    assertThat(value(Codec.TOPIC.read(json, Invitation.class)).inviter().name()).isEqualTo("Ann");
    assertThat(invalid(Codec.DOOR.read(json, Invitation.class)).field()).isEqualTo("inviter.aura");
  }

  @Test
  void takesNullForWhatIsNotKnown() {
    var json =
        inviter(
            "'headline': null, 'positions': null, 'connections': null, 'photo': null, 'email': null");

    var person = value(Codec.DOOR.read(utf8(json), Invitation.class)).inviter();

    assertThat(person.headline()).isEmpty();
    assertThat(person.positions()).isEmpty();
    assertThat(person.connections()).isNull();
  }

  @Test
  void readsATimeWithAnyOffset() {
    var json = utf8(invitation("'sentAt': '2026-02-09T09:37:00-05:00'"));

    assertThat(value(Codec.DOOR.read(json, Invitation.class)).sentAt())
        .isEqualTo("2026-02-09T14:37:00Z");
  }

  @Test
  void writesAMemberWithItsDefaultsAndLeavesToTheFirmWhatTheMemberLeavesOpen() {
    var json = utf8("{'id': 'lee', 'name': ' Lee ', 'email': 'lee@tend.example'}");

    var written = Codec.DOOR.write(value(Codec.DOOR.read(json, Member.class)));

    assertThat(new String(written, UTF_8))
        .isEqualTo(
            """
            {"id":"lee","name":"Lee","email":"lee@tend.example","zone":"UTC",\
            "policy":{},\
            "digest":{"every":"day","at":"07:30","on":"monday"}}""");
  }

  @Test
  void writesAWeeklyDigestAsTheDesignShowsIt() {
    var json = utf8(member("'digest': {'every': 'week', 'at': '16:05', 'on': 'Friday'}"));

    var wishes = value(Codec.DOOR.read(json, Member.class)).digest();

    assertThat(wishes.at()).isEqualTo(LocalTime.of(16, 5));
    assertThat(new String(Codec.DOOR.write(wishes), UTF_8))
        .isEqualTo("{\"every\":\"week\",\"at\":\"16:05\",\"on\":\"friday\"}");
  }

  @Test
  void writesMapsAndLists() {
    assertThat(new String(Codec.TOPIC.write(Map.of("items", List.of(1, 2))), UTF_8))
        .isEqualTo("{\"items\":[1,2]}");
  }

  @Test
  void handsOutMappersThatCannotChangeIt() {
    var mapper = Codec.DOOR.mapper();
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    assertThat(invalid(Codec.DOOR.read(utf8(invitation("'x': 1")), Invitation.class)).field())
        .isEqualTo("x");
  }

  /**
   * Ten thousand damaged events: each is a value or a refusal in plain words, never an exception.
   */
  @Test
  void isNeverThrownOffByDamage() {
    long seed = 20260223L;
    var random = new Random(seed);
    var samples = SampleFile.all();
    for (int round = 0; round < 10_000; round++) {
      var sample = samples.get(random.nextInt(samples.size()));
      var bytes = damaged(sample.json(), random);
      var about = "seed %d, round %d, %s".formatted(seed, round, sample);
      for (var codec : List.of(Codec.DOOR, Codec.TOPIC)) {
        assertThatCode(
                () -> {
                  var decoded = codec.read(bytes, sample.topic().carries());
                  if (decoded instanceof Decoded.Refused<?>(_, var refusal)) {
                    assertThat(refusal.reason())
                        .isNotBlank()
                        .isNotEqualTo("cannot be read")
                        .doesNotContain("java", "Exception", "`");
                  }
                })
            .as(about)
            .doesNotThrowAnyException();
      }
    }
  }

  private static byte[] damaged(byte[] good, Random random) {
    var bytes = good.clone();
    for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]\",:0-e\\".charAt(random.nextInt(11));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        default -> System.arraycopy(good, 0, bytes, at, Math.min(good.length, bytes.length - at));
      }
    }
    return bytes;
  }

  private static String invitation(String field) {
    var known = "'member': 'lee', 'inviter': {'profile': 'in/ann', 'name': 'Ann'}";
    var name = field.substring(0, field.indexOf(':'));
    return known.contains(name + ": ")
        ? "{" + field + ("'member'".equals(name) ? "" : ", 'member': 'lee'") + "}"
        : "{" + known + ", " + field + "}";
  }

  private static String inviter(String field) {
    var name = field.startsWith("'name'") ? "" : "'name': 'Ann', ";
    var profile = field.startsWith("'profile'") ? "" : "'profile': 'in/ann', ";
    return "{'member': 'lee', 'inviter': {" + profile + name + field + "}}";
  }

  private static String member(String field) {
    return "{'id': 'lee', 'name': 'Lee', 'email': 'lee@tend.example', " + field + "}";
  }

  private static String decision(String field) {
    var risk = field.startsWith("'risk'") ? "" : "'risk': 5, ";
    return "{'invitation': '7', 'member': 'lee', 'verdict': 'ask', 'relevance': 1, "
        + risk
        + "'decidedAt': '2026-02-09T14:37:01Z', "
        + field
        + "}";
  }

  /** Single quotes keep the inputs readable. */
  private static byte[] utf8(String json) {
    return json.replace('\'', '"').getBytes(UTF_8);
  }

  private static JsonNode tree(String json) {
    return value(Codec.DOOR.tree(utf8(json)));
  }

  private static <T> T value(Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T>(_, var refusal) -> throw new AssertionError(refusal.sentence());
    };
  }

  private static Refusal invalid(Decoded<?> decoded) {
    return refusal(decoded, DeadLetter.Reason.INVALID);
  }

  private static Refusal malformed(Decoded<?> decoded) {
    return refusal(decoded, DeadLetter.Reason.MALFORMED);
  }

  private static Refusal refusal(Decoded<?> decoded, DeadLetter.Reason expected) {
    assertThat(decoded).isInstanceOf(Decoded.Refused.class);
    var refused = (Decoded.Refused<?>) decoded;
    assertThat(refused.reason()).isEqualTo(expected);
    return refused.refusal();
  }
}
