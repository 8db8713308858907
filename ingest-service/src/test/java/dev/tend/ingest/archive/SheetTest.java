package dev.tend.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.testing.linkedin.AnArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {

  @Test
  void aFileIsKnownByItsHeaderWhateverStandsBeforeIt() throws IOException {
    assertThat(
            sheet("\uFEFFNotes:\r\n\"One, quoted\nsentence.\"\r\n\r\n" + AnArchive.CONNECTIONS)
                .kind())
        .contains(Kind.CONNECTIONS);
    assertThat(sheet("NAME\nLaw").kind()).contains(Kind.SKILLS);
    assertThat(sheet("Name,Position\nChoir,Tenor").kind()).isEmpty();
    assertThat(sheet("").kind()).isEmpty();
    assertThat(sheet("\"never closed").kind()).isEmpty();
    assertThat(sheet("x".repeat(3 << 20)).kind()).isEmpty();
  }

  @Test
  void rowsAreReadUpToAnEndWithoutALineEnd() throws IOException {
    assertThat(rows("Name\nLaw\n\n  \nTrade &amp; Tax\n\"Q\"\"A\""))
        .containsExactly("Law", "Trade & Tax", "Q\"A");
  }

  @Test
  void columnsMayBeApartBySemicolonsOrTabs() throws IOException {
    assertThat(rows("Name;Proficiency\nFrench;Native, or nearly\n")).containsExactly("French");
    assertThat(rows("Name\tProficiency\nFrench\tNative\n")).containsExactly("French");
    assertThat(rows("sep=;\nName;Proficiency\nFrench;Native\n")).containsExactly("French");
  }

  @Test
  void whatIsNoUtf8IsReadAsWindows1252() throws IOException {
    var western = Charset.forName("windows-1252");

    assertThat(rows("Name\nZoë – “Law”\nÉté\n".getBytes(western)))
        .containsExactly("Zoë – “Law”", "Été");
    assertThat(rows("Name\nZoë 🌱\n".repeat(20_000).getBytes(UTF_8)))
        .as("across every boundary of a buffer")
        .containsOnly("Zoë 🌱", "Name");
    assertThat(rows("\uFEFFName\nZoë\n".getBytes(StandardCharsets.UTF_16LE)))
        .containsExactly("Zoë");
    assertThat(rows("\uFEFFName\nZoë\n".getBytes(UTF_8))).containsExactly("Zoë");
  }

  @Test
  void oneStrayByteSpoilsNothingElse() throws IOException {
    var mixed = "Name\nZoë\nAndr#\n".getBytes(UTF_8);
    mixed[mixed.length - 2] = (byte) 0xE9;

    assertThat(rows(mixed)).containsExactly("Zoë", "André");
  }

  @Test
  void aFileThatBreaksOffIsNoticed() throws IOException {
    assertThat(isCut("Name,Proficiency\nFrench,Native")).isFalse();
    assertThat(isCut("Name,Proficiency\nFrench,Native\nEng")).isTrue();
    assertThat(isCut("Name,Proficiency\nFrench,Native\nEnglish,\"Full")).isTrue();
  }

  @Test
  void anOpenQuoteDoesNotSwallowTheMemory() {
    var endless = "Name\n\"" + "a,b\n".repeat(1 << 20);

    assertThatThrownBy(() -> rows(endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row is longer");
  }

  private static boolean isCut(String csv) throws IOException {
    try (var sheet = sheet(csv)) {
      while (sheet.next() != null) {
        // only its end matters
      }
      return sheet.isCut();
    }
  }

  private static List<String> rows(String csv) throws IOException {
    return rows(csv.getBytes(UTF_8));
  }

  private static List<String> rows(byte[] csv) throws IOException {
    var names = new ArrayList<String>();
    try (var sheet = Sheet.open(new ByteArrayInputStream(csv))) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        names.add(row.line("Name"));
      }
    }
    return names;
  }

  private static Sheet sheet(String csv) throws IOException {
    return Sheet.open(new ByteArrayInputStream(csv.getBytes(UTF_8)));
  }
}
