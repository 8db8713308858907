package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Work;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Both do the same kind of work, or are in the same industry; more for both.
 *
 * <p>Rule: "line of work, industry, field" (the product's design, common ground).
 */
record SameField(Weights weights) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    var mine = facts.member().profile();
    if (mine == null) {
      return List.of();
    }
    var theirs = facts.inviter();
    var ours = fields(mine, facts.month());
    var fields = ours.isEmpty() ? ours : Work.inCommon(ours, fields(theirs, facts.month()));
    boolean industry =
        !mine.industry().isEmpty()
            && !theirs.industry().isEmpty()
            && Work.industry(mine.industry()).equals(Work.industry(theirs.industry()));
    if (fields.isEmpty() && !industry) {
      return List.of();
    }
    int points =
        weights.of(Worth.SAME_FIELD)
            + (industry && !fields.isEmpty() ? weights.of(Worth.SAME_FIELD_BOTH) : 0);
    return List.of(
        Signal.of(SignalName.SAME_FIELD, points, sentence(fields, industry, mine.industry())));
  }

  /** The fields of what somebody does now, or did last, in title and headline. */
  private static Set<String> fields(Person person, YearMonth today) {
    var fields = new LinkedHashSet<String>();
    var jobs = Job.current(person, today);
    for (var job : jobs) {
      fields.addAll(Work.of(job.title()).fields());
    }
    if (jobs.isEmpty() && !person.positions().isEmpty()) {
      fields.addAll(Work.of(person.positions().getFirst().title()).fields());
    }
    if (!person.headline().isEmpty()) {
      fields.addAll(Work.of(person.headline()).fields());
    }
    return fields;
  }

  private static String sentence(Set<String> fields, boolean industry, String industryName) {
    if (fields.isEmpty()) {
      return "Both work in the same industry (" + industryName + ")";
    }
    var named = String.join(" and ", fields.stream().limit(2).toList());
    return "Both work in " + named + (industry ? ", in the same industry" : "");
  }
}
