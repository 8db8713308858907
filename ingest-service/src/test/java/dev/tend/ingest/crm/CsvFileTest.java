package dev.tend.ingest.crm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {
  private static final Columns ANY = new Columns(Map.of());

  @ParameterizedTest
  @CsvSource({
    "LinkedIn URL, PROFILE",
    "linkedin_url, PROFILE",
    "First Name, FIRST",
    "Vorname, FIRST",
    "Prénom, FIRST",
    "Nachname, LAST",
    "E-Mail-Adresse, EMAIL",
    "Courriel, EMAIL",
    "Correo electrónico, EMAIL",
    "Funktion, TITLE",
    "Société, COMPANY",
    "Ragione sociale, COMPANY",
    "Account Name, COMPANY",
    "Ville, LOCATION",
    "País, COUNTRY",
    "Contact owner, OWNER",
    "Zuständig, OWNER",
    "Lifecycle Stage, KIND",
    "会社名, COMPANY"
  })
  void aHeaderIsKnownInManyLanguages(String header, Field field) {
    assertThat(ANY.in(List.of("Id", header))).containsExactly(Map.entry(field, 1));
  }

  @Test
  void theFirstOfTwoColumnsThatMeanTheSameCounts() {
    assertThat(ANY.in(List.of("Email", "Work Email"))).containsExactly(Map.entry(Field.EMAIL, 0));
  }

  @Test
  void whatTheCallerSaysOutweighsTheHeader() {
    var columns = Columns.of(List.of("profile:Web Address", "name:E-Mail"));

    assertThat(columns.in(List.of("E-Mail", "Web address", "LinkedIn")))
        .containsOnly(Map.entry(Field.NAME, 0), Map.entry(Field.PROFILE, 1));
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    var columns = Columns.of(List.of("profile:Web"));

    assertThatThrownBy(() -> columns.in(List.of("Name")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("profile");
    assertThatThrownBy(() -> Columns.of(List.of("shoe:Size")))
        .hasMessageContaining("the fields are profile, first");
    assertThatThrownBy(() -> Columns.of(List.of("profile"))).isInstanceOf(RefusedException.class);
  }

  @Test
  void readsWhatSpreadsheetsWrite() {
    var rows = "Vorname;Nachname;Firma\r\nZoë;Öst;\"Bäck; Söhne\"\r\n;;\r\n";
    var expected = Map.of(Field.FIRST, "Zoë", Field.LAST, "Öst", Field.COMPANY, "Bäck; Söhne");

    assertThat(read(rows.getBytes(UTF_8))).singleElement().isEqualTo(new Entry(1, expected));
    assertThat(read(("\uFEFF" + rows).getBytes(UTF_8)))
        .singleElement()
        .isEqualTo(new Entry(1, expected));
    assertThat(read(rows.getBytes(ISO_8859_1))).singleElement().isEqualTo(new Entry(1, expected));
    assertThat(read(("\uFEFF" + rows.replace(';', '\t')).getBytes(UTF_16LE)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.fullName()).isEqualTo("Zoë Öst"));
  }

  @Test
  void numbersRowsAsTheFileHasThem() {
    var entries = read("Name,Company\nA,X\n,\n\"B\nB\",Y\n".getBytes(UTF_8));

    assertThat(entries).extracting(Entry::number).containsExactly(1, 3);
    assertThat(entries.getLast().fullName()).isEqualTo("B B");
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(() -> read("PK\u0003\u0004,,\n1".getBytes(UTF_8)))
        .hasMessageContaining("no column that Tend knows");
    assertThatThrownBy(() -> CsvFile.read("Name\nA\nB\nC\n".getBytes(UTF_8), ANY, 2))
        .hasMessageContaining("more than 2 rows");
  }

  @Test
  void aShortRowIsReadAsFarAsItGoes() {
    assertThat(read("Company,Name\nContoso\n".getBytes(UTF_8)))
        .singleElement()
        .isEqualTo(new Entry(1, Map.of(Field.COMPANY, "Contoso")));
  }

  private static List<Entry> read(byte[] file) {
    return CsvFile.read(file, ANY, 1_000);
  }
}
