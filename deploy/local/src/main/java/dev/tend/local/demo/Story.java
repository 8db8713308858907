package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingInt;

import dev.tend.events.DigestWishes;
import dev.tend.events.Member;
import dev.tend.events.Verdict;
import dev.tend.local.RunningStack;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The beats of the story, in the order in which they are told. */
final class Story {
  /** Whose digest is shown: not too long, and some of everything. */
  private static final String READER = "david.okafor";

  /** Whose invitations the commands at the end ask for: the one with the most. */
  private static final String EXAMPLE = "amy.chen";

  private static final String MAIL = "message/rfc822";
  private static final Duration UNTIL_JUDGED = Duration.ofSeconds(60);
  private static final Duration UNTIL_MAIL = Duration.ofSeconds(40);
  private static final Duration UNTIL_JUDGED_AGAIN = Duration.ofSeconds(20);

  /** So often in a row the ledger must say the same: late facts may still change a verdict. */
  private static final int CALM = 4;

  private static final Comparator<Judged> WARMEST_FIRST =
      comparingInt((Judged judged) -> judged.verdict().map(Verdict::ordinal).orElse(-1))
          .reversed()
          .thenComparing(comparingInt(Judged::relevance).reversed())
          .thenComparingInt(Judged::risk)
          .thenComparing(Judged::inviterName);

  private final RunningStack stack;
  private final SampleFirm firm;
  private final Console console;
  private final Door ingest;
  private final Decisions decisions;
  private final InstantSource clock;

  Story(
      RunningStack stack,
      SampleFirm firm,
      Console console,
      Door ingest,
      Door notify,
      InstantSource clock) {
    this.stack = stack;
    this.firm = firm;
    this.console = console;
    this.ingest = ingest;
    this.decisions = new Decisions(notify, new Mailbox(stack.imapPort()));
    this.clock = clock;
  }

  void tell(StoryDay day) throws StoryBrokenException, InterruptedException {
    var begun = clock.instant();
    console.heading(
        SampleFirm.NAME
            + ": twelve consultants, and the invitations they got. All of it is invented.");
    if (!day.first()) {
      console.sentence(
          "",
          "This data folder knows them since %s. The same invitations come again, and none counts twice."
              .formatted(day.day()));
    }
    console.heading("In through the front door");
    new Feeding(ingest, console).feed(firm);
    untilJudged();
    boolean answered = answer();
    var judged = table();
    console.heading("All in all");
    var ledger = decisions.ledger();
    console.sentence("", counts(ledger));
    console.sentence("", "The ledger: " + ledger.sentence() + ".");
    surprises(judged, answered);
    digest();
    whereToLook();
    console.line("");
    console.line(
        "Told in %d seconds."
            .formatted(Duration.between(begun, clock.instant()).plusMillis(500).toSeconds()));
  }

  private void untilJudged() throws StoryBrokenException, InterruptedException {
    var calm = new ArrayList<Ledger>();
    var settled =
        new Patience(UNTIL_JUDGED)
            .until(
                () -> {
                  var seen = decisions.ledger();
                  console.underWay(
                      "judged", seen.decided() + " of " + Math.max(seen.received(), expected()));
                  if (!calm.isEmpty() && !seen.equals(calm.getLast())) {
                    calm.clear();
                  }
                  calm.add(seen);
                  return Optional.of(seen)
                      .filter(ledger -> ledger.settled(expected()) && calm.size() >= CALM);
                })
            .orElseThrow(
                () ->
                    new StoryBrokenException(
                        "After %d seconds not every invitation is judged. The ledger of notify-service: %s."
                            .formatted(UNTIL_JUDGED.toSeconds(), calm.getLast().sentence())));
    console.done("judged", Words.count(settled.decided(), "decision", "decisions"));
  }

  private int expected() {
    return firm.meant().size();
  }

  /** Plays those who answer the question; false when an answer did not change what it should. */
  private boolean answer() throws StoryBrokenException, InterruptedException {
    boolean all = true;
    for (var words : firm.answers()) {
      var wish =
          firm.meant().stream()
              .filter(meant -> meant.inviter().path().equals("in/" + words.name()))
              .findFirst()
              .orElseThrow();
      var before =
          decisions.of(wish.member()).stream().filter(wish::isAbout).findFirst().orElseThrow();
      all &= answer(wish, before, new String(words.bytes(), UTF_8));
    }
    return all;
  }

