package dev.tend.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstNameTest {
  @ParameterizedTest
  @CsvSource({
    "Amy Chen, Amy",
    "Dr. Amy Chen, Amy",
    "Prof Dr Jean-Luc Picard, Jean-Luc",
    "Plato, Plato",
    "Dr., Dr.",
    "'  Zoë   Brontë ', Zoë"
  })
  void peopleAreGreetedByTheFirstWordThatIsNoTitle(String name, String firstName) {
    assertThat(FirstName.of(name)).isEqualTo(firstName);
  }
}
