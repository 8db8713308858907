package dev.tend.notify.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Where SmallRye hands records over, a batch at a time, each topic in order. A batch is
 * acknowledged, and so committed, when its method returns.
 */
@ApplicationScoped
public class Consumers {
  private final Intake intake;
  private final MemberShelf members;
  private final InvitationShelf invitations;
  private final DecisionShelf decisions;
  private final ChoiceShelf choices;
  private final MailShelf mails;
  private final ErasureShelf erasures;
  private final DeadLetterShelf deadLetters;

  Consumers(
      Intake intake,
      MemberShelf members,
      InvitationShelf invitations,
      DecisionShelf decisions,
      ChoiceShelf choices,
      MailShelf mails,
      ErasureShelf erasures,
      DeadLetterShelf deadLetters) {
    this.intake = intake;
    this.members = members;
    this.invitations = invitations;
    this.decisions = decisions;
    this.choices = choices;
    this.mails = mails;
    this.erasures = erasures;
    this.deadLetters = deadLetters;
  }

  @Incoming("members")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void members(ConsumerRecords<String, byte[]> records) {
    intake.take(members, records);
  }

  @Incoming("invitations")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void invitations(ConsumerRecords<String, byte[]> records) {
    intake.take(invitations, records);
  }

  @Incoming("decisions")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void decisions(ConsumerRecords<String, byte[]> records) {
    intake.take(decisions, records);
  }

  @Incoming("choices")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void choices(ConsumerRecords<String, byte[]> records) {
    intake.take(choices, records);
  }

  @Incoming("mail")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void mails(ConsumerRecords<String, byte[]> records) {
    intake.take(mails, records);
  }

  @Incoming("erasures")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void erasures(ConsumerRecords<String, byte[]> records) {
    intake.take(erasures, records);
  }

  @Incoming("dead-letters")
  @Blocking
  @Acknowledgment(Strategy.POST_PROCESSING)
  void deadLetters(ConsumerRecords<String, byte[]> records) {
    intake.take(deadLetters, records);
  }
}
