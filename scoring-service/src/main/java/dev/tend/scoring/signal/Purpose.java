package dev.tend.scoring.signal;

import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Work;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            company(
                    inviter,
                    jobs,
                    facts.month(),
                    policy.clients(),
                    SignalName.CLIENT,
                    Worth.CLIENT,
                    "a client of yours")
                .or(
                    () ->
                        company(
                            inviter,
                            jobs,
                            facts.month(),
                            policy.prospects(),
                            SignalName.PROSPECT,
                            Worth.PROSPECT,
                            "a prospect of yours"))
                .or(
                    () ->
                        company(
                            inviter,
                            jobs,
                            facts.month(),
                            policy.companiesOfInterest(),
                            SignalName.COMPANY_OF_INTEREST,
                            Worth.COMPANY_OF_INTEREST,
                            "a company of interest to you")),
            role(inviter, jobs, policy.rolesAspiredTo()),
            expert(inviter, jobs, policy.expertise()),
            candidate(inviter, jobs, policy.talent()))
        .flatMap(Optional::stream);
  }

  private Optional<Signal> company(
      Person inviter,
      List<Job> jobs,
      YearMonth today,
      List<String> companies,
      SignalName name,
      Worth worth,
      String whose) {
    if (companies.isEmpty()) {
      return Optional.empty();
    }
    for (var job : jobs) {
      for (var company : companies) {
        if (Employers.same(job.company(), company)) {
          return Optional.of(
              Signal.of(name, weights.of(worth), "They work at " + company + ", " + whose));
        }
      }
    }
    for (var position : inviter.positions()) {
      if (!Job.lasts(position, today)) {
        for (var company : companies) {
          if (Employers.same(position.company(), company)) {
            return Optional.of(
                Signal.of(
                    name,
                    Math.min(weights.of(Worth.IN_THE_PAST), weights.of(worth)),
                    "They worked at " + company + ", " + whose + until(position.to())));
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
          jobs.stream().anyMatch(job -> Work.matches(role, job.title()))
              || Work.matches(role, inviter.headline());
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

  private static String until(@org.jspecify.annotations.Nullable PartialDate end) {
    return end == null ? "" : ", until " + Span.said(end);
  }
}
