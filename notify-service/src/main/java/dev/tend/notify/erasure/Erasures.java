package dev.tend.notify.erasure;

import static java.util.Comparator.naturalOrder;

import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Topic;
import dev.tend.notify.digest.DigestCalendar;
import dev.tend.notify.publish.Outgoing;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Forgets whoever is to be forgotten, and says what was removed. An erasure names nobody, so every
 * name that is kept here is asked whether it is meant. The topics keep no order among each other:
 * what was received before an erasure and comes after it is forgotten when it comes.
 */
@ApplicationScoped
public class Erasures {
  private static final String SERVICE = "notify-service";
  private static final String PART = "database";

  private final ForgottenMails mails;
  private final Questions questions;
  private final DigestCalendar calendar;
  private final InstantSource time;

  Erasures(ForgottenMails mails, Questions questions, DigestCalendar calendar, InstantSource time) {
    this.mails = mails;
    this.questions = questions;
    this.calendar = calendar;
    this.time = time;
  }

  /** An invitation that has just been written down. */
  public record Received(String invitation, String member, String inviter, Instant toldAt) {
    boolean isMeantBy(Erasure erasure) {
      return !toldAt.isAfter(erasure.requestedAt())
          && (erasure.people().test(inviter) || erasure.members().test(member));
    }
  }

  /**
   * Removes everything that was received of somebody until the erasure was requested, and writes
   * down the confirmation.
   *
   * @throws StillSendingException when a mail about them is in the hands of a sender: try again
   */
  public void forget(Handle transaction, Erasure erasure) {
    keep(transaction, erasure);
    var removed = new TreeMap<String, Integer>();
    switch (erasure.kind()) {
      case PERSON -> person(transaction, erasure, removed);
      case MEMBER -> member(transaction, erasure, removed);
    }
    var erased = new Erased(erasure.receipt(), SERVICE, PART, 1, removed, time.instant());
    Outgoing.add(transaction, Topic.ERASED, erased.key(), erased.key(), erased.at(), erased);
  }

  /**
   * Forgets those that belong to somebody who was erased later than they were told, and counts the
   * others as received again. Called when all else is written and settled.
   *
   * @param received at least one
   */
  public void settle(Handle transaction, Collection<Received> received) {
    var oldest = received.stream().map(Received::toldAt).min(naturalOrder()).orElseThrow();
    var later = since(transaction, oldest);
    var meant = new TreeSet<String>();
    var again = new TreeSet<String>();
    for (var one : received) {
      boolean erased = later.stream().anyMatch(one::isMeantBy);
      (erased ? meant : again).add(one.invitation());
    }
    Rows.countAgain(transaction, again);
    forget(transaction, meant, new TreeMap<>());
  }

  /** Takes the name of a member who leaves out of what others were told. */
  public void unname(Handle transaction, String member) {
    for (var name : names(transaction, "select name from members where id = any(:of)", member)) {
      var _ = unname(transaction, name, "a former colleague");
    }
  }

  /** Removes what was just written of invitations that are forgotten. */
  public void settleLate(Handle transaction, Collection<String> invitations) {
    Rows.remove(transaction, Rows.forgotten(transaction, invitations));
  }

  private static void keep(Handle transaction, Erasure erasure) {
    transaction
        .createUpdate(
            """
            insert into erasures (receipt, kind, salt, fingerprint, requested_at)
            values (:receipt, :kind, :salt, :fingerprint, :at) on conflict do nothing
            """)
        .bind("receipt", erasure.receipt())
        .bind("kind", erasure.kind().name().toLowerCase(Locale.ROOT))
        .bind("salt", erasure.salt())
        .bind("fingerprint", erasure.fingerprint())
        .bind("at", erasure.requestedAt())
        .execute();
  }

  /** What comes in time, as nearly everything does, finds none. */
  private static List<Erasure> since(Handle transaction, Instant told) {
    return transaction
        .createQuery(
            """
            select receipt, kind, salt, fingerprint, requested_at from erasures
            where requested_at >= :told
            """)
        .bind("told", told)
        .map(
            (row, context) ->
                new Erasure(
                    row.getString("receipt"),
                    Erasure.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                    row.getString("salt"),
                    row.getString("fingerprint"),
                    1,
                    row.getTimestamp("requested_at").toInstant()))
        .list();
  }

