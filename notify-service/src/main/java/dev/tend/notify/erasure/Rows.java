package dev.tend.notify.erasure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows about invitations, and the figures that stay of them. */
final class Rows {
  private static final String HASH = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";

  private Rows() {}

  /** All invitations of a member that are heard of here, whether they have come or not. */
  static List<String> of(Handle transaction, String member, Instant until) {
    return transaction
        .createQuery(
            """
            select id from invitations where member = :member and received_at <= :until
            union select invitation from decisions where member = :member and decided_at <= :until
            union select invitation from choices where member = :member and chosen_at <= :until
            """)
        .bind("member", member)
        .bind("until", until)
        .mapTo(String.class)
        .list();
  }

  /** Writes down that there were these, what was decided, and what else they are called. */
  static void count(Handle transaction, List<String> invitations, Instant now) {
    transaction
        .createUpdate(
            """
            insert into forgotten (invitation, verdict, forgotten_at)
            select %s, coalesce(v.verdict, 'ignore'), :now
            from unnest(:ids) as one (id) left join verdicts v on v.invitation = one.id
            on conflict do nothing
            """
                .formatted(HASH.formatted("one.id")))
        .bindArray("ids", String.class, invitations)
        .bind("now", now)
        .execute();
    transaction
        .createUpdate(
            """
            insert into forgotten (invitation, forgotten_at)
            select distinct %s, :now::timestamptz
            from invitation_names n where n.invitation = any(:ids)
            on conflict do nothing
            """
                .formatted(HASH.formatted("n.id")))
        .bindArray("ids", String.class, invitations)
        .bind("now", now)
        .execute();
  }

  /** They have come again, and are counted by their rows from now on. */
  static void countAgain(Handle transaction, Collection<String> invitations) {
    transaction
        .createUpdate(
            "delete from forgotten where invitation in (select %s from unnest(:ids) as one (id))"
                .formatted(HASH.formatted("one.id")))
        .bindArray("ids", String.class, List.copyOf(invitations))
        .execute();
  }

  /** Those of them that are forgotten. */
  static List<String> forgotten(Handle transaction, Collection<String> invitations) {
    return transaction
        .createQuery(
            """
            select one.id from unnest(:ids) as one (id) join forgotten f on f.invitation = %s
            """
                .formatted(HASH.formatted("one.id")))
        .bindArray("ids", String.class, List.copyOf(invitations))
        .mapTo(String.class)
        .list();
  }

  /**
   * Removes all rows about invitations.
   *
   * @return how many decisions
   */
  static int remove(Handle transaction, List<String> invitations) {
    if (invitations.isEmpty()) {
      return 0;
    }
    delete(
        transaction,
        """
        delete from inbox
        where topic in ('INVITATIONS', 'DECISIONS') and event = any(
          select unnest(:ids) union
          select id from invitation_names where invitation = any(:ids) union
          select invitation || '/' || revision from decisions where invitation = any(:ids))
        """,
        invitations);
    for (var table :
        List.of("digest_rows", "questions", "verdicts", "choices", "standing_choices")) {
      delete(transaction, "delete from " + table + " where invitation = any(:ids)", invitations);
    }
    delete(transaction, "delete from invitations where id = any(:ids)", invitations);
    return delete(transaction, "delete from decisions where invitation = any(:ids)", invitations);
  }

  /** Removes a member's digests; their mails stay, and are emptied elsewhere. */
  static int removeDigests(Handle transaction, String member) {
    transaction
        .createUpdate(
            "delete from digest_rows where digest in (select id from digests where member = :member)")
        .bind("member", member)
        .execute();
    return transaction
        .createUpdate("delete from digests where member = :member")
        .bind("member", member)
        .execute();
  }

  private static int delete(Handle transaction, String statement, List<String> ids) {
    return transaction.createUpdate(statement).bindArray("ids", String.class, ids).execute();
  }
}
