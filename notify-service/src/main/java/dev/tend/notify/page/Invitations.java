package dev.tend.notify.page;

import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.notify.Stored;
import dev.tend.notify.http.Cursor;
import dev.tend.notify.http.Listing;
import dev.tend.notify.identity.FirstIds;
import dev.tend.notify.mail.Mails;
import dev.tend.notify.page.InvitationView.Chosen;
import dev.tend.notify.page.InvitationView.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Looks a member's invitations up. Each answer is one moment of the database. */
@ApplicationScoped
class Invitations {
  private final Jdbi database;
  private final Mails mails;

  Invitations(Jdbi database, Mails mails) {
    this.database = database;
    this.mails = mails;
  }

  /**
   * A page of a member's invitations, newest first.
   *
   * @param verdict a verdict, {@code undecided}, or empty for all
   * @param text what must occur in the inviter's name, headline, address, companies or note
   */
  Listing<InvitationView> page(String member, String verdict, String text, Cursor from) {
    return database.inTransaction(
        handle -> {
          var found =
              handle
                  .createQuery(
                      """
                      select i.id, i.document, i.received_at, i.sources
                      from invitations i left join verdicts v on v.invitation = i.id
                      where i.member = :member
                        and (i.received_at, i.id) < (:time, :id)
                        and (:verdict = '' or coalesce(v.verdict, 'undecided') = :verdict)
                        and (:text = '' or position(:text in i.searched) > 0)
                      order by i.received_at desc, i.id desc
                      limit :most
                      """)
                  .bind("member", member)
                  .bind("verdict", verdict)
                  .bind("text", text.toLowerCase(Locale.ROOT))
                  .bind("time", from.time())
                  .bind("id", from.id())
                  .bind("most", Listing.SIZE + 1)
                  .map((row, context) -> received(row))
                  .list();
          var around = Around.of(handle, mails, found.stream().map(Invitations::id).toList());
          return Listing.of(
              found,
              one -> new Cursor(one.at(), id(one)),
              one -> around.view(id(one), member, one));
        });
  }

  /**
   * One invitation of a member; empty when there is no such invitation of theirs.
   *
   * @param called what any source calls it
   */
  Optional<InvitationView> one(String member, String called) {
    return database.inTransaction(
        handle -> {
          var id = FirstIds.of(handle, called);
          var received =
              handle
                  .createQuery(
                      """
                      select id, document, received_at, sources from invitations
                      where id = :id and member = :member
                      """)
                  .bind("id", id)
                  .bind("member", member)
                  .map((row, context) -> received(row))
                  .findOne();
          var decided =
              handle
                  .createQuery(
                      """
                      select exists (select from verdicts where invitation = :id and member = :member)
                      """)
                  .bind("id", id)
                  .bind("member", member)
                  .mapTo(boolean.class)
                  .one();
          return received.isPresent() || decided
              ? Optional.of(
                  Around.of(handle, mails, List.of(id)).view(id, member, received.orElse(null)))
              : Optional.empty();
        });
  }

  private static String id(Received received) {
    return received.invitation().id();
  }

  private static Received received(ResultSet row) throws SQLException {
    return new Received(
        Stored.read(row.getString("document"), Invitation.class),
        row.getTimestamp("received_at").toInstant(),
        List.of((String[]) row.getArray("sources").getArray()));
  }

  /** What stands around some invitations, looked up for all of them at once. */
  private record Around(
      Map<String, List<Decision>> decisions,
      Map<String, Chosen> choices,
      Map<String, List<dev.tend.notify.mail.MailRow>> mails) {

    static Around of(Handle handle, Mails mails, List<String> ids) {
      return new Around(decisions(handle, ids), choices(handle, ids), mails.about(handle, ids));
    }

    InvitationView view(
        String id, String member, @org.jspecify.annotations.Nullable Received received) {
      return InvitationView.of(
          id,
          member,
          received,
          decisions.getOrDefault(id, List.of()),
          choices.get(id),
          mails.getOrDefault(id, List.of()));
    }

    private static Map<String, List<Decision>> decisions(Handle handle, List<String> ids) {
      var decisions = new HashMap<String, List<Decision>>();
      handle
          .createQuery(
              """
              select invitation, document from decisions where invitation = any(:ids)
              order by invitation, revision
              """)
          .bindArray("ids", String.class, ids)
          .map(
              (row, context) ->
                  Map.entry(
                      row.getString("invitation"),
                      Stored.read(row.getString("document"), Decision.class)))
          .forEach(
              decision ->
                  decisions
                      .computeIfAbsent(decision.getKey(), none -> new ArrayList<>())
                      .add(decision.getValue()));
      return decisions;
    }

    private static Map<String, Chosen> choices(Handle handle, List<String> ids) {
      var choices = new HashMap<String, Chosen>();
      handle
          .createQuery(
              """
              select invitation, choice, chosen_at from standing_choices
              where invitation = any(:ids) and choice <> 'undo'
              """)
          .bindArray("ids", String.class, ids)
          .map(
              (row, context) ->
                  Map.entry(
                      row.getString("invitation"),
                      new Chosen(
                          row.getString("choice"), row.getTimestamp("chosen_at").toInstant())))
          .forEach(choice -> choices.put(choice.getKey(), choice.getValue()));
      return choices;
    }
  }
}
