package dev.tend.notify.digest;

import dev.tend.events.Axis;
import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.Verdict;
import dev.tend.notify.NotifyConfig;
import dev.tend.notify.Stored;
import dev.tend.notify.choice.ChoiceLinks;
import dev.tend.notify.digest.DigestLetter.Choices;
import dev.tend.notify.digest.DigestLetter.Group;
import dev.tend.notify.digest.DigestLetter.Row;
import dev.tend.notify.mail.FirstName;
import dev.tend.notify.mail.Letter;
import dev.tend.notify.mail.Outbox;
import dev.tend.notify.question.Questions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes a digest: in one transaction the digest for its slot, a row for each decision that it
 * tells, and the mail. The member's row is locked meanwhile, so two who make the same digest do so
 * one after the other, and the second finds it made; were that ever wrong, the database's
 * constraints would refuse the second (one digest for a slot, one digest for a decision).
 */
@Startup // so that its counters are there from the first scrape on
@ApplicationScoped
public class DigestEditor {
  private final Jdbi database;
  private final Outbox outbox;
  private final Questions questions;
  private final ChoiceLinks links;
  private final DigestPaper paper;
  private final NotifyConfig config;
  private final InstantSource time;
  private final Counter made;

  DigestEditor(
      Jdbi database,
      Outbox outbox,
      Questions questions,
      ChoiceLinks links,
      DigestPaper paper,
      NotifyConfig config,
      InstantSource time,
      MeterRegistry meters) {
    this.database = database;
    this.outbox = outbox;
    this.questions = questions;
    this.links = links;
    this.paper = paper;
    this.config = config;
    this.time = time;
    this.made = meters.counter("tend.digests");
  }

  /**
   * Makes a member's digest for a slot.
   *
   * @return empty when there is nothing to tell, no such member, or the slot has its digest
   */
  Optional<Edition> make(String member, Instant slot) {
    return database.inTransaction(
        transaction ->
            locked(transaction, member)
                .filter(known -> !isMade(transaction, member, slot))
                .flatMap(known -> make(transaction, known, slot)));
  }

  private static Optional<Member> locked(Handle transaction, String member) {
    return transaction
        .createQuery("select document from members where id = :id for update")
        .bind("id", member)
        .mapTo(String.class)
        .findOne()
        .map(document -> Stored.read(document, Member.class));
  }

  private static boolean isMade(Handle transaction, String member, Instant slot) {
    return transaction
        .createQuery("select exists (select from digests where member = :member and slot = :slot)")
        .bind("member", member)
        .bind("slot", slot)
        .mapTo(boolean.class)
        .one();
  }

  private Optional<Edition> make(Handle transaction, Member member, Instant slot) {
    var news = news(transaction, member);
    if (news.isEmpty()) {
      return Optional.empty();
    }
    var digest = UUID.randomUUID();
    var mail = UUID.randomUUID();
    outbox.add(
        transaction,
        new Letter(
            mail,
            Mail.Kind.DIGEST,
            member.id(),
            "",
            "",
            member.email(),
            "",
            paper.render(letter(transaction, member, slot, news)),
            slot));
    write(transaction, digest, mail, member, slot);
    writeRows(transaction, digest, news);
    transaction.afterCommit(made::increment);
    return Optional.of(new Edition(mail, news.size()));
  }

  /**
   * Verdicts that the member has not been told, or was told otherwise, and on which they have not
   * acted: the most important first.
   */
  private List<News> news(Handle transaction, Member member) {
    return transaction
        .createQuery(
            """
            select i.document as invitation, i.received_at, d.document as decision, n.asked
            from untold n
            join invitations i on i.id = n.invitation
            join decisions d on d.invitation = n.invitation and d.revision = n.revision
            where n.member = :member
            order by array_position(array['accept', 'ask', 'ignore'], n.verdict),
                     n.relevance desc, i.received_at, i.id
            limit :most
            """)
        .bind("member", member.id())
        .bind("most", config.digestRows())
        .map(
            (row, context) ->
                new News(
                    Stored.read(row.getString("invitation"), Invitation.class),
                    row.getTimestamp("received_at").toInstant(),
                    Stored.read(row.getString("decision"), Decision.class),
                    row.getBoolean("asked")))
        .list();
  }

