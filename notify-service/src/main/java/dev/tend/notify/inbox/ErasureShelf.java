package dev.tend.notify.inbox;

import dev.tend.events.Erasure;
import dev.tend.events.Topic;
import dev.tend.notify.erasure.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is to be forgotten. */
@ApplicationScoped
class ErasureShelf implements Shelf<Erasure> {
  private final Erasures erasures;

  ErasureShelf(Erasures erasures) {
    this.erasures = erasures;
  }

  @Override
  public Topic topic() {
    return Topic.ERASURES;
  }

  @Override
  public Class<Erasure> type() {
    return Erasure.class;
  }

  @Override
  public Optional<String> key(Erasure erasure) {
    return Optional.of(erasure.receipt());
  }

  @Override
  public void keep(Handle transaction, List<Event<Erasure>> fresh) {
    fresh.forEach(event -> erasures.forget(transaction, event.value()));
  }
}
