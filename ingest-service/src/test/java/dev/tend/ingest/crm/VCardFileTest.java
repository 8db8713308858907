package dev.tend.ingest.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VCardFileTest {

  @Test
  void readsVersionFour() {
    var entry =
        one(
            """
            BEGIN:VCARD
            VERSION:4.0
            FN:Dana Ito
            N:Ito;Dana;;;
            ORG:Contoso;Finance
            TITLE:Head of Data
            EMAIL;TYPE=work:dana@contoso.example
            ADR;TYPE=work:;;1 Road;Toronto;ON;M1M;CA
            URL:https://contoso.example
            URL:https://www.linkedin.com/in/dana-ito
            CATEGORIES:Client,VIP
            END:VCARD
            """);

    assertThat(entry.person().path()).isEqualTo("in/dana-ito");
    assertThat(entry.fullName()).isEqualTo("Dana Ito");
    assertThat(entry.line(Field.COMPANY)).isEqualTo("Contoso");
    assertThat(entry.line(Field.TITLE)).isEqualTo("Head of Data");
    assertThat(entry.line(Field.EMAIL)).isEqualTo("dana@contoso.example");
    assertThat(entry.line(Field.LOCATION)).isEqualTo("Toronto");
    assertThat(entry.line(Field.COUNTRY)).isEqualTo("CA");
    assertThat(entry.line(Field.KIND)).isEqualTo("Client");
  }

  @Test
  void readsVersionThreeWithFoldedLinesAndOddCharacters() {
    var entry =
        one(
            """
            BEGIN:VCARD
            VERSION:3.0
            FN:Zoë Öst\\, Ph.D.
            N:Öst;Zoë;;;Ph.D.
            ORG:Bäck\\; Söhne
            item1.URL:https://ca.linkedin.com/in/zo
             e-ost
            END:VCARD
            """);

    assertThat(entry.person().path()).isEqualTo("in/zoe-ost");
    assertThat(entry.fullName()).isEqualTo("Zoë Öst");
    assertThat(entry.line(Field.COMPANY)).isEqualTo("Bäck; Söhne");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-SOCIALPROFILE;TYPE=linkedin:http://www.linkedin.com/in/dana-ito",
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/dana-ito",
        "item2.X-LINKEDIN:https://linkedin.com/in/Dana-Ito/",
        "IMPP;TYPE=linkedin:https://www.linkedin.com/in/dana-ito"
      })
  void findsTheProfileWhereAddressBooksPutIt(String line) {
    var entry = one("BEGIN:VCARD\nVERSION:3.0\nFN:Dana Ito\n" + line + "\nEND:VCARD\n");

    assertThat(entry.person().path()).isEqualTo("in/dana-ito");
  }

  @Test
  void readsManyCards() {
    var card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dana\r\nEND:VCARD\r\n";

    assertThat(VCardFile.read(card.repeat(3).getBytes(UTF_8), 3))
        .extracting(Entry::number)
        .containsExactly(1, 2, 3);
    assertThatThrownBy(() -> VCardFile.read(card.repeat(4).getBytes(UTF_8), 3))
        .hasMessageContaining("more than 3 cards");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "Name,Company\nA,B", "\u0000\u0001\u0002"})
  void whatIsNoCardIsRefused(String text) {
    assertThatThrownBy(() -> VCardFile.read(text.getBytes(UTF_8), 10))
        .hasMessageContaining("holds no vCard");
  }

  @Test
  void aCardThatBreaksOffIsReadAsFarAsItGoes() {
    assertThat(read("BEGIN:VCARD\nVERSION:4.0\nFN:Dana Ito\nORG:Con"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.fullName()).isEqualTo("Dana Ito"));
  }

  private static Entry one(String text) {
    return read(text).getFirst();
  }

  private static List<Entry> read(String text) {
    return VCardFile.read(text.getBytes(UTF_8), 10);
  }
}
