package dev.tend.notify.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is shown: what it is and what became of it, not what stands in it.
 *
 * @param state one that is being sent at this moment is still {@code due}
 * @param answer what the SMTP server said last, or why it was not sent
 */
public record MailRow(
    String id,
    String kind,
    String member,
    String invitation,
    String to,
    String subject,
    Instant due,
    String state,
    @Nullable Instant sentAt,
    int attempts,
    String messageId,
    String answer) {

  /** The columns that {@link #of} reads. */
  static final String COLUMNS =
      """
      m.id, m.kind, m.member, m.invitation, m.recipient, m.subject, m.due,
      case m.state when 'sending' then 'due' else m.state end as state,
      m.sent_at, m.attempts, m.message_id, m.answer, m.made_at
      """;

  static MailRow of(ResultSet row) throws SQLException {
    var sentAt = row.getTimestamp("sent_at");
    return new MailRow(
        row.getString("id"),
        row.getString("kind"),
        row.getString("member"),
        row.getString("invitation"),
        row.getString("recipient"),
        row.getString("subject"),
        row.getTimestamp("due").toInstant(),
        row.getString("state"),
        sentAt == null ? null : sentAt.toInstant(),
        row.getInt("attempts"),
        row.getString("message_id"),
        row.getString("answer"));
  }

  @Override
  public String toString() {
    return "MailRow[" + id + " " + state + "]";
  }
}
