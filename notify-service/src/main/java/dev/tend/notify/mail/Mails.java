package dev.tend.notify.mail;

import dev.tend.notify.http.Cursor;
import dev.tend.notify.http.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Looks mails up, to show them. */
@ApplicationScoped
public class Mails {
  private final Jdbi database;

  Mails(Jdbi database) {
    this.database = database;
  }

  /**
   * A page of the mails, newest first.
   *
   * @param wanted an empty field lets everything through
   */
  Listing<MailRow> page(Filter wanted, Cursor from) {
    var found =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select %s from mails m
                        where (m.made_at, m.id::text) < (:time, :id)
                          and (:member = '' or m.member = :member)
                          and (:kind = '' or m.kind = :kind)
                          and (:state = '' or m.state = :state
                               or (:state = 'due' and m.state = 'sending'))
                        order by m.made_at desc, m.id::text desc
                        limit :most
                        """
                            .formatted(MailRow.COLUMNS))
                    .bind("time", from.time())
                    .bind("id", from.id())
                    .bind("member", wanted.member())
                    .bind("kind", wanted.kind())
                    .bind("state", wanted.state())
                    .bind("most", Listing.SIZE + 1)
                    .map(
                        (row, context) ->
                            Map.entry(
                                new Cursor(
                                    row.getTimestamp("made_at").toInstant(), row.getString("id")),
                                MailRow.of(row)))
                    .list());
    return Listing.of(found, Map.Entry::getKey, Map.Entry::getValue);
  }

  /** Shows all mails of a member with what stands in them, oldest first, one after the other. */
  public void each(String member, Consumer<MailText> each) {
    database.useTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select %s, m.body from mails m where m.member = :member
                    order by m.made_at, m.id
                    """
                        .formatted(MailRow.COLUMNS))
                .bind("member", member)
                .setFetchSize(Listing.SIZE)
                .map((row, context) -> new MailText(MailRow.of(row), row.getString("body")))
                .useStream(all -> all.forEach(each)));
  }

  /** A mail with its text. */
  public record MailText(MailRow mail, String text) {
    @Override
    public String toString() {
      return "MailText[" + mail.id() + "]";
    }
  }

  /** The mails in which each of these invitations stands, oldest first. */
  public Map<String, List<MailRow>> about(Handle handle, List<String> invitations) {
    var about = new HashMap<String, List<MailRow>>();
    handle
        .createQuery(
            """
            select t.invitation as about, %s
            from (select invitation, id as mail from mails
                  where invitation <> '' and invitation = any(:ids)
                  union
                  select r.invitation, d.mail from digest_rows r join digests d on d.id = r.digest
                  where r.invitation = any(:ids)) t
            join mails m on m.id = t.mail
            order by m.made_at, m.id
            """
                .formatted(MailRow.COLUMNS))
        .bindArray("ids", String.class, invitations)
        .map((row, context) -> Map.entry(row.getString("about"), MailRow.of(row)))
        .forEach(
            mail ->
                about
                    .computeIfAbsent(mail.getKey(), none -> new ArrayList<>())
                    .add(mail.getValue()));
    return about;
  }

  /** Which mails are wanted. */
  record Filter(String member, String kind, String state) {}
}