  private static Map<Kind, Integer> totals(Handle transaction, Member member) {
    var totals = new EnumMap<Kind, Integer>(Kind.class);
    transaction
        .createQuery(
            """
            select verdict, asked, count(*) as number from untold
            where member = :member group by verdict, asked
            """)
        .bind("member", member.id())
        .map(
            (row, context) ->
                Map.entry(
                    Kind.of(
                        Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                        row.getBoolean("asked")),
                    row.getInt("number")))
        .forEach(total -> totals.merge(total.getKey(), total.getValue(), Integer::sum));
    return totals;
  }

  private DigestLetter letter(Handle transaction, Member member, Instant slot, List<News> news) {
    var totals = totals(transaction, member);
    return new DigestLetter(
        FirstName.of(member.name()),
        member.languages().isEmpty()
            ? Locale.ENGLISH
            : Locale.forLanguageTag(member.languages().getFirst()),
        member.zone(),
        slot,
        group(Kind.ACCEPT, member, news, totals),
        group(Kind.TO_ASK, member, news, totals),
        group(Kind.ASKED, member, news, totals),
        group(Kind.IGNORED, member, news, totals),
        DigestSlots.after(time.instant(), member.digest(), member.zone()).orElse(null),
        null,
        null);
  }

  private Group group(Kind kind, Member member, List<News> news, Map<Kind, Integer> totals) {
    var rows =
        news.stream().filter(one -> one.kind() == kind).map(one -> row(one, member)).toList();
    return new Group(rows, Math.max(rows.size(), totals.getOrDefault(kind, 0)));
  }

  private Row row(News news, Member member) {
    var decision = news.decision();
    var inviter = news.invitation().inviter();
    return new Row(
        inviter.name(),
        inviter.headline(),
        URI.create(inviter.profile().url()),
        news.invitation().note(),
        decision.summary(),
        reasons(decision),
        decision.relevance(),
        decision.risk(),
        decision.wouldBe(),
        news.receivedAt(),
        news.kind() == Kind.TO_ASK
            ? questions.words(news.invitation(), news.receivedAt(), member)
            : "",
        choices(decision.invitation()));
  }

  /** Those first that speak for the verdict. */
  private static List<String> reasons(Decision decision) {
    var first = decision.verdict() == Verdict.IGNORE ? Axis.RISK : Axis.RELEVANCE;
    return Stream.concat(
            decision.signals().stream().filter(signal -> signal.axis() == first),
            decision.signals().stream().filter(signal -> signal.axis() != first))
        .map(Signal::evidence)
        .toList();
  }

  private Choices choices(String invitation) {
    var expires = time.instant().plus(config.linkLife());
    return new Choices(
        links.link(invitation, Choice.Kind.ACCEPT, expires),
        links.link(invitation, Choice.Kind.ASK, expires),
        links.link(invitation, Choice.Kind.IGNORE, expires));
  }

  private void write(Handle transaction, UUID digest, UUID mail, Member member, Instant slot) {
    transaction
        .createUpdate(
            """
            insert into digests (id, member, slot, mail, made_at)
            values (:id, :member, :slot, :mail, :now)
            """)
        .bind("id", digest)
        .bind("member", member.id())
        .bind("slot", slot)
        .bind("mail", mail)
        .bind("now", time.instant())
        .execute();
  }

  private static void writeRows(Handle transaction, UUID digest, List<News> news) {
    var batch =
        transaction.prepareBatch(
            """
            insert into digest_rows (invitation, revision, verdict, digest, place)
            values (:invitation, :revision, :verdict, :digest, :place)
            """);
    for (int place = 0; place < news.size(); place++) {
      var decision = news.get(place).decision();
      batch
          .bind("invitation", decision.invitation())
          .bind("revision", decision.revision())
          .bind("verdict", decision.verdict().word())
          .bind("digest", digest)
          .bind("place", place)
          .add();
    }
    batch.execute();
  }

  /** A digest that was made. */
  record Edition(UUID mail, int rows) {}

  private record News(Invitation invitation, Instant receivedAt, Decision decision, boolean asked) {
    Kind kind() {
      return Kind.of(decision.verdict(), asked);
    }
  }

  private enum Kind {
    ACCEPT,
    TO_ASK,
    ASKED,
    IGNORED;

    static Kind of(Verdict verdict, boolean asked) {
      return switch (verdict) {
        case ACCEPT -> ACCEPT;
        case ASK -> asked ? ASKED : TO_ASK;
        case IGNORE -> IGNORED;
      };
    }
  }
}
