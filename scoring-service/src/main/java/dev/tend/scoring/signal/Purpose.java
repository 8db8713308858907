package dev.tend.scoring.signal;

import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Policy;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Work;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the member wants from their network: clients, prospects, companies of interest, roles to
 * aspire to, experts to call on, people to place.
 *
 * <p>Rules: "they work at a company of interest to you, or hold a role that you aspire to";
 * "prospects, potential clients, experts to call on, talent to place" (the product's design).
 */
record Purpose(Weights weights) implements Rule {
  private static final Set<SignalName> GIVEN =
      Set.of(
          SignalName.CLIENT,
          SignalName.PROSPECT,
          SignalName.COMPANY_OF_INTEREST,
          SignalName.ASPIRED_ROLE,
          SignalName.EXPERT,
          SignalName.CANDIDATE);

  @Override
  public List<Signal> apply(Facts facts) {
    var policy = facts.member().policy();
    if (policy.clients().isEmpty()
        && policy.prospects().isEmpty()
        && policy.companiesOfInterest().isEmpty()
        && policy.rolesAspiredTo().isEmpty()
        && policy.expertise().isEmpty()
        && policy.talent().isEmpty()) {
      return List.of();
    }
    var inviter = facts.inviter();
    var jobs = Job.current(inviter, facts.month());
    return Rule.found(
        company(inviter, jobs, facts.month(), policy),
        role(inviter, jobs, policy.rolesAspiredTo()),
        expert(inviter, jobs, policy.expertise()),
        candidate(inviter, jobs, policy.talent()));
  }

  @Override
  public Set<SignalName> heedingLists() {
    return GIVEN;
  }

  /** The strongest of three: a company may be a client once and of interest today. */
  private Optional<Signal> company(Person inviter, List<Job> jobs, YearMonth today, Policy policy) {
    var present = jobs.stream().map(job -> Employers.keys(job.company())).toList();
    var past = new ArrayList<Past>(inviter.positions().size());
    for (var position : inviter.positions()) {
      if (!Job.lasts(position, today)) {
        past.add(new Past(Employers.keys(position.company()), position.to()));
      }
    }
    Signal strongest = null;
    for (var wanted : Wanted.values()) {
      var found = company(wanted, wanted.in(policy), present, past);
      if (found != null && (strongest == null || found.points() > strongest.points())) {
        strongest = found;
      }
    }
    return Optional.ofNullable(strongest);
  }

  /**
   * A position that is over.
   *
   * @param employer by its keys: each name is looked up once, however many it is compared with
   */
  private record Past(List<String> employer, @Nullable PartialDate until) {}

  private @Nullable Signal company(
      Wanted wanted, List<String> companies, List<List<String>> present, List<Past> past) {
    var keys = companies.stream().map(Employers::keys).toList();
    for (var employer : present) {
      int which = indexOf(employer, keys);
      if (which >= 0) {
        return Signal.of(
            wanted.signal,
            weights.of(wanted.worth),
            "They work at " + companies.get(which) + ", " + wanted.whose);
      }
    }
    for (var position : past) {
      int which = indexOf(position.employer, keys);
      if (which >= 0) {
        return Signal.of(
            wanted.signal,
            Math.min(weights.of(Worth.IN_THE_PAST), weights.of(wanted.worth)),
            "They worked at " + companies.get(which) + ", " + wanted.whose + until(position.until));
      }
    }
    return null;
  }

  /** Which of some companies an employer is; negative for none. */
  private static int indexOf(List<String> employer, List<List<String>> companies) {
    for (int i = 0; i < companies.size(); i++) {
      if (Employers.share(employer, companies.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private Optional<Signal> role(Person inviter, List<Job> jobs, List<String> roles) {
    for (var role : roles) {
      for (var job : jobs) {
        if (Work.matches(role, job.title())) {
          return Optional.of(
              Signal.of(
                  SignalName.ASPIRED_ROLE,
                  weights.of(Worth.ASPIRED_ROLE),
                  "They are " + job.title() + ", a role that you aspire to"));
        }
      }
      for (var position : inviter.positions()) {
        if (Work.matches(role, position.title())) {
          return Optional.of(
              Signal.of(
                  SignalName.ASPIRED_ROLE,
                  Math.min(weights.of(Worth.IN_THE_PAST), weights.of(Worth.ASPIRED_ROLE)),
                  "They were "
                      + position.title()
                      + " at "
                      + position.company()
                      + ", a role that you aspire to"));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Signal> expert(Person inviter, List<Job> jobs, List<String> fields) {
    for (var field : fields) {
      boolean isExpert =
          jobs.stream().anyMatch(job -> Work.speaksOf(field, job.title()))
              || Work.speaksOf(field, inviter.headline())
              || inviter.skills().stream().anyMatch(skill -> Work.speaksOf(field, skill));
      if (isExpert) {
        return Optional.of(
            Signal.of(
                SignalName.EXPERT,
                weights.of(Worth.EXPERT),
                "They know about " + field + ", where you look for experts"));
      }
    }
    return Optional.empty();
  }

  private Optional<Signal> candidate(Person inviter, List<Job> jobs, List<String> roles) {
    for (var role : roles) {
      boolean isCandidate =
          jobs.stream().anyMatch(job -> Work.fits(role, job.title()))
              || Work.fits(role, inviter.headline());
      if (isCandidate) {
        return Optional.of(
            Signal.of(
                SignalName.CANDIDATE,
                weights.of(Worth.CANDIDATE),
                "They may be a candidate: you place people as " + role));
      }
    }
    return Optional.empty();
  }

  private static String until(@Nullable PartialDate end) {
    return end == null ? "" : ", until " + Span.said(end);
  }

  /** Why a company matters to the member. */
  private enum Wanted {
    CLIENT(SignalName.CLIENT, Worth.CLIENT, "a client of yours"),
    PROSPECT(SignalName.PROSPECT, Worth.PROSPECT, "a prospect of yours"),
    OF_INTEREST(
        SignalName.COMPANY_OF_INTEREST, Worth.COMPANY_OF_INTEREST, "a company of interest to you");

    private final SignalName signal;
    private final Worth worth;
    private final String whose;

    Wanted(SignalName signal, Worth worth, String whose) {
      this.signal = signal;
      this.worth = worth;
      this.whose = whose;
    }

    /** The companies that a member lists as such. */
    List<String> in(Policy policy) {
      return switch (this) {
        case CLIENT -> policy.clients();
        case PROSPECT -> policy.prospects();
        case OF_INTEREST -> policy.companiesOfInterest();
      };
    }
  }
}
