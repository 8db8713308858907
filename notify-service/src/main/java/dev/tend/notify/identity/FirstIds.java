package dev.tend.notify.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The ids under which invitations are kept: of all that one is called, the one that came first.
 * What is decided and chosen about an invitation may name any of them, and may come before anybody
 * knows that the two are one. So it is filed under what it names, and gathered under the first id
 * as soon as both are known.
 */
public final class FirstIds {
  private static final List<String> GATHERING =
      List.of(
          """
          with moved as (
            delete from decisions d using invitation_names n
            where d.invitation = n.id and n.id = any(:later)
            returning n.invitation, d.revision, d.member, d.document, d.decided_at)
          insert into decisions (invitation, revision, member, document, decided_at)
          select * from moved
          on conflict do nothing
          """,
          """
          with moved as (
            delete from verdicts v using invitation_names n
            where v.invitation = n.id and n.id = any(:later)
            returning n.invitation, v.member, v.revision, v.verdict, v.relevance, v.risk, v.decided_at)
          insert into verdicts (invitation, member, revision, verdict, relevance, risk, decided_at)
          select distinct on (invitation) * from moved order by invitation, revision desc
          on conflict (invitation) do update
          set revision = excluded.revision, verdict = excluded.verdict,
              relevance = excluded.relevance, risk = excluded.risk,
              decided_at = excluded.decided_at
          where verdicts.revision < excluded.revision
          """,
          """
          update choices c set invitation = n.invitation
          from invitation_names n
          where c.invitation = n.id and n.id = any(:later)
          """,
          """
          with moved as (
            delete from standing_choices c using invitation_names n
            where c.invitation = n.id and n.id = any(:later)
            returning n.invitation, c.member, c.choice, c.chosen_at)
          insert into standing_choices (invitation, member, choice, chosen_at)
          select distinct on (invitation) * from moved order by invitation, chosen_at desc
          on conflict (invitation) do update
          set choice = excluded.choice, chosen_at = excluded.chosen_at
          where standing_choices.chosen_at <= excluded.chosen_at
          """);

  private FirstIds() {}

  /** The id under which an invitation is kept that somebody calls so; the same when nobody does. */
  public static String of(Handle handle, String id) {
    return known(handle, List.of(id)).getOrDefault(id, id);
  }

  /**
   * Brings together what is filed under these ids. Whoever has written something about an
   * invitation, or what it is called, must call it, one after the other for the same member.
   *
   * @return the ids under which the invitations are kept
   */
  public static List<String> gather(Handle transaction, Collection<String> ids) {
    var first = known(transaction, ids);
    var later =
        first.entrySet().stream()
            .filter(name -> !name.getKey().equals(name.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!later.isEmpty()) {
      for (var statement : GATHERING) {
        transaction.createUpdate(statement).bindArray("later", String.class, later).execute();
      }
    }
    return ids.stream().map(id -> first.getOrDefault(id, id)).distinct().toList();
  }

  private static Map<String, String> known(Handle handle, Collection<String> ids) {
    var known = new HashMap<String, String>();
    handle
        .createQuery("select id, invitation from invitation_names where id = any(:ids)")
        .bindArray("ids", String.class, List.copyOf(ids))
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("invitation")))
        .forEach(name -> known.put(name.getKey(), name.getValue()));
    return known;
  }
}
