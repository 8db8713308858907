package dev.tend.notify.erasure;

import dev.tend.notify.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes back what was not sent yet, and empties what was: the row stays, with its kind, its state
 * and its times, and says nothing of anybody.
 */
@ApplicationScoped
class ForgottenMails {
  private static final String REASON = "Somebody in it was erased.";

  private final Outbox outbox;

  ForgottenMails(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Empties the questions about invitations, and the digests in which they stand. A digest that has
   * not been sent is taken back as a whole; what else it tells comes with the next one.
   *
   * @return how many mails
   */
  int about(Handle transaction, List<String> invitations) {
    var asked =
        ids(
            transaction,
            "select id from mails where invitation <> '' and invitation = any(:of)",
            invitations);
    takeBack(transaction, asked);
    empty(transaction, asked);
    var told =
        ids(
            transaction,
            """
            select mail from digests
            where id in (select digest from digest_rows where invitation = any(:of))
            """,
            invitations);
    untell(transaction, told);
    return asked.size() + told.size();
  }

  /**
   * Empties the digests of members that mention a name in passing.
   *
   * @return how many mails
   */
  int naming(Handle transaction, Collection<String> members, String name) {
    var told =
        transaction
            .createQuery(
                """
                select id from mails
                where member = any(:members) and kind = 'digest' and position(:name in body) > 0
                """)
            .bindArray("members", String.class, List.copyOf(members))
            .bind("name", name)
            .mapTo(UUID.class)
            .list();
    untell(transaction, told);
    return told.size();
  }

  /** What a digest tells that was not sent is told by the next one. */
  private void untell(Handle transaction, List<UUID> told) {
    takeBack(transaction, told);
    transaction
        .createUpdate(
            """
            delete from digest_rows where digest in
              (select d.id from digests d join mails m on m.id = d.mail
               where m.id = any(:told) and m.state = 'suppressed')
            """)
        .bindArray("told", UUID.class, told)
        .execute();
    strip(transaction, told);
  }

  /** Empties all mails of a member: those to them and those in their name. */
  int of(Handle transaction, String member, Instant until) {
    var all =
        transaction
            .createQuery("select id from mails where member = :member and made_at <= :until")
            .bind("member", member)
            .bind("until", until)
            .mapTo(UUID.class)
            .list();
    takeBack(transaction, all);
    empty(transaction, all);
    transaction
        .createUpdate("update mails set member = '' where id = any(:ids)")
        .bindArray("ids", UUID.class, all)
        .execute();
    return all.size();
  }

  private static List<UUID> ids(Handle transaction, String query, List<String> of) {
    return transaction
        .createQuery(query)
        .bindArray("of", String.class, of)
        .mapTo(UUID.class)
        .list();
  }

  private void takeBack(Handle transaction, List<UUID> mails) {
    var open =
        transaction
            .createQuery(
                """
                select id, state from mails
                where id = any(:ids) and state in ('due', 'sending') order by id for update
                """)
            .bindArray("ids", UUID.class, mails)
            .map(
                (row, context) -> new Open(row.getObject("id", UUID.class), row.getString("state")))
            .list();
    if (open.stream().anyMatch(mail -> mail.state().equals("sending"))) {
      throw new StillSendingException();
    }
    open.forEach(mail -> outbox.withdraw(transaction, mail.id(), REASON));
  }

  /** What stands in them, and to whom they went. */
  private static void empty(Handle transaction, List<UUID> mails) {
    strip(transaction, mails);
    transaction
        .createUpdate(
            """
            update mails set invitation = '', sender = '', recipient = '', reply_to = ''
            where id = any(:ids)
            """)
        .bindArray("ids", UUID.class, mails)
        .execute();
  }

  private static void strip(Handle transaction, List<UUID> mails) {
    transaction
        .createUpdate(
            """
            update mails set subject = '', html = '', body = '',
                             answer = case state when 'suppressed' then answer else '' end
            where id = any(:ids)
            """)
        .bindArray("ids", UUID.class, mails)
        .execute();
    transaction
        .createUpdate("update mail_attempts set answer = '' where mail = any(:ids)")
        .bindArray("ids", UUID.class, mails)
        .execute();
  }

  private record Open(UUID id, String state) {}
}
