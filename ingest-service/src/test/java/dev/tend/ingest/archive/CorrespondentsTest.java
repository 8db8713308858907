package dev.tend.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Correspondence;
import dev.tend.events.PersonKey;
import dev.tend.ingest.archive.Correspondents.Correspondent;
import dev.tend.testing.linkedin.AnArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrespondentsTest {
  private static final String MINE = "https://www.linkedin.com/in/nora-berg";
  private static final String JANE = "https://www.linkedin.com/in/jane-doe";
  private static final String LOU = "https://www.linkedin.com/in/lou-kim";

  private final Map<Skip, Integer> skipped = new EnumMap<>(Skip.class);

  @Test
  void messagesOfTwoPeopleAreCountedWithTheirFirstAndLastDay() throws IOException {
    var people =
        read(
            AnArchive.MESSAGES
                + message(
                    "c1", JANE, MINE, "2025-03-11 23:30:00 UTC", "\"Two\nlines, and <b>more</b>\"")
                + message("c1", MINE, JANE, "2024-01-02 08:00:00 UTC", "Hello")
                + message("c2", JANE, MINE, "2023-05-06 08:00:00 UTC", "Earlier"));

    assertThat(people)
        .containsOnlyKeys(PersonKey.of(JANE))
        .containsValue(
            new Correspondent(
                "Somebody",
                new Correspondence(
                    LocalDate.parse("2023-05-06"), LocalDate.parse("2025-03-12"), 1, 2)));
    assertThat(skipped).isEmpty();
  }

  @Test
  void olderExportsTellTheOtherPersonByTheRestOfTheConversation() throws IOException {
    var header =
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n";
    var people =
        read(
            header
                + "c1,,Me,%s,Jane,2024-01-02 08:00:00 UTC,,Hi,INBOX\n".formatted(MINE)
                + "c1,,Jane,%s,Me,2024-01-03 08:00:00 UTC,,Hi,INBOX\n".formatted(JANE)
                + "c2,,Me,%s,Unknown,2024-01-03 08:00:00 UTC,,Hi,INBOX\n".formatted(MINE));

    assertThat(people.get(PersonKey.of(JANE)))
        .isEqualTo(
            new Correspondent(
                "Jane",
                new Correspondence(
                    LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-03"), 1, 1)));
    assertThat(skipped).containsExactly(Map.entry(Skip.NOBODY_STATED, 1));
  }

  @Test
  void groupsDraftsPagesAndStrangersMakeNobodyACorrespondent() throws IOException {
    var people =
        read(
            AnArchive.MESSAGES
                + message("g", JANE, MINE + "," + LOU, "2024-01-02 08:00:00 UTC", "All")
                + message("g", MINE, JANE + "," + LOU, "2024-01-02 08:00:00 UTC", "All")
                + message("d", MINE, JANE, "2024-01-02 08:00:00 UTC", "Draft")
                    .replace(",No,", ",Yes,")
                + message("p", "", MINE, "2024-01-02 08:00:00 UTC", "Sponsored")
                + message("x", JANE, LOU, "2024-01-02 08:00:00 UTC", "Not mine"));

    assertThat(people).isEmpty();
    assertThat(skipped)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Skip.SEVERAL_PEOPLE, 2,
                Skip.DRAFT, 1,
                Skip.NOBODY_STATED, 1,
                Skip.NOT_THE_MEMBERS, 1));
  }

  @Test
  void theOwnerIsWhoTakesPartInMostMessages() throws IOException {
    var owner = new Owner();
    try (var sheet =
        sheet(
            AnArchive.MESSAGES
                + message("c1", JANE, MINE, "2025-03-11 23:30:00 UTC", "")
                + message("c2", MINE, LOU, "2025-03-11 23:30:00 UTC", ""))) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        owner.lookAtMessage(row);
      }
    }

    assertThat(owner.profile()).contains(PersonKey.of(MINE));
  }

  private Map<PersonKey, Correspondent> read(String csv) throws IOException {
    var correspondents = new Correspondents(PersonKey.of(MINE), ZoneId.of("Europe/Berlin"));
    try (var sheet = sheet(csv)) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        correspondents.add(row).ifPresent(why -> skipped.merge(why, 1, Integer::sum));
      }
    }
    return correspondents.end((why, rows) -> skipped.merge(why, rows, Integer::sum));
  }

  private static Sheet sheet(String csv) throws IOException {
    return Sheet.open(new ByteArrayInputStream(csv.getBytes(UTF_8)));
  }

  private static String message(
      String conversation, String from, String to, String date, String content) {
    return "%s,,Somebody,%s,Somebody else,\"%s\",%s,,%s,INBOX,,No,No\n"
        .formatted(conversation, from, to, date, content);
  }
}
