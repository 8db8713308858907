package dev.tend.notify.inbox;

import dev.tend.events.DeadLetter;
import dev.tend.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What no service could process. The same record given up by two services is one dead letter. The
 * record itself is not copied: it may hold personal data, and stays on the topic.
 */
@ApplicationScoped
class DeadLetterShelf implements Shelf<DeadLetter> {
  @Override
  public Topic topic() {
    return Topic.DEAD_LETTERS;
  }

  @Override
  public Class<DeadLetter> type() {
    return DeadLetter.class;
  }

  /** The key is that of the record which was given up. */
  @Override
  public Optional<String> key(DeadLetter letter) {
    return Optional.empty();
  }

  @Override
  public void keep(Handle transaction, List<Event<DeadLetter>> fresh) {
    var batch =
        transaction.prepareBatch(
            """
            insert into dead_letters (origin, origin_topic, reason, service, detail, attempts, happened_at)
            values (:origin, :topic, :reason, :service, :detail, :attempts, :at)
            on conflict do nothing
            """);
    for (var event : fresh) {
      var letter = event.value();
      batch
          .bind("origin", letter.origin())
          .bind("topic", letter.topic())
          .bind("reason", letter.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .bind("service", letter.service())
          .bind("detail", letter.detail().replace("\0", ""))
          .bind("attempts", letter.attempts())
          .bind("at", letter.at())
          .add();
    }
    batch.execute();
  }
}
