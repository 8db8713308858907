package dev.tend.scoring.signal;

import static java.util.Comparator.comparingInt;

import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Policy;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Work;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the member wants from their network: clients, prospects, companies of interest, roles to
 * aspire to, experts to call on, people to place.
 *
 * <p>Rules: "they work at a company of interest to you, or hold a role that you aspire to";
 * "prospects, potential clients, experts to call on, talent to place" (the product's design).
 */
record Purpose(Weights weights) implements Rule {

  @Override
  public Stream<Signal> apply(Facts facts) {
    var policy = facts.member().policy();
    if (policy.clients().isEmpty()
        && policy.prospects().isEmpty()
        && policy.companiesOfInterest().isEmpty()
        && policy.rolesAspiredTo().isEmpty()
        && policy.expertise().isEmpty()
        && policy.talent().isEmpty()) {
      return Stream.empty();
    }
    var inviter = facts.inviter();
    var jobs = Job.current(inviter, facts.month());
    return Stream.of(
            company(inviter, jobs, facts.month(), policy),
            role(inviter, jobs, policy.rolesAspiredTo()),
            expert(inviter, jobs, policy.expertise()),
            candidate(inviter, jobs, policy.talent()))
        .flatMap(Optional::stream);
  }

  /** The strongest of three: a company may be a client once and of interest today. */
  private Optional<Signal> company(Person inviter, List<Job> jobs, YearMonth today, Policy policy) {
    return Stream.of(
            company(inviter, jobs, today, policy.clients(), Wanted.CLIENT),
            company(inviter, jobs, today, policy.prospects(), Wanted.PROSPECT),
            company(inviter, jobs, today, policy.companiesOfInterest(), Wanted.OF_INTEREST))
        .flatMap(Optional::stream)
        .max(comparingInt(Signal::points));
  }

  private Optional<Signal> company(
      Person inviter, List<Job> jobs, YearMonth today, List<String> companies, Wanted wanted) {
    if (companies.isEmpty()) {
      return Optional.empty();
    }
    for (var job : jobs) {
      for (var company : companies) {
        if (Employers.same(job.company(), company)) {
          return Optional.of(
              Signal.of(
                  wanted.signal,
                  weights.of(wanted.worth),
                  "They work at " + company + ", " + wanted.whose));
        }
      }
    }
    for (var position : inviter.positions()) {
      if (!Job.lasts(position, today)) {
        for (var company : companies) {
          if (Employers.same(position.company(), company)) {
            return Optional.of(
                Signal.of(
                    wanted.signal,
                    Math.min(weights.of(Worth.IN_THE_PAST), weights.of(wanted.worth)),
                    "They worked at " + company + ", " + wanted.whose + until(position.to())));
          }
        }
      }
    }
    return Optional.empty();
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
  }
}
