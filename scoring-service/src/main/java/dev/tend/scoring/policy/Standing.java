package dev.tend.scoring.policy;

import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.VerdictRule.Judgement;
import dev.tend.scoring.learning.Leaning;
import dev.tend.scoring.signal.Discretion;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Weights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for one member: the layers of the policy that concern them, and their own words. */
public final class Standing {
  private final Member member;
  private final Stage stage;
  private final Unsure unsure;
  private final Rulebook book;
  private final String label;
  private final Leaning leaning;

  private Standing(
      Member member, Stage stage, Unsure unsure, Rulebook book, String label, Leaning leaning) {
    this.member = member;
    this.stage = stage;
    this.unsure = unsure;
    this.book = book;
    this.label = label;
    this.leaning = leaning;
  }

  /** Where no layer says anything, the member's own words hold as they are. */
  static Standing of(Member member, Rulebook book) {
    var own = member.policy();
    var stage = own.stage() == null ? Setting.STAGE.byDefault() : own.stage();
    var unsure = own.unsure() == null ? Setting.UNSURE.byDefault() : own.unsure();
    return new Standing(member, stage, unsure, book, label(stage, unsure), Leaning.NONE);
  }

  /**
   * Where layers speak before the member.
   *
   * @param layers of the file
   * @param all the same, and the member's own
   */
  static Standing of(Member member, Layers layers, Layers all, Rulebook book) {
    var stage = all.value(Setting.STAGE);
    var unsure = all.value(Setting.UNSURE);
    var names = layers.names().isEmpty() ? "" : " (" + layers.names() + ")";
    return new Standing(
        member.withPolicy(all.wishes()),
        stage,
        unsure,
        book,
        label(stage, unsure) + names,
        Leaning.NONE);
  }

  private static String label(Stage stage, Unsure unsure) {
    return Setting.STAGE.kind().written(stage) + "/" + Setting.UNSURE.kind().written(unsure);
  }

  /** The member, with the lists that hold. */
  public Member member() {
    return member;
  }

  /** How selective the member is. */
  public Stage stage() {
    return stage;
  }

  /** What the member wants when no sufficient reason is seen. */
  public Unsure unsure() {
    return unsure;
  }

  /** The points that hold. */
  public Weights weights() {
    return book.terms().weights();
  }

  /** How much the member is told of the firm's own graph. */
  public Discretion colleagues() {
    return book.terms().colleagues();
  }

  /** What may be learned from the member's choices. */
  public Learning learning() {
    return book.terms().learning();
  }

  /** How long a question of the member's stays open; empty where the policy leaves it. */
  public Optional<Duration> answerWithin() {
    return Optional.ofNullable(book.terms().answerWithin());
  }

  /** Which policy held, such as {@code growing/ask (firm, team advisory)}. */
  public String label() {
    return label;
  }

  /**
   * The same with other points. Builds the rules anew, so keep it as long as the points stay the
   * same.
   */
  public Standing withWeights(Weights other) {
    return new Standing(
        member, stage, unsure, new Rulebook(terms().withWeights(other)), label, leaning);
  }

  /** The same for a member whose choices have taught something. */
  public Standing withLeaning(Leaning other) {
    return new Standing(member, stage, unsure, book, label, other);
  }

  Terms terms() {
    return book.terms();
  }

  /** The facts as this policy sees them: with the lists that hold. */
  Facts seen(Facts facts) {
    return facts.member().equals(member) ? facts : facts.withMember(member);
  }

  /** The reasons as they count for the member, strongest first. */
  List<Signal> reasons(Facts facts) {
    return book.leaning(book.reasons(facts), leaning);
  }

  /**
   * The reasons as they would count with other lists of companies, in no order: the rules that heed
   * lists are asked again, and what the others said stays.
   *
   * @param changed the same facts, but for the member's lists of companies
   */
  List<Signal> reasonsWithOtherLists(List<Signal> reasons, Facts changed) {
    var others = new ArrayList<>(book.leaning(book.reasonsHeedingLists(changed), leaning));
    for (var reason : reasons) {
      if (!book.heedsLists(reason)) {
        others.add(reason);
      }
    }
    return others;
  }

  /** A reason that is not there, as it would count; empty when it would not be seen. */
  Optional<Signal> counted(Signal signal) {
    return book.leaning(weights().capped(signal).stream().toList(), leaning).stream().findFirst();
  }

  Judgement judge(List<Signal> reasons, boolean askedBefore) {
    return judge(reasons, stage, unsure, askedBefore);
  }

  Judgement judge(List<Signal> reasons, Stage atStage, Unsure whenUnsure, boolean askedBefore) {
    return book.judge(reasons, atStage, whenUnsure, askedBefore);
  }

  @Override
  public String toString() {
    return "Standing[" + member.id() + " " + label + "]";
  }
}
