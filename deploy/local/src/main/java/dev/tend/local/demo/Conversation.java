package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Verdict;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody is asked how they are connected, answers by mail, and is judged again. */
record Conversation(
    SampleFirm firm, Decisions decisions, Door ingest, Console console, InstantSource clock) {
  private static final String MAIL = "message/rfc822";
  private static final Duration UNTIL_MAIL = Duration.ofSeconds(40);
  private static final Duration UNTIL_JUDGED_AGAIN = Duration.ofSeconds(20);

  /** Plays those who answer the question; false when an answer did not change what it should. */
  boolean tell() throws StoryBrokenException, InterruptedException {
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
            .orElseThrow(() -> Decisions.noMail("question", address, UNTIL_MAIL));
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

  private static String word(Judged judged) {
    return judged.verdict().map(Verdict::word).orElse("undecided");
  }
}
