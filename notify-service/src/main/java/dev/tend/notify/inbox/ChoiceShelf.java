package dev.tend.notify.inbox;

import dev.tend.events.Choice;
import dev.tend.events.Topic;
import dev.tend.notify.choice.Choices;
import dev.tend.notify.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What members chose, on our own pages as elsewhere. */
@ApplicationScoped
class ChoiceShelf implements Shelf<Choice> {
  private final Choices choices;
  private final Erasures erasures;

  ChoiceShelf(Choices choices, Erasures erasures) {
    this.choices = choices;
    this.erasures = erasures;
  }

  @Override
  public Topic topic() {
    return Topic.CHOICES;
  }

  @Override
  public Class<Choice> type() {
    return Choice.class;
  }

  @Override
  public Optional<String> key(Choice choice) {
    return Optional.of(choice.member());
  }

  @Override
  public void keep(Handle transaction, List<Event<Choice>> fresh) {
    for (var event : fresh) {
      choices.store(transaction, event.id(), event.value());
    }
    erasures.settleLate(
        transaction, fresh.stream().map(event -> event.value().invitation()).toList());
  }
}
