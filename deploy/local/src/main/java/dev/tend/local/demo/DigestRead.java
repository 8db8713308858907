package dev.tend.local.demo;

import dev.tend.events.DigestWishes;
import java.time.Duration;
import java.util.Optional;

/** Everybody who wants digests gets one now, and one of them is read aloud. */
record DigestRead(SampleFirm firm, Decisions decisions, Console console) {
  /** Whose digest is read: not too long, and some of everything. */
  static final String READER = "david.okafor";

  private static final Duration UNTIL_MAIL = Duration.ofSeconds(40);

  void tell() throws StoryBrokenException, InterruptedException {
    var reader =
        firm.people().stream().filter(one -> one.id().equals(READER)).findFirst().orElseThrow();
    var made = Optional.<String>empty();
    int sent = 0;
    for (var member : firm.people()) {
      if (member.digest().every() != DigestWishes.Every.OFF) {
        var mail = decisions.sendDigest(member.id());
        sent += mail.isPresent() ? 1 : 0;
        made = member.equals(reader) ? mail : made;
      }
    }
    var wanted = made;
    var letter =
        decisions
            .letter(
                "digest",
                READER,
                mail -> wanted.isEmpty() || wanted.get().equals(mail.id()),
                UNTIL_MAIL)
            .orElseThrow(() -> Decisions.noMail("digest", reader.email(), UNTIL_MAIL));
    console.heading("The digest, as " + reader.name() + " reads it");
    console.sentence(
        "",
        sent == 0
            ? "There was nothing that had not been told before, so this is the latest one."
            : Words.count(sent, "digest has", "digests have") + " gone out; this is one of them.");
    console.line("");
    console.line("  From:    " + letter.from());
    console.line("  To:      " + reader.email());
    console.line("  Subject: " + letter.subject());
    console.line("");
    letter.text().lines().map(DigestRead::onPage).forEach(console::line);
  }

  /** Links are long; those who want to follow one find it in the mailbox. */
  private static String onPage(String line) {
    return line.isEmpty() ? "" : "  " + TextWidth.fitting(Table.WIDTH - 2, line);
  }
}
