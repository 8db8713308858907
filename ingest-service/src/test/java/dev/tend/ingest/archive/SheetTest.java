package dev.tend.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
  void anOpenQuoteDoesNotSwallowTheMemory() {
    var endless = "Name\n\"" + "a,b\n".repeat(1 << 20);

    assertThatThrownBy(() -> rows(endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("row is longer");
  }

  private static List<String> rows(String csv) throws IOException {
    var names = new ArrayList<String>();
    try (var sheet = sheet(csv)) {
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
