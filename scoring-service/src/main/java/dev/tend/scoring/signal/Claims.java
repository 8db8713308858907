package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the note and the answer say about the past of both, held against both histories and those in
 * between.
 *
 * <p>Rules: "a friend you have never met"; "ask to be reminded how you are connected" (the
 * product's design). A claim that holds counts for the inviter, one that nothing supports counts
 * against.
 */
record Claims(Weights weights) {
  private static final int FEWEST_WORDS = 6;
  private static final int FEWEST_WORDS_WITHOUT_OCCASION = 9;
  private static final int LONGEST_QUOTE = 120;

  /**
   * Words by which an answer gives a reason, beyond the claims that can be held against a history.
   */
  private static final Phrases<Boolean> REASONS =
      Phrases.all(
          true,
          List.of(
              "because",
              "your talk",
              "your article",
              "your post",
              "your book",
              "your workshop",
              "your webinar",
              "your session",
              "your presentation",
              "your panel",
              "interested in your",
              "we both",
              "hiring",
              "looking for a",
              "looking for an",
              "on behalf of",
              "conference",
              "event",
              "association",
              "chapter",
              "committee",
              "board",
              "project",
              "parce que",
              "votre conference",
              "votre article",
              "votre livre",
              "votre atelier",
              "colloque",
              "evenement",
              "projet",
              "weil",
              "ihr vortrag",
              "ihren vortrag",
              "ihr artikel",
              "ihren artikel",
              "konferenz",
              "veranstaltung",
              "projekt",
              "porque",
              "su charla",
              "tu charla",
              "su articulo",
              "tu articulo",
              "congreso",
              "conferencia",
              "evento",
              "proyecto",
              "sua palestra",
              "seu artigo",
              "congresso",
              "projeto"));

  /** The reasons that the claims of the note and of the answer give. */
  Stream<Signal> apply(Facts facts, Text note) {
    var ofNote = verified(note, facts);
    var reply = facts.reply();
    if (ofNote.isEmpty() && reply == null) {
      return Stream.empty();
    }
    var signals = new ArrayList<Signal>(3);
    Verification.first(ofNote, Verification.Confirmed.class)
        .ifPresent(confirmed -> signals.add(confirmed(confirmed)));

    List<Verification> all = ofNote;
    if (reply != null) {
      var answer = Text.of(reply.text());
      var ofReply = verified(answer, facts);
      explained(answer, ofReply).ifPresent(signals::add);
      all = new ArrayList<>(ofReply);
      all.addAll(ofNote);
    }
    unsupported(all).ifPresent(signals::add);
    return signals.stream();
  }

  private static List<Verification> verified(Text text, Facts facts) {
    return Claim.in(text).stream().map(claim -> Verification.of(claim, facts)).toList();
  }

  private Signal confirmed(Verification.Confirmed confirmed) {
    var worth = confirmed.byPerson() ? Worth.CLAIM_CONFIRMED_BY_PERSON : Worth.CLAIM_CONFIRMED;
    return Signal.of(SignalName.CLAIM_CONFIRMED, weights.of(worth), confirmed.sentence());
  }

  private Optional<Signal> unsupported(List<Verification> all) {
    var contradicted =
        Verification.first(all, Verification.Contradicted.class)
            .map(
                claim ->
                    Signal.of(
                        SignalName.CLAIM_UNSUPPORTED,
                        weights.of(Worth.CLAIM_CONTRADICTED),
                        claim.sentence()));
    return contradicted.or(
        () ->
            Verification.first(all, Verification.Unsupported.class)
                .map(
                    claim ->
                        Signal.of(
                            SignalName.CLAIM_UNSUPPORTED,
                            weights.of(Worth.CLAIM_UNSUPPORTED),
                            claim.sentence())));
  }

  private Optional<Signal> explained(Text answer, List<Verification> claims) {
    var confirmed = Verification.first(claims, Verification.Confirmed.class);
    if (confirmed.isPresent()) {
      return Optional.of(
          Signal.of(
              SignalName.REPLY_EXPLAINS,
              weights.of(Worth.REPLY_CONFIRMED),
              "Their answer holds: " + lowerFirst(confirmed.get().sentence())));
    }
    boolean refuted =
        Verification.first(claims, Verification.Contradicted.class).isPresent()
            || Verification.first(claims, Verification.Unsupported.class).isPresent();
    if (refuted || answer.words().size() < FEWEST_WORDS || Pitch.in(answer) != Pitch.NONE) {
      return Optional.empty();
    }
    boolean occasion =
        claims.stream()
            .anyMatch(
                claim ->
                    claim instanceof Verification.Open(Claim.Kind kind)
                        && kind != Claim.Kind.FRIEND);
    if (occasion) {
      return Optional.of(
          Signal.of(
              SignalName.REPLY_EXPLAINS,
              weights.of(Worth.REPLY_SPECIFIC),
              "They answered: “" + quoted(answer.raw()) + "”"));
    }
    if (answer.words().size() >= FEWEST_WORDS_WITHOUT_OCCASION && REASONS.occurIn(answer.words())) {
      return Optional.of(
          Signal.of(
              SignalName.REPLY_EXPLAINS,
              weights.of(Worth.REPLY_REASON),
              "They answered: “" + quoted(answer.raw()) + "”"));
    }
    return Optional.empty();
  }

  private static String lowerFirst(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** The beginning of an answer on one line, cut between words. */
  private static String quoted(String answer) {
    var line = answer.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_QUOTE) {
      return line;
    }
    int cut = line.lastIndexOf(' ', LONGEST_QUOTE);
    return line.substring(0, cut < LONGEST_QUOTE / 2 ? LONGEST_QUOTE : cut) + " …";
  }
}
