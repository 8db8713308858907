package dev.tend.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          https://www.linkedin.com/in/jane-doe                                  | in/jane-doe
          http://www.linkedin.com/in/jane-doe                                   | in/jane-doe
          linkedin.com/in/jane-doe                                              | in/jane-doe
          www.linkedin.com/in/jane-doe                                          | in/jane-doe
          https://ca.linkedin.com/in/jane-doe                                   | in/jane-doe
          https://m.linkedin.com/in/jane-doe                                    | in/jane-doe
          https://www.linkedin.com/mwlite/in/jane-doe                           | in/jane-doe
          https://www.linkedin.com/in/jane-doe/                                 | in/jane-doe
          https://www.linkedin.com/in/jane-doe/en                               | in/jane-doe
          https://www.linkedin.com/in/jane-doe/details/experience/              | in/jane-doe
          https://www.linkedin.com/in/jane-doe?trk=people#about                 | in/jane-doe
          https://www.linkedin.com/in/jane-doe#about                            | in/jane-doe
          HTTPS://WWW.LINKEDIN.COM/IN/JANE-DOE                                  | in/jane-doe
          https://www.linkedin.com/in/%6Aane%2Ddoe                              | in/jane-doe
          https://www.linkedin.com/comm/in/jane-doe?midToken=AQE&trk=eml        | in/jane-doe
          /in/jane-doe                                                          | in/jane-doe
          in/jane-doe                                                           | in/jane-doe
          in/jane-doe-8a41b22                                                   | in/jane-doe-8a41b22
          https://www.linkedin.com/in/zo%C3%AB-marchetti                        | in/zoë-marchetti
          https://www.linkedin.com/in/zoe%CC%88-marchetti                       | in/zoë-marchetti
          https://www.linkedin.com/in/ZO%C3%8B-marchetti                        | in/zoë-marchetti
          https://cn.linkedin.com/in/%E7%8E%8B-%E5%B0%8F%E6%98%8E               | in/王-小明
          https://www.linkedin.com/in/jane-doe-%F0%9F%8C%9F                     | in/jane-doe-🌟
          https://www.linkedin.com/in/a+b                                       | in/a+b
          https://www.linkedin.com/pub/jane-doe/1/2a/3b4                        | in/jane-doe-3b402a1
          https://www.linkedin.com/pub/jane-doe/12/3AB/C                        | in/jane-doe-00c3ab12
          https://www.linkedin.com/pub/jane-doe/1/2a/3b4/en?trk=x               | in/jane-doe-3b402a1
          https://ca.linkedin.com/pub/jane-doe                                  | in/jane-doe
          """)
  void readsEveryFormOfAnAddress(String address, String path) {
    assertThat(PersonKey.of(address).path()).isEqualTo(path);
    assertThat(PersonKey.of("  " + address + "\n").path()).isEqualTo(path);
  }

  @Test
  void keepsTheCaseOfAnIdThatLinkedInMade() {
    var id = "ACoAABf3xKkB0pQz-r9yVu_T6WcJmLh2SgEdNiO";

    var key = PersonKey.of("https://www.linkedin.com/comm/in/" + id + "/?midToken=AQE");

    assertThat(id).hasSize(39);
    assertThat(key.path()).isEqualTo("in/" + id);
    assertThat(key.url()).isEqualTo("https://www.linkedin.com/in/" + id);
    assertThat(PersonKey.of(key.url())).isEqualTo(key);
    assertThat(PersonKey.of("in/ACwA" + id.substring(4)).path())
        .isEqualTo("in/ACwA" + id.substring(4));
    assertThat(PersonKey.of("in/" + id.toUpperCase(Locale.ROOT)))
        .as("an id that somebody has spoilt is another one")
        .isNotEqualTo(key);
  }

  @Test
  void takesANameThatBeginsLikeOneForAName() {
    assertThat(PersonKey.of("in/ACoAlison-Reed").path()).isEqualTo("in/acoalison-reed");
    assertThat(PersonKey.of("in/ACoA-" + "é".repeat(40)).path())
        .isEqualTo("in/acoa-" + "é".repeat(40));
  }

  @Test
  void readsTheLongLinksOfMails() {
    var link = "https://www.linkedin.com/comm/in/jane-doe?midToken=" + "AQ".repeat(600);

    assertThat(PersonKey.of(link).path()).isEqualTo("in/jane-doe");
  }

  @Test
  void readsALongNameInAnyScript() {
    var key = new PersonKey("in/" + "ก".repeat(200));

    assertThat(PersonKey.of(key.url())).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "jane-doe",
        "Jane Doe",
        "in/",
        "in/ /",
        "in/jane doe",
        "in/jane|lee",
        "in/%2E%2E%2Fadmin",
        "in/jane%00",
        "in/jane%0Adoe",
        "https://www.linkedin.com/company/acme",
        "https://www.linkedin.com/in",
        "https://www.linkedin.com/pub/dir/Jane/Doe",
        "https://www.linkedin.com/sales/lead/ACwAAA",
        "https://evil.example/in/jane-doe",
        "https://linkedin.com.evil.example/in/jane-doe",
        "https://evil-linkedin.com/in/jane-doe",
        "https://evil.example/?u=linkedin.com/in/jane-doe",
        "javascript:in/jane-doe",
        "ftp://www.linkedin.com/in/jane-doe"
      })
  void refusesWhatIsNoProfile(String other) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PersonKey.of(other))
        .satisfies(refused -> assertThat(refused.refusal().reason()).contains("profile"));
  }

  /** Two people whose bytes are no UTF-8 must not become the same person. */
  @ParameterizedTest
  @ValueSource(strings = {"in/jos%E9", "in/%", "in/50%", "in/%zz", "in/a%C3", "in/x%EF%BF%BD"})
  void refusesBrokenPercentEncoding(String broken) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PersonKey.of(broken))
        .satisfies(
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo("has a broken percent-encoding"));
  }

  @Test
  void refusesAnEndlessAddress() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PersonKey.of("in/jane?" + "x".repeat(4000)));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PersonKey.of("in/" + "x".repeat(301)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"in/Jane", "in/zoe\u0308", "jane", "pub/jane", "in/a/b", "in/a?b", "in/"})
  void isAlwaysCanonical(String path) {
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> new PersonKey(path));
  }

  @Test
  void isTheSameHoweverOftenItIsWrittenAndRead() {
    long seed = 4711;
    var random = new Random(seed);
    var letters = "abcXYZ019-_.~'&+éËßİıǆΣς王ก́👩‍💻🌟एक्".codePoints().toArray();
    for (int round = 0; round < 5_000; round++) {
      var slug = new StringBuilder();
      for (int length = 1 + random.nextInt(20); length > 0; length--) {
        slug.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      var key = PersonKey.of("in/" + slug);
      var about = "seed %d, round %d, slug %s".formatted(seed, round, slug);
      assertThat(PersonKey.of(key.path())).as(about).isEqualTo(key);
      assertThat(PersonKey.of(key.url())).as(about).isEqualTo(key);
      assertThat(new PersonKey(key.path())).as(about).isEqualTo(key);
      assertThat(key.url()).as(about).matches("[ -~]+");
    }
  }

  @Test
  void namesNobodyInALog() {
    assertThat(PersonKey.of("in/jane-doe").toString()).doesNotContain("jane");
  }

  @Test
  void sortsByPath() {
    assertThat(PersonKey.of("in/a")).isLessThan(PersonKey.of("in/b"));
  }
}
