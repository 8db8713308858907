package dev.tend.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Reply;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.events.kafka.KeyPartitioner;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as the services do: keyed, partitioned and with CloudEvents attributes. Each method
 * returns when the broker has the record. The caller closes it.
 */
public final class TopicWriter implements AutoCloseable {
  private final Producer<String, byte[]> producer;

  /** A writer to this broker. */
  public TopicWriter(String bootstrapServers) {
    Parts.quiet("org.apache.kafka");
    producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.PARTITIONER_CLASS_CONFIG,
                KeyPartitioner.class.getName()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** As ingest does when a member is put. */
  public RecordMetadata member(Member member, Instant changed) {
    return write(Topic.MEMBERS, member.id(), member, changed);
  }

  /** As ingest does when something becomes known about somebody. */
  public RecordMetadata person(Person person, Instant known) {
    return write(Topic.PEOPLE, person.profile().path(), person, known);
  }

  /** As ingest does when a connection becomes known. */
  public RecordMetadata connection(Connection connection, Instant known) {
    var key = new ConnectionKey(connection.person(), connection.member());
    return write(Topic.CONNECTIONS, key.toString(), connection, known);
  }

  /** As ingest does when an invitation is received. */
  public RecordMetadata invitation(Invitation invitation, Instant received) {
    var event = CloudEvent.on(Topic.INVITATIONS, invitation.id(), "/ingest/http", received);
    return write(Topic.INVITATIONS, invitation.inviter().profile().path(), invitation, event);
  }

  /** As ingest does when an answer to a question is received. */
  public RecordMetadata reply(Reply reply) {
    var id = UUID.randomUUID().toString();
    var event = CloudEvent.on(Topic.REPLIES, id, "/ingest/mail", reply.receivedAt());
    return write(Topic.REPLIES, reply.member(), reply, event);
  }

  /** As notify does when a member chooses. */
  public RecordMetadata choice(Choice choice) {
    var id = UUID.randomUUID().toString();
    var event = CloudEvent.on(Topic.CHOICES, id, "/notify", choice.chosenAt());
    return write(Topic.CHOICES, choice.member(), choice, event);
  }

  /** As scoring does when it decides. */
  public RecordMetadata decision(Decision decision) {
    var event = CloudEvent.on(Topic.DECISIONS, decision.id(), "/scoring", decision.decidedAt());
    return write(Topic.DECISIONS, decision.member(), decision, event);
  }

  /** Any event under its attributes; its time is also the record's. */
  public RecordMetadata write(Topic topic, String key, Object value, CloudEvent event) {
    var record =
        new ProducerRecord<>(
            topic.fullName(), null, event.time().toEpochMilli(), key, Codec.TOPIC.write(value));
    event.writeTo(record.headers());
    return sent(record);
  }

  /** Says that there is nothing under this key any more. */
  public RecordMetadata tombstone(Topic topic, String key) {
    return sent(new ProducerRecord<>(topic.fullName(), key, null));
  }

  /** Bytes as they are, without attributes: for what must end among the dead letters. */
  public RecordMetadata raw(Topic topic, String key, byte @Nullable [] value) {
    return sent(new ProducerRecord<>(topic.fullName(), key, value));
  }

  /** As {@link #raw(Topic, String, byte[])}, with a text. */
  public RecordMetadata rawText(Topic topic, String key, String value) {
    return raw(topic, key, value.getBytes(UTF_8));
  }

  private RecordMetadata write(Topic topic, String key, Object value, Instant time) {
    var id = UUID.randomUUID().toString();
    return write(topic, key, value, CloudEvent.on(topic, id, "/ingest/http", time));
  }

  private RecordMetadata sent(ProducerRecord<String, byte[]> record) {
    try {
      return producer.send(record).get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The broker did not take the record", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing", interrupted);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
