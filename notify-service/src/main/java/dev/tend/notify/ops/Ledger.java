package dev.tend.notify.ops;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * The one law: whatever was received was decided, or given up as a dead letter, or is undecided
 * still. Each figure is counted on its own, so that the law can be broken, and seen to be.
 *
 * <p>Who is erased is still counted, by the last verdict on their invitations; one that was
 * undecided then counts as ignored, since nobody will act on it.
 *
 * @param received invitations that were seen, and records of the same topic that nobody could read
 * @param oldestUndecidedSeconds how long the oldest undecided one has waited; 0 when there is none
 * @param balanced false for a moment when a decision has overtaken its invitation; false for longer
 *     when something was lost
 */
record Ledger(
    long received,
    long accept,
    long ask,
    long ignore,
    long dead,
    long undecided,
    long oldestUndecidedSeconds,
    boolean balanced) {

  static Ledger at(Instant now, Handle handle) {
    return handle
        .createQuery(
            """
            with gone as (select count(verdict) as number,
                                 count(*) filter (where verdict = 'accept') as accept,
                                 count(*) filter (where verdict = 'ask') as ask,
                                 count(*) filter (where verdict = 'ignore') as ignore
                          from forgotten),
            seen as (select count(*) as number from invitations),
            given_up as (select count(*) as number from dead_letters
                         where origin_topic = 'tend.invitations'),
            decided as (select count(*) filter (where verdict = 'accept') as accept,
                               count(*) filter (where verdict = 'ask') as ask,
                               count(*) filter (where verdict = 'ignore') as ignore
                        from verdicts),
            waiting as (select count(*) as number, min(i.received_at) as since
                        from invitations i
                        where not exists (select from verdicts v where v.invitation = i.id))
            select seen.number + gone.number + given_up.number as received,
                   decided.accept + gone.accept as accept, decided.ask + gone.ask as ask,
                   decided.ignore + gone.ignore as ignore,
                   given_up.number as dead, waiting.number as undecided, waiting.since
            from seen, gone, given_up, decided, waiting
            """)
        .map(
            (row, context) -> {
              var since = row.getTimestamp("since");
              return of(
                  row.getLong("received"),
                  row.getLong("accept"),
                  row.getLong("ask"),
                  row.getLong("ignore"),
                  row.getLong("dead"),
                  row.getLong("undecided"),
                  since == null ? Duration.ZERO : Duration.between(since.toInstant(), now));
            })
        .one();
  }

  private static Ledger of(
      long received,
      long accept,
      long ask,
      long ignore,
      long dead,
      long undecided,
      Duration oldest) {
    return new Ledger(
        received,
        accept,
        ask,
        ignore,
        dead,
        undecided,
        Math.max(0, oldest.toSeconds()),
        received == accept + ask + ignore + dead + undecided);
  }
}
