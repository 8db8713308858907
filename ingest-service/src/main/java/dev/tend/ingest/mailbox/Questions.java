package dev.tend.ingest.mailbox;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Mail;
import dev.tend.events.Topic;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.view.View;
import dev.tend.ingest.view.Views;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The questions that were asked, as {@code tend.mail} has them: what an answer must be matched to.
 * Thread-safe.
 */
@Singleton
@Startup
class Questions implements Asked {
  private static final Logger LOG = Logger.getLogger(Questions.class);

  private final Views views;
  private final Map<String, Question> byMail = new ConcurrentHashMap<>();
  private final Map<String, Question> byMessage = new ConcurrentHashMap<>();
  private @Nullable View view;

  Questions(Views views) {
    this.views = views;
  }

  @PostConstruct
  void follow() {
    view = views.follow(Topic.MAIL, this::read);
  }

  @Override
  public Optional<Question> asked(String mail) {
    return found(byMail.get(mail));
  }

  @Override
  public Optional<Question> withMessageId(String messageId) {
    return found(byMessage.get(messageId));
  }

  private Optional<Question> found(@Nullable Question question) {
    if (question == null && (view == null || !view.caughtUp())) {
      throw new BrokerAwayException("The questions are still being read. Try again soon.");
    }
    return Optional.ofNullable(question);
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    switch (Codec.TOPIC.read(record.value(), Mail.class)) {
      case Decoded.Value<Mail>(var mail) -> {
        if (mail.kind() == Mail.Kind.QUESTION) {
          var question =
              new Question(mail.id(), mail.member(), mail.invitation(), mail.messageId());
          byMail.put(mail.id(), question);
          if (!mail.messageId().isEmpty()) {
            byMessage.put(mail.messageId(), question);
          }
        }
      }
      case Decoded.Refused<Mail>(var reason, var refusal) ->
          LOG.warnf(
              "A mail in partition %d at offset %d cannot be read: %s",
              record.partition(), record.offset(), reason);
    }
  }
}
