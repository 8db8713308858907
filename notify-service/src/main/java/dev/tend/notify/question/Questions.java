package dev.tend.notify.question;

import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.Member;
import dev.tend.events.ReplyAddress;
import dev.tend.notify.NotifyConfig;
import dev.tend.notify.Stored;
import dev.tend.notify.identity.FirstIds;
import dev.tend.notify.mail.FirstName;
import dev.tend.notify.mail.Letter;
import dev.tend.notify.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sees to it that those who are to be asked are asked, once by each member, and that nobody is who
 * need not be any more. It looks at what is known, never at what has just happened, so the order of
 * events does not matter and looking twice changes nothing.
 */
@ApplicationScoped
public class Questions {
  /** The first half of our advisory locks' keys: any number that nobody else here uses. */
  private static final int QUESTIONS = 0x7E4D;

  private static final int LOCKS = 32;

  private final Outbox outbox;
  private final QuestionPaper paper;
  private final NotifyConfig config;
  private final InstantSource time;
  private final ReplyAddress addresses;

  Questions(Outbox outbox, QuestionPaper paper, NotifyConfig config, InstantSource time) {
    this.outbox = outbox;
    this.paper = paper;
    this.config = config;
    this.time = time;
    addresses = new ReplyAddress(config.replySecret().orElseGet(config::linkSecret));
  }

  /**
   * Settles the questions about these invitations, which these members have received.
   *
   * @param invitations by any of the ids that sources call them
   */
  public void settle(
      Handle transaction, Collection<String> members, Collection<String> invitations) {
    oneAfterTheOther(transaction, members);
    var ids = FirstIds.gather(transaction, invitations);
    withdraw(transaction, ids);
    revive(transaction, ids);
    ask(transaction, ids);
  }

  /** Settles all open questions of a member, who may have become known only now. */
  public void settleFor(Handle transaction, String member) {
    oneAfterTheOther(transaction, List.of(member));
    var waiting =
        transaction
            .createQuery(
                """
                select t.invitation from to_be_asked t
                where t.member = :member and t.inviter_email <> ''
                  and not exists (select from questions q
                                  where q.member = t.member and q.inviter = t.inviter)
                """)
            .bind("member", member)
            .mapTo(String.class)
            .list();
    ask(transaction, waiting);
  }

  /** Lets nobody else settle questions of these members until the transaction ends. */
  public void hold(Handle transaction, Collection<String> members) {
    oneAfterTheOther(transaction, members);
  }

  /**
   * An invitation and its decision may be written by two transactions at once, of which neither
   * sees the other's row. So whoever has written looks only when the others for the same member
   * have committed. Members share a few locks, taken in one order.
   */
  private static void oneAfterTheOther(Handle transaction, Collection<String> members) {
    var locks =
        members.stream()
            .map(member -> Math.floorMod(member.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .toList();
    transaction
        .createQuery(
            "select count(pg_advisory_xact_lock(:questions, lock)::text) from unnest(:locks) as lock")
        .bind("questions", QUESTIONS)
        .bindArray("locks", Integer.class, locks)
        .mapTo(long.class)
        .one();
  }

  private void withdraw(Handle transaction, List<String> ids) {
    transaction
        .createQuery(
            """
            select m.id from questions q join mails m on m.id = q.mail
            where q.invitation = any(:ids) and m.state in ('due', 'sending')
              and not exists (select from to_be_asked t where t.invitation = q.invitation)
            order by m.id
            """)
        .bindArray("ids", String.class, ids)
        .mapTo(UUID.class)
        .forEach(mail -> outbox.withdraw(transaction, mail, "The verdict is no longer to ask."));
  }

  private void revive(Handle transaction, List<String> ids) {
    transaction
        .createQuery(
            """
            select m.id from questions q join mails m on m.id = q.mail
            where q.invitation = any(:ids) and m.state = 'suppressed' and m.attempts = 0
              and exists (select from to_be_asked t where t.invitation = q.invitation)
            order by m.id
            """)
        .bindArray("ids", String.class, ids)
        .mapTo(UUID.class)
        .forEach(mail -> outbox.revive(transaction, mail));
  }

  private void ask(Handle transaction, List<String> ids) {
    transaction
        .createQuery(
            """
            select i.document as invitation, i.received_at, m.document as member
            from to_be_asked t
            join invitations i on i.id = t.invitation
            join members m on m.id = t.member
            where t.invitation = any(:ids) and t.inviter_email <> ''
              and not exists (select from questions q
                              where q.member = t.member and q.inviter = t.inviter)
            order by t.member, t.inviter, i.received_at, i.id
            """)
        .bindArray("ids", String.class, ids)
        .map(
            (row, context) ->
                new Open(
                    Stored.read(row.getString("invitation"), Invitation.class),
                    row.getTimestamp("received_at").toInstant(),
                    Stored.read(row.getString("member"), Member.class)))
        .list()
        .forEach(open -> ask(transaction, open));
  }

  private void ask(Handle transaction, Open open) {
    var mail = UUID.randomUUID();
    boolean first =
        transaction
                .createUpdate(
                    """
                    insert into questions (member, inviter, invitation, mail)
                    values (:member, :inviter, :invitation, :mail)
                    on conflict do nothing
                    """)
                .bind("member", open.member().id())
                .bind("inviter", open.invitation().inviter().profile().path())
                .bind("invitation", open.invitation().id())
                .bind("mail", mail)
                .execute()
            > 0;
    if (!first) {
      return;
    }
    var sent = time.instant().plus(config.questionDelay());
    var replyTo = addresses.localPart(mail, sent) + "@" + config.replyDomain();
    outbox.add(
        transaction,
        new Letter(
            mail,
            Mail.Kind.QUESTION,
            open.member().id(),
            open.invitation().id(),
            open.member().name() + " via Tend",
            open.invitation().inviter().email(),
            replyTo,
            paper.render(letter(open, replyTo)),
            sent));
  }

  /** The question in a few words, for a member to paste where Tend knows no address. */
  public String words(Invitation invitation, Instant receivedAt, Member member) {
    return paper.words(letter(new Open(invitation, receivedAt, member), ""));
  }

  private static QuestionLetter letter(Open open, String replyTo) {
    var member = open.member();
    return new QuestionLetter(
        open.invitation().inviter().name(),
        member.name(),
        FirstName.of(member.name()),
        member.profile() == null ? "" : member.profile().headline(),
        language(member),
        member.zone(),
        open.invitation().note(),
        open.receivedAt(),
        replyTo);
  }

  /** The language in which the member would write it. */
  private static Locale language(Member member) {
    return member.languages().isEmpty()
        ? Locale.ENGLISH
        : Locale.forLanguageTag(member.languages().getFirst());
  }

  private record Open(Invitation invitation, Instant receivedAt, Member member) {}
}