  private void person(Handle transaction, Erasure erasure, Map<String, Integer> removed) {
    var paths =
        meant(
            transaction,
            """
            select inviter from invitations union select inviter from questions
            union select inviter from choices
            """,
            erasure.people());
    var members =
        transaction
            .createQuery("select distinct member from invitations where inviter = any(:paths)")
            .bindArray("paths", String.class, paths)
            .mapTo(String.class)
            .list();
    hold(transaction, members);
    var names =
        names(
            transaction,
            "select distinct document #>> '{inviter,name}' from invitations where inviter = any(:of)",
            paths.toArray(String[]::new));
    forget(
        transaction,
        transaction
            .createQuery(
                """
                select id from invitations where inviter = any(:paths) and received_at <= :at
                union
                select invitation from choices where inviter = any(:paths) and chosen_at <= :at
                """)
            .bindArray("paths", String.class, paths)
            .bind("at", erasure.requestedAt())
            .mapTo(String.class)
            .list(),
        removed);
    for (var name : names) {
      removed.merge("mentions", unname(transaction, name, "somebody"), Integer::sum);
    }
    mutuals(transaction, erasure, removed);
  }

  /** A person may stand among the mutual connections of somebody else. */
  private static void mutuals(Handle transaction, Erasure erasure, Map<String, Integer> removed) {
    var mutual =
        meant(
            transaction,
            "select distinct jsonb_array_elements_text(document -> 'mutuals') from invitations",
            erasure.people());
    for (var path : mutual) {
      int mentions =
          transaction
              .createUpdate(
                  """
                  update invitations
                  set document = jsonb_set(document, '{mutuals}', (document -> 'mutuals') - :path)
                  where jsonb_exists(document -> 'mutuals', :path)
                  """)
              .bind("path", path)
              .execute();
      removed.merge("mentions", mentions, Integer::sum);
    }
  }

  private void member(Handle transaction, Erasure erasure, Map<String, Integer> removed) {
    var ids =
        meant(
            transaction,
            """
            select id from members union select member from invitations
            union select member from decisions union select member from choices
            union select member from mails union select member from digests
            union select task_instance from scheduled_tasks
            """,
            erasure.members());
    for (var id : ids) {
      hold(transaction, List.of(id));
      forget(transaction, Rows.of(transaction, id, erasure.requestedAt()), removed);
      removed.merge("digests", Rows.removeDigests(transaction, id), Integer::sum);
      removed.merge("mails", mails.of(transaction, id, erasure.requestedAt()), Integer::sum);
      unname(transaction, id);
      leave(transaction, id, erasure.requestedAt(), removed);
    }
  }

  private void leave(
      Handle transaction, String id, Instant requestedAt, Map<String, Integer> removed) {
    int gone =
        transaction
            .createUpdate("delete from members where id = :id and changed_at <= :at")
            .bind("id", id)
            .bind("at", requestedAt)
            .execute();
    removed.merge("members", gone, Integer::sum);
    boolean isBack =
        transaction
            .createQuery("select exists (select from members where id = :id)")
            .bind("id", id)
            .mapTo(boolean.class)
            .one();
    if (!isBack) {
      calendar.forget(transaction, id);
    }
  }

  private void forget(
      Handle transaction, Collection<String> invitations, Map<String, Integer> removed) {
    if (invitations.isEmpty()) {
      return;
    }
    var ids = List.copyOf(new TreeSet<>(invitations));
    removed.merge("mails", mails.about(transaction, ids), Integer::sum);
    Rows.count(transaction, ids, time.instant());
    removed.merge("invitations", ids.size(), Integer::sum);
    removed.merge("decisions", Rows.remove(transaction, ids), Integer::sum);
  }

  private int unname(Handle transaction, String name, String instead) {
    var members = Sentences.unname(transaction, name, instead);
    if (!members.isEmpty()) {
      var _ = mails.naming(transaction, members, name);
    }
    return members.size();
  }

  private static List<String> names(Handle transaction, String query, String... of) {
    return transaction
        .createQuery(query)
        .bindArray("of", String.class, (Object[]) of)
        .mapTo(String.class)
        .list();
  }

  /** While these are held nobody makes their digest or settles their questions. */
  private void hold(Handle transaction, List<String> members) {
    transaction
        .createQuery("select id from members where id = any(:ids) order by id for update")
        .bindArray("ids", String.class, members)
        .mapTo(String.class)
        .list();
    questions.hold(transaction, members);
  }

  private static List<String> meant(Handle transaction, String names, Predicate<String> who) {
    var meant = new ArrayList<String>();
    transaction
        .createQuery(names)
        .mapTo(String.class)
        .useStream(all -> all.filter(who).forEach(meant::add));
    return meant;
  }
}
