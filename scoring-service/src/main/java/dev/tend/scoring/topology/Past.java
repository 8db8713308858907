package dev.tend.scoring.topology;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.scoring.signal.Facts;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The invitations of the past with all that was known about them: what the stream holds of every
 * partition, read from the topic behind its store, which outlives any instance. Joins no group and
 * changes nothing.
 */
public final class Past {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Packing<Dealings> DEALINGS = Packing.of(Dealings.class);

  private final Map<String, Object> kafka;
  private final String dealings;

  /**
   * The past of one application.
   *
   * @param kafka where the broker is and how it is spoken to, as Kafka's consumer calls it
   * @param application the id of the Kafka Streams application, such as {@code tend-scoring}
   */
  public Past(Map<String, Object> kafka, String application) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.kafka.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.kafka.put(ConsumerConfig.CLIENT_ID_CONFIG, application + "-past");
    this.kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.dealings = application + "-" + StateStores.DEALINGS + "-changelog";
  }

  /**
   * An invitation of the past.
   *
   * @param facts as far as they are known today
   * @param chosen what the member did in the end; empty for nothing yet
   */
  public record Remembered(Facts facts, Optional<Choice.Kind> chosen) {}

  /** The broker did not answer, or does not hold such a past. */
  public static final class UnknownException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownException(String sentence) {
      super(sentence);
    }
  }

  /** All members whom Tend serves now, by id. */
  public Map<String, Member> members(Deadline deadline) throws UnknownException {
    var members = new HashMap<String, Member>();
    boolean complete =
        read(
            Topic.MEMBERS.fullName(),
            deadline,
            record -> {
              members.remove(record.key());
              if (record.value() != null
                  && Codec.TOPIC.read(record.value(), Member.class)
                      instanceof Decoded.Value<Member>(var member)) {
                members.put(member.id(), member);
              }
            });
    if (!complete) {
      throw new UnknownException("The members could not be read in time");
    }
    return members;
  }

  /**
   * Reads all invitations whose member is served now. What comes later under the same key replaces
   * what came before.
   *
   * @param each is given a key and the invitations under it, which may be none
   * @return whether all of it was read before the deadline
   */
  public boolean invitations(
      Map<String, Member> members, Deadline deadline, BiConsumer<String, List<Remembered>> each)
      throws UnknownException {
    return read(
        dealings, deadline, record -> each.accept(record.key(), remembered(record, members)));
  }

  private static List<Remembered> remembered(
      ConsumerRecord<String, byte[]> record, Map<String, Member> members) {
    if (record.value() == null) {
      return List.of();
    }
    var dealings = Drawer.value(record.value(), DEALINGS);
    var member = dealings.isEmpty() ? null : members.get(dealings.member());
    return member == null
        ? List.of()
        : dealings.invitations().stream()
            .map(
                held ->
                    new Remembered(
                        dealings.facts(member, held),
                        Optional.ofNullable(held.choice()).map(Choice::choice)))
            .toList();
  }

  private boolean read(
      String topic,
      Deadline deadline,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> each)
      throws UnknownException {
    try (var consumer =
        new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new UnknownException("The broker holds no topic " + topic);
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (isBefore(consumer, ends)) {
        if (deadline.isOver()) {
          return false;
        }
        consumer.poll(POLL).forEach(each);
      }
      return true;
    } catch (TimeoutException away) {
      throw new UnknownException("The broker does not answer");
    } catch (Packing.UnreadableException other) {
      throw new UnknownException("Another version of Tend wrote the past");
    }
  }

  private static boolean isBefore(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }
}
