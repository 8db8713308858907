package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the note and the answer say about the past of both, held against both histories and those in
 * between.
 *
 * <p>Rules: "a friend you have never met"; "ask to be reminded how you are connected" (the
 * product's design). A claim that holds counts for the inviter, one that nothing supports counts
 * against.
 */
record Claims(Weights weights) {
  private static final List<Claim.Kind> IMPLIED =
      List.of(Claim.Kind.SENT_BY, Claim.Kind.WORKED_TOGETHER, Claim.Kind.STUDIED_TOGETHER);

  private static final int FEWEST_WORDS = 5;
  private static final int FEWEST_WORDS_WITHOUT_OCCASION = 9;
  private static final int LONGEST_QUOTE = 120;

  private static final Phrases<Boolean> REASONS = PhraseFile.under("reasons.txt", "reason");
  private static final Phrases<Boolean> EMPTY = PhraseFile.under("reasons.txt", "empty");

  /** Behind these a person may stand who brought the two together, without any verb. */
  private static final Set<String> THROUGH =
      Set.of("through", "via", "thru", "par", "uber", "durch", "por", "atraves", "from");

  /** The reasons that the claims of the note and of the answer give. */
  List<Signal> apply(Facts facts, Text note) {
    var ofNote = verified(note, facts);
    var reply = facts.reply();
    if (ofNote.isEmpty() && reply == null) {
      return List.of();
    }
    var signals = new ArrayList<Signal>(3);
    Verification.first(ofNote, Verification.Confirmed.class)
        .ifPresent(confirmed -> signals.add(confirmed(confirmed)));

    List<Verification> all = ofNote;
    if (reply != null) {
      var answer = Text.of(reply.text());
      var ofReply = verified(answer, facts);
      if (ofReply.isEmpty()) {
        ofReply = implied(answer, facts);
      }
      explained(answer, ofReply, facts).ifPresent(signals::add);
      all = new ArrayList<>(ofReply);
      all.addAll(ofNote);
    }
    unsupported(all).ifPresent(signals::add);
    return signals;
  }

  private static List<Verification> verified(Text text, Facts facts) {
    return Claim.in(text, facts.inviter().name(), facts.member().name()).stream()
        .map(claim -> Verification.of(claim, facts))
        .toList();
  }

  /**
   * "Deloitte, audit team, 2012" and "through Robert Diaz" answer the question, though they say
   * nothing: taken only where the histories or a person bear them out.
   */
  private static List<Verification> implied(Text answer, Facts facts) {
    return IMPLIED.stream()
        .map(kind -> Verification.of(Claim.whole(kind, answer), facts))
        .filter(Verification.Confirmed.class::isInstance)
        .limit(1)
        .toList();
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

  private Optional<Signal> explained(Text answer, List<Verification> claims, Facts facts) {
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
    if (refuted
        || answer.words().size() < FEWEST_WORDS
        || EMPTY.occurIn(answer.words())
        || Pitch.in(answer, facts.inviter(), facts.member()) != Pitch.NONE) {
      return Optional.empty();
    }
    boolean occasion =
        claims.stream()
                .anyMatch(
                    claim ->
                        claim instanceof Verification.Open(Claim.Kind kind)
                            && kind != Claim.Kind.FRIEND)
            || Occasion.isToldIn(answer)
            || namesAPersonInBetween(answer);
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

  private static boolean namesAPersonInBetween(Text answer) {
    for (int i = 1; i < answer.words().size(); i++) {
      if (THROUGH.contains(answer.words().get(i - 1).folded())
          && answer.isCapital(i)
          && i + 1 < answer.words().size()
          && answer.isCapital(i + 1)
          && answer.isJoined(i + 1)
          && !answer.isShouted()) {
        return true;
      }
    }
    return false;
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
