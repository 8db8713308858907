package dev.tend.local.demo;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Member;
import dev.tend.events.Verdict;
import dev.tend.local.RunningStack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The beats of the story, in the order in which they are told. */
final class Story {
  private static final Duration UNTIL_JUDGED = Duration.ofSeconds(60);

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
    boolean answered = new Conversation(firm, decisions, ingest, console, clock).tell();
    var judged = table();
    console.heading("All in all");
    var ledger = decisions.ledger();
    console.sentence("", counts(ledger));
    console.sentence("", "The ledger: " + ledger.sentence() + ".");
    surprises(judged, answered);
    new DigestRead(firm, decisions, console).tell();
    new Signpost(stack, console).show();
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
          case null -> "as the firm does";
          case BUILDING -> "building";
          case GROWING -> "growing";
          case SELECTIVE -> "selective";
        };
    var unsure =
        switch (policy.unsure()) {
          case null -> "as the firm does when unsure";
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
}
