package dev.tend.events;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The topics, and how each is kept. All have the same number of partitions, so that records of the
 * same key meet. {@code docs/asyncapi.yaml} is the same list for readers outside Java.
 */
public enum Topic {
  /** Who is served; key: the member. */
  MEMBERS(Member.class, "dev.tend.member.changed.v1"),
  /** What is known about a person; key: the person. */
  PEOPLE(Person.class, "dev.tend.person.known.v1"),
  /** Who in the firm is connected to, or corresponded with, whom; key: {@link ConnectionKey}. */
  CONNECTIONS(Connection.class, "dev.tend.connection.known.v1"),
  /** An invitation was received; key: the inviter. */
  INVITATIONS(Invitation.class, "dev.tend.invitation.received.v1", Duration.ofDays(365)),
  /** An inviter answered the question; key: the member. */
  REPLIES(Reply.class, "dev.tend.reply.received.v1", Duration.ofDays(365)),
  /** What the member did in the end; key: the member. */
  CHOICES(Choice.class, "dev.tend.choice.made.v1", Duration.ofDays(365)),
  /** A verdict with its reasons; key: the member. */
  DECISIONS(Decision.class, "dev.tend.invitation.decided.v1", Duration.ofDays(365)),
  /** What was sent, bounced, suppressed; key: the member. */
  MAIL(Mail.class, "dev.tend.mail.changed.v1", Duration.ofDays(90)),
  /** How far what ingest-service polls has been read; key: {@link SourceKey}. Its alone. */
  SOURCES(SourceState.class, "dev.tend.source.polled.v1"),
  /** Who is to be forgotten, by a fingerprint; key: the receipt. Longer than what it undoes. */
  ERASURES(Erasure.class, "dev.tend.erasure.requested.v1", Duration.ofDays(400)),
  /** What each service has forgotten; key: {@link Erased#key()}. */
  ERASED(Erased.class, "dev.tend.erasure.confirmed.v1", Duration.ofDays(400)),
  /** What could not be read; key: as at its origin. */
  DEAD_LETTERS(DeadLetter.class, "dev.tend.record.refused.v1", Duration.ofDays(30));

  /** Partitions in a deployment. */
  public static final int PARTITIONS = 12;

  /** Partitions on one machine. */
  public static final int LOCAL_PARTITIONS = 4;

  private final String fullName = "tend." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final Class<?> carries;
  private final String eventType;
  private final Optional<Duration> retention;

  Topic(Class<?> carries, String eventType) {
    this(carries, eventType, Optional.empty());
  }

  Topic(Class<?> carries, String eventType, Duration retention) {
    this(carries, eventType, Optional.of(retention));
  }

  Topic(Class<?> carries, String eventType, Optional<Duration> retention) {
    this.carries = carries;
    this.eventType = eventType;
    this.retention = retention;
  }

  /** The name on the broker, such as {@code tend.dead-letters}. */
  public String fullName() {
    return fullName;
  }

  /** The record that its values are. */
  public Class<?> carries() {
    return carries;
  }

  /** The {@code ce_type} of its records. */
  public String eventType() {
    return eventType;
  }

  /**
   * How long a record is kept; empty for a compacted topic, which keeps the last record of each
   * key.
   */
  public Optional<Duration> retention() {
    return retention;
  }
}
