package dev.tend.notify.inbox;

import dev.tend.events.Invitation;
import dev.tend.events.Refusal;
import dev.tend.events.Topic;
import dev.tend.notify.erasure.Erasures;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who asked whom. An invitation that several sources tell of is kept once, with all that they know
 * of it, under the id that came first.
 */
@ApplicationScoped
class InvitationShelf implements Shelf<Invitation> {
  private final Questions questions;
  private final Erasures erasures;

  InvitationShelf(Questions questions, Erasures erasures) {
    this.questions = questions;
    this.erasures = erasures;
  }

  @Override
  public Topic topic() {
    return Topic.INVITATIONS;
  }

  @Override
  public Class<Invitation> type() {
    return Invitation.class;
  }

  @Override
  public Optional<String> key(Invitation invitation) {
    return Optional.of(invitation.inviter().profile().path());
  }

  @Override
  public Optional<Refusal> refusal(Invitation invitation) {
    return invitation.id().isEmpty()
        ? Optional.of(new Refusal("id", "is required"))
        : Optional.empty();
  }

  @Override
  public void keep(Handle transaction, List<Event<Invitation>> fresh) {
    var known = Known.around(transaction, fresh);
    fresh.forEach(known::tell);
    known.write(transaction);
    questions.settle(
        transaction,
        fresh.stream().map(event -> event.value().member()).toList(),
        fresh.stream().map(event -> event.value().id()).toList());
    erasures.settle(transaction, known.received());
  }
}
