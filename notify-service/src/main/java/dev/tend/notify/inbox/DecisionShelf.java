package dev.tend.notify.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.Topic;
import dev.tend.notify.erasure.Erasures;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What was decided. Every decision is kept; the one of the highest revision is the verdict. */
@ApplicationScoped
class DecisionShelf implements Shelf<Decision> {
  private final Questions questions;
  private final Erasures erasures;

  DecisionShelf(Questions questions, Erasures erasures) {
    this.questions = questions;
    this.erasures = erasures;
  }

  @Override
  public Topic topic() {
    return Topic.DECISIONS;
  }

  @Override
  public Class<Decision> type() {
    return Decision.class;
  }

  @Override
  public Optional<String> key(Decision decision) {
    return Optional.of(decision.member());
  }

  @Override
  public void keep(Handle transaction, List<Event<Decision>> fresh) {
    var latest = new TreeMap<String, Decision>();
    for (var event : fresh) {
      latest.merge(
          event.value().invitation(),
          event.value(),
          (one, other) -> one.revision() > other.revision() ? one : other);
    }
    write(transaction, fresh);
    writeVerdicts(transaction, latest.values());
    questions.settle(
        transaction, latest.values().stream().map(Decision::member).toList(), latest.keySet());
    erasures.settleLate(transaction, latest.keySet());
  }

  private static void write(Handle transaction, List<Event<Decision>> decided) {
    var batch =
        transaction.prepareBatch(
            """
            insert into decisions (invitation, revision, member, document, decided_at)
            values (:invitation, :revision, :member, :document::jsonb, :decidedAt)
            on conflict do nothing
            """);
    for (var event : decided) {
      var decision = event.value();
      batch
          .bind("invitation", decision.invitation())
          .bind("revision", decision.revision())
          .bind("member", decision.member())
          .bind("document", new String(Codec.TOPIC.write(decision), UTF_8))
          .bind("decidedAt", decision.decidedAt())
          .add();
    }
    batch.execute();
  }

  private static void writeVerdicts(Handle transaction, Collection<Decision> latest) {
    var batch =
        transaction.prepareBatch(
            """
            insert into verdicts (invitation, member, revision, verdict, relevance, risk, decided_at)
            values (:invitation, :member, :revision, :verdict, :relevance, :risk, :decidedAt)
            on conflict (invitation) do update
            set revision = excluded.revision, verdict = excluded.verdict,
                relevance = excluded.relevance, risk = excluded.risk,
                decided_at = excluded.decided_at
            where verdicts.revision < excluded.revision
            """);
    for (var decision : latest) {
      batch
          .bind("invitation", decision.invitation())
          .bind("member", decision.member())
          .bind("revision", decision.revision())
          .bind("verdict", decision.verdict().word())
          .bind("relevance", decision.relevance())
          .bind("risk", decision.risk())
          .bind("decidedAt", decision.decidedAt())
          .add();
    }
    batch.execute();
  }
}
