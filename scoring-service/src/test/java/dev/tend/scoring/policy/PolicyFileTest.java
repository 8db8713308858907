package dev.tend.scoring.policy;

import static dev.tend.events.cast.AMember.aMember;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Policy;
import dev.tend.events.Stage;
import dev.tend.scoring.signal.Discretion;
import dev.tend.scoring.signal.Worth;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final String EVERYTHING =
      """
      firm:
        fixed: [learning]
        bars: {building: 8, growing: 20}
        carefulAt: 25
        privacy: {colleagues: counts}
        learning: off
        answerWithin: 36h
        points:
          client: 40            # the same as {base: 40}
          same-employer: {base: 12, perhaps: 5, most: 50}
          in-the-past: 5
        clients: [Acme, "3"]
        promises:
          - when: client
            unless: [impersonation, blocked-not]
            never: ignore
      teams:
        advisory:
          members: [amy.chen, lee.park]
          stage: selective
      members:
        amy.chen:
          stage: building
          blocked: [https://www.linkedin.com/in/dana-roy]
      """
          .replace(", blocked-not", "");

  @Test
  void everythingThatALayerMaySayIsRead() {
    var policies = sound(EVERYTHING);

    var amy = policies.of(aMember("Amy Chen").build().withPolicy(Policy.DEFAULT));
    var lee = policies.of(aMember("Lee Park").build().withPolicy(Policy.DEFAULT));

    assertThat(lee.label()).isEqualTo("selective/ask (firm, team advisory)");
    assertThat(amy.label()).isEqualTo("building/ask (firm, team advisory, member amy.chen)");
    assertThat(amy.stage()).isEqualTo(Stage.BUILDING);
    assertThat(amy.terms().verdicts().growing()).isEqualTo(20);
    assertThat(amy.terms().verdicts().carefulAt()).isEqualTo(25);
    assertThat(amy.colleagues()).isEqualTo(Discretion.COUNTS);
    assertThat(amy.learning()).isEqualTo(Learning.OFF);
    assertThat(amy.answerWithin()).contains(Duration.ofHours(36));
    assertThat(amy.weights().of(Worth.CLIENT)).isEqualTo(40);
    assertThat(amy.weights().of(Worth.SAME_EMPLOYER)).isEqualTo(12);
    assertThat(amy.weights().of(Worth.IN_THE_PAST)).isEqualTo(5);
    assertThat(amy.member().policy().clients()).containsExactly("Acme", "3");
    assertThat(amy.member().policy().blocked()).hasSize(1);
    assertThat(amy.terms().promises()).hasSize(1);
  }

  @Test
  void whatHoldsIsToldWithTheLayerThatItComesFrom() {
    var told = sound(EVERYTHING).told("amy.chen", Policy.DEFAULT);

    assertThat(told)
        .contains(
            new Told("stage", "building", "member amy.chen"),
            new Told("unsure", "ask", "default"),
            new Told("points.client.base", "40", "firm"),
            new Told("points.same-school.perhaps", "2", "default"),
            new Told("answerWithin", "36h", "firm"),
            new Told("clients", "Acme", "firm"),
            new Told("blocked", "in/dana-roy", "member amy.chen"),
            new Told("promises", "when client unless impersonation never ignore", "firm"));
    assertThat(told).hasSizeGreaterThan(Worth.values().length);
  }

  @Test
  void aFileOfCommentsSaysNothing() {
    assertThat(sound("# later\n").told("amy.chen", Policy.DEFAULT)).noneMatch(Told::isSaid);
    assertThat(sound("firm:\nteams:\nmembers:\n").told("amy.chen", Policy.DEFAULT))
        .noneMatch(Told::isSaid);
  }

  /** A vertical bar stands for a line's end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      textBlock =
          """
          frim: {}                                   > 1:1 frim is not known here; known are firm, members, teams
          firm:|  stgae: growing                     > 2:3 firm.stgae is not known here
          firm:|  stage: grown                       > 2:10 firm.stage must be one of building, growing, selective
          firm:|  stage:                             > 2:9 firm.stage must be one of
          firm:|  stage: growing|  stage: growing    > 3:3 firm.stage is there twice
          firm:|  carefulAt: "30"                    > 2:14 firm.carefulAt must be a whole number between 1 and 100
          firm:|  carefulAt: 030                     > 2:14 firm.carefulAt must be a whole number
          firm:|  carefulAt: 101                     > 2:14 firm.carefulAt must be a whole number
          firm:|  bars: 5                            > 2:9 firm.bars must hold keys
          firm:|  bars: {growing: 50}                > 2:3 firm.bars must rise from building to selective
          firm:|  ignoreAt: 20                       > 1:1 firm.carefulAt must not be above ignoreAt
          firm:|  answerWithin: 2 weeks              > 2:17 firm.answerWithin must be days or hours such as 14d
          firm:|  points: {client: {bse: 3}}         > 2:21 firm.points.client.bse is not known here; known are base, most
          firm:|  points: {clients: 3}               > 2:12 firm.points.clients is not known here
          firm:|  points: {mass-inviter: 0}          > 2:26 firm.points.mass-inviter must be a whole number between 1
          firm:|  clients: Acme                      > 2:12 firm.clients must be a list
          firm:|  clients: [Acme, 3]                 > 2:19 firm.clients[1] must be a text; put it into quotation marks
          firm:|  clients: [Acme, [x]]               > 2:19 firm.clients[1] must be a text
          firm:|  countries: [Canada]                > 2:15 firm.countries[0] must be
          firm:|  blocked: [nobody]                  > 2:13 firm.blocked[0] is not a LinkedIn profile address
          firm:|  fixed: [stage, blocked]            > 2:18 firm.fixed[1] is not known here
          firm:|  promises:|    - never: ignore      > 3:7 firm.promises[0].when must name at least one signal
          firm:|  promises: [{when: far-away, never: ask}]      > 2:15 firm.promises[0].when must not name a place
          firm:|  promises: [{when: clients, never: ask}]       > 2:21 firm.promises[0].when is not known here
          firm:|  promises: [{when: client, nevr: ask}]         > 2:29 firm.promises[0].nevr is not known here
          firm:|  promises: [{when: client, never: [ask, accept, ignore]}] > 2:29 firm.promises[0].never must name one or two
          teams:|  Big Team: {}                      > 2:3 teams.Big Team must be 1 to 40 small letters
          teams:|  a: {members: [Amy]}               > 2:17 teams.a.members[0] must be 1 to 64 lower-case letters
          teams:|  a: {members: [amy]}|  b: {members: [amy]}    > 3:7 teams.b.members names amy, who is in the team a already
          members:|  Amy: {}                         > 2:3 members.Amy must be 1 to 64 lower-case letters
          firm: {fixed: [stage]}|members:|  amy.chen: {stage: growing} > 3:14 members.amy.chen.stage is fixed by the firm
          firm: {placeAndLanguageCap: 5}|members:|  amy.chen: {placeAndLanguageCap: 6} > 3:14 members.amy.chen.placeAndLanguageCap can only be lowered
          [firm]                                     > 1:1 the file must hold keys
          firm: {? [a] : 1}                          > 1:10 firm must have words for keys
          firm:|  stage: &a growing                  > 2:10 the file holds an anchor
          firm: &a {stage: growing}|members: *a      > 2:10 the file holds an alias
          firm:|  stage: !!str growing               > 2:10 the file holds a tag
          firm: !x {stage: growing}                  > 1:7 the file holds a tag
          firm:|  clients: [[[[[[[[1]]]]]]]]         > 2:18 the file is nested deeper than 8 levels
          firm:|  stage: growing|   unsure: ask      > 3:10 the file is not valid YAML: mapping values are not allowed here
          firm: {stage                               > 2:1 the file is not valid YAML: expected ',' or '}', but got <stream end>
          firm: {}|---|firm: {}                      > 2:1 the file is not valid YAML: but found another document
          """)
  void whatIsWrongIsToldWhereItStands(String yaml, String told) {
    var place = told.substring(0, told.indexOf(' ')).split(":", -1);
    var sentence = told.substring(told.indexOf(' ') + 1);

    assertThat(faults(yaml.replace('|', '\n') + "\n"))
        .extracting(Fault::sentence)
        .anyMatch(
            fault ->
                fault.startsWith("line %s, column %s: %s".formatted(place[0], place[1], sentence)));
  }

  @Test
  void allThatIsWrongIsToldInTheOrderOfTheFile() {
    var faults =
        faults(
            """
            firm:
              unsure: maybe
              stage: grown
              points: {client: {base: 0, most: 101}}
              promises:
                - {when: [client, nothing], never: ask}
                - {never: [ask]}
            teams:
              one: {bars: {building: 99}, members: [amy.chen]}
            """);

    assertThat(faults)
        .extracting(Fault::field)
        .containsExactly(
            "firm.unsure",
            "firm.stage",
            "firm.points.client.base",
            "firm.points.client.most",
            "firm.promises[0].when[1]",
            "firm.promises[1].when",
            "teams.one.bars");
  }

  @Test
  void whatIsNoTextIsToldWhereItEnds() {
    assertThat(faults("firm:\n  clients: [Zoë]\n".getBytes(ISO_8859_1)))
        .containsExactly(new Fault(2, 15, "", "is not UTF-8 from here on"));
    assertThat(faults("firm:\n  clients: [Zo\u0007]\n".getBytes(UTF_8)))
        .containsExactly(new Fault(2, 15, "", "holds a character here that YAML does not allow"));
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() {
    var large = new byte[PolicyFile.LARGEST_BYTES + 1];
    Arrays.fill(large, (byte) '#');

    assertThat(faults(large)).containsExactly(new Fault(1, 1, "", "is larger than 1048576 bytes"));
  }

  @Test
  void aByteOrderMarkAndWindowsLinesDoNoHarm() {
    assertThat(sound("\uFEFFfirm:\r\n  stage: building\r\n").told("amy", Policy.DEFAULT))
        .contains(new Told("stage", "building", "firm"));
  }

  static Policies sound(String yaml) {
    return switch (PolicyFile.read(yaml.getBytes(UTF_8))) {
      case PolicyFile.Sound(var policies) -> policies;
      case PolicyFile.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<Fault> faults(String yaml) {
    return faults(yaml.getBytes(UTF_8));
  }

  private static List<Fault> faults(byte[] yaml) {
    return switch (PolicyFile.read(yaml)) {
      case PolicyFile.Faulty(var faults) -> faults;
      case PolicyFile.Sound _ -> throw new AssertionError("nothing is wrong");
    };
  }
}