  private boolean answer(Meant wish, Judged before, String words)
      throws StoryBrokenException, InterruptedException {
    console.heading("A question, and its answer");
    var wanted = Optional.ofNullable(wish.afterAnswer());
    if (before.verdict().equals(wanted) && before.revisions() > 0) {
      console.line("  " + before.inviterName() + " was asked and has answered already.");
      return true;
    }
    var address = firm.addressOf(wish.inviter());
    console.underWay("asked", "the mail to " + address + " is on its way");
    var question =
        decisions
            .letter(
                "question",
                wish.member(),
                mail -> mail.invitation().equals(before.invitation()),
                UNTIL_MAIL)
            .orElseThrow(() -> noMail("question", address));
    console.done("asked", before.inviterName() + " <" + address + ">: " + question.subject());
    reply(before, address, words, question);
    console.line("");
    words.lines().forEach(line -> console.line(line.isEmpty() ? "" : "      " + line));
    console.line("");
    var after =
        new Patience(UNTIL_JUDGED_AGAIN)
            .until(
                () ->
                    Optional.of(decisions.one(before))
                        .filter(now -> !now.verdict().equals(before.verdict())));
    after.ifPresentOrElse(
        now ->
            console.done(
                "judged again",
                "%s, was %s (relevance %d, was %d): %s"
                    .formatted(
                        word(now),
                        word(before),
                        now.relevance(),
                        before.relevance(),
                        now.mainReason())),
        () -> console.done("judged again", "the answer changed nothing: still " + word(before)));
    return after.isPresent();
  }

  private static StoryBrokenException noMail(String kind, String address) {
    return new StoryBrokenException(
        "No %s came to the mailbox of %s within %d seconds; GET /api/mail of notify-service tells what became of it."
            .formatted(kind, address, UNTIL_MAIL.toSeconds()));
  }

  private void reply(Judged judged, String address, String words, Letter question)
      throws StoryBrokenException, InterruptedException {
    try {
      var mail =
          AnswerMail.to(
              question,
              judged.inviterName(),
              address,
              words,
              "<answer-" + judged.invitation() + "@mail.example>",
              clock.instant());
      var _ = ingest.post("/mail", MAIL, mail).agreed();
    } catch (MessagingException | IOException broken) {
      throw new StoryBrokenException("No answer can be written to " + question.replyTo(), broken);
    }
  }

  private List<Judged> table() throws StoryBrokenException, InterruptedException {
    console.heading("What was decided");
    console.line(Table.head());
    var all = new ArrayList<Judged>();
    for (var member : firm.people()) {
      var theirs = decisions.of(member.id()).stream().sorted(WARMEST_FIRST).toList();
      console.line("");
      console.line("  " + describe(member));
      theirs.forEach(judged -> console.line(Table.line(judged)));
      all.addAll(theirs);
    }
    return all;
  }

  private static String describe(Member member) {
    var policy = member.policy();
    var stage =
        switch (policy.stage()) {
          case BUILDING -> "building";
          case GROWING -> "growing";
          case SELECTIVE -> "selective";
        };
    var unsure =
        switch (policy.unsure()) {
          case ASK -> "asks when unsure";
          case IGNORE -> "ignores when unsure";
        };
    return "to %s (%s, %s)".formatted(member.name(), stage, unsure);
  }

  private static String counts(Ledger ledger) {
    return "%s: %d to accept, %d to ask, %d to ignore."
        .formatted(
            Words.count(ledger.decided(), "invitation", "invitations"),
            ledger.accept(),
            ledger.ask(),
            ledger.ignore());
  }

  private void surprises(List<Judged> judged, boolean answered) {
    var surprises = Surprises.among(firm.meant(), judged, answered);
    if (surprises.isEmpty()) {
      console.sentence("", "Every verdict is the one that the author of the firm meant.");
      return;
    }
    console.sentence(
        "",
        "The author of the firm meant otherwise in "
            + Words.count(surprises.size(), "case", "cases")
            + ":");
    surprises.forEach(surprise -> console.sentence("-", surprise));
  }

  private void digest() throws StoryBrokenException, InterruptedException {
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
            .orElseThrow(() -> noMail("digest", reader.email()));
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
    letter.text().lines().map(Story::onPage).forEach(console::line);
  }

  /** Links are long; those who want to follow one find it in the mailbox. */
  private static String onPage(String line) {
    return line.isEmpty() ? "" : "  " + TextWidth.fitting(Table.WIDTH - 2, line);
  }

  private void whereToLook() {
    console.heading("Where to look");
    """
    mailboxes   IMAP on localhost:%d; the address is the name and the password, such as %s@firm.example
    as files    %s
    all data    %s
    the token   %s

    TOKEN="Authorization: Bearer $(cat %s)"
    curl -s -H "$TOKEN" %s/api/ledger
    curl -s -H "$TOKEN" "%s/api/members/%s/invitations?verdict=ask"
    curl -s -H "$TOKEN" "%s/api/mail?kind=question"
    curl -s -H "$TOKEN" -H "Content-Type: application/json" %s/invitations -d '
      {"member": "%s", "note": "We were at RBC together.",
       "inviter": {"profile": "https://www.linkedin.com/in/your-name", "name": "Your Name",
                   "positions": [{"company": "RBC", "title": "Analyst", "from": "2015", "to": "2017"}]}}'
    """
        .formatted(
            stack.imapPort(),
            READER,
            stack.mails(),
            stack.data(),
            stack.tokenFile(),
            stack.tokenFile(),
            stack.notifyUrl(),
            stack.notifyUrl(),
            EXAMPLE,
            stack.notifyUrl(),
            stack.ingestUrl(),
            EXAMPLE)
        .lines()
        .forEach(line -> console.line(line.isEmpty() ? "" : "  " + line));
  }

  private static String word(Judged judged) {
    return judged.verdict().map(Verdict::word).orElse("undecided");
  }
}
