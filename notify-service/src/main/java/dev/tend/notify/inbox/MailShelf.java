package dev.tend.notify.inbox;

import dev.tend.events.Mail;
import dev.tend.events.Topic;
import dev.tend.notify.mail.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** What others found out about our mails: that one came back. What we told ourselves we know. */
@ApplicationScoped
class MailShelf implements Shelf<Mail> {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Outbox outbox;

  MailShelf(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Topic topic() {
    return Topic.MAIL;
  }

  @Override
  public Class<Mail> type() {
    return Mail.class;
  }

  @Override
  public Optional<String> key(Mail mail) {
    return Optional.of(mail.member());
  }

  @Override
  public void keep(Handle transaction, List<Event<Mail>> fresh) {
    for (var event : fresh) {
      var mail = event.value();
      if (mail.state() == Mail.State.BOUNCED && ID.matcher(mail.id()).matches()) {
        outbox.bounced(transaction, UUID.fromString(mail.id()), mail.answer());
      }
    }
  }
}
