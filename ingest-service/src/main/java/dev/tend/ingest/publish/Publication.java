package dev.tend.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.DeadLetter;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Reply;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.events.kafka.TopicSettings;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event, with the topic and the key under which it goes out.
 *
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the record's value and are never compared
public record Publication(Topic topic, String key, CloudEvent event, byte @Nullable [] value) {

  /** An invitation was received; keyed by its inviter. It must have an id. */
  public static Publication of(Invitation invitation, Source source, Instant at) {
    var event = CloudEvent.on(Topic.INVITATIONS, invitation.id(), source.uri(), at);
    return of(Topic.INVITATIONS, invitation.inviter().profile().path(), event, invitation);
  }

  /** A member is as they are from now on. */
  public static Publication of(Member member, Source source, Instant at) {
    return of(Topic.MEMBERS, member.id(), fresh(Topic.MEMBERS, source, at), member);
  }

  /** Something is known about a person. */
  public static Publication of(Person person, Source source, Instant at) {
    return of(Topic.PEOPLE, person.profile().path(), fresh(Topic.PEOPLE, source, at), person);
  }

  /** A member is connected to a person. */
  public static Publication of(Connection connection, Source source, Instant at) {
    var event = fresh(Topic.CONNECTIONS, source, at);
    return of(Topic.CONNECTIONS, connection.key().toString(), event, connection);
  }

  /**
   * An inviter answered.
   *
   * @param id the same whenever the same mail comes again
   */
  public static Publication of(Reply reply, String id, Source source, Instant at) {
    var event = CloudEvent.on(Topic.REPLIES, id, source.uri(), at);
    return of(Topic.REPLIES, reply.member(), event, reply);
  }

  /** A polled source remembers something. */
  public static Publication of(SourceState state) {
    var event =
        CloudEvent.on(
            Topic.SOURCES, UUID.randomUUID().toString(), "/ingest/" + state.source(), state.at());
    return of(Topic.SOURCES, state.key().toString(), event, state);
  }

  /** Something could not be read; its id is the same whenever the same origin is meant. */
  public static Publication of(DeadLetter letter, Source source) {
    var id = UUID.nameUUIDFromBytes(letter.origin().getBytes(UTF_8)).toString();
    var event = CloudEvent.on(Topic.DEAD_LETTERS, id, source.uri(), letter.at());
    return of(Topic.DEAD_LETTERS, letter.key(), event, letter);
  }

  /** Somebody is to be forgotten. */
  public static Publication of(Erasure erasure, Source source) {
    var event =
        CloudEvent.on(Topic.ERASURES, erasure.receipt(), source.uri(), erasure.requestedAt());
    return of(Topic.ERASURES, erasure.receipt(), event, erasure);
  }

  /** This service has forgotten somebody. */
  public static Publication of(Erased erased, Source source) {
    var event = CloudEvent.on(Topic.ERASED, erased.key(), source.uri(), erased.at());
    return of(Topic.ERASED, erased.key(), event, erased);
  }

  /** There is nothing under this key any more. */
  public static Publication gone(Topic topic, String key, Source source, Instant at) {
    return new Publication(topic, key, fresh(topic, source, at), null);
  }

  /** How many bytes the value has. */
  int size() {
    return value == null ? 0 : value.length;
  }

  /**
   * Something became of a mail that notify-service had sent.
   *
   * @param id the same whenever the same is told again
   */
  public static Publication of(Mail mail, String id, Source source, Instant at) {
    return of(Topic.MAIL, mail.member(), CloudEvent.on(Topic.MAIL, id, source.uri(), at), mail);
  }

  /** Whether the broker would refuse it for its size alone. */
  public boolean tooLarge() {
    return size() >= TopicSettings.LARGEST_RECORD_BYTES;
  }

  private static CloudEvent fresh(Topic topic, Source source, Instant at) {
    return CloudEvent.on(topic, UUID.randomUUID().toString(), source.uri(), at);
  }

  private static Publication of(Topic topic, String key, CloudEvent event, Object value) {
    return new Publication(topic, key, event, Codec.TOPIC.write(value));
  }

  @Override
  public String toString() {
    return "Publication[" + topic.fullName() + " " + event.id() + "]";
  }
}
