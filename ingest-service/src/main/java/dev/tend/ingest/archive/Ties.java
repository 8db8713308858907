package dev.tend.ingest.archive;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.Correspondence;
import dev.tend.events.Decoded;
import dev.tend.events.PersonKey;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.archive.Correspondents.Correspondent;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whom one member knew before an import, as {@code tend.connections} has it, beside what the import
 * says. The topic is the truth, so this works after a restart and on any instance; it costs one
 * pass over the topic. For one thread.
 *
 * <p>Of 100,000 connections it holds their addresses, some 20 MB.
 */
final class Ties {
  private final String member;
  private final Map<PersonKey, Correspondent> correspondents;
  private final Map<PersonKey, Earlier> earlier = new HashMap<>();
  private final Set<PersonKey> present = new HashSet<>();

  private Ties(String member, Map<PersonKey, Correspondent> correspondents) {
    this.member = member;
    this.correspondents = correspondents;
  }

  /**
   * Reads what is known of a member's ties.
   *
   * @param correspondents with whom they exchanged messages, as the archive says
   * @throws dev.tend.ingest.publish.BrokerAwayException when the broker does not answer
   */
  static Ties read(Views views, String member, Map<PersonKey, Correspondent> correspondents) {
    var ties = new Ties(member, correspondents);
    views.readThrough(Topic.CONNECTIONS, ties::take);
    return ties;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    var key = record.key();
    if (key == null || !key.endsWith(ConnectionKey.SEPARATOR + member)) {
      return;
    }
    if (record.value() == null) {
      var _ = earlier.remove(ConnectionKey.of(key).person());
    } else if (Codec.TOPIC.read(record.value(), Connection.class)
        instanceof Decoded.Value<Connection>(var connection)) {
      earlier.put(connection.person(), earlier(connection, record));
    }
  }

  private Earlier earlier(Connection connection, ConsumerRecord<String, byte[]> record) {
    boolean ours =
        CloudEvent.of(record.headers())
            .filter(event -> event.source().equals(Source.ARCHIVE.uri()))
            .isPresent();
    return new Earlier(
        ours && connection.areConnected(),
        connection.correspondence(),
        correspondents.containsKey(connection.person()) ? connection : null);
  }

  /**
   * Notes that a person stands among the connections.
   *
   * @return whether they did not before
   */
  boolean found(PersonKey person) {
    return present.add(person);
  }

  /** Whether the archive names no connection. */
  boolean isEmpty() {
    return present.isEmpty();
  }

  /** Whether a person stands among the connections. */
  boolean isConnectedTo(PersonKey person) {
    return present.contains(person);
  }

  /** A connection of the archive, with what else is known. */
  Connection completed(Connection connection) {
    return connection.with(correspondence(connection.person()));
  }

  private @Nullable Correspondence correspondence(PersonKey person) {
    var told = correspondents.get(person);
    if (told != null) {
      return told.correspondence();
    }
    var known = earlier.get(person);
    return known == null ? null : known.correspondence();
  }

  /** With whom the member corresponded who is not among the connections of the archive. */
  List<Connection> correspondentsElsewhere() {
    var others = new ArrayList<Connection>();
    correspondents.forEach(
        (person, told) -> {
          if (!present.contains(person)) {
            var known = earlier.get(person);
            var whole = known == null ? null : known.whole();
            others.add(
                whole == null
                    ? Connection.correspondent(person, member, told.name(), told.correspondence())
                    : whole.with(told.correspondence()));
          }
        });
    return others;
  }

  /**
   * Whom an earlier archive had among the connections and this one has not. Connections that
   * another source told of stay: it may know later ones.
   */
  List<Gone> gone() {
    var gone = new ArrayList<Gone>();
    earlier.forEach(
        (person, known) -> {
          if (known.connectedByArchive() && !present.contains(person)) {
            gone.add(new Gone(new ConnectionKey(person, member), stays(person, known)));
            var _ = correspondents.remove(person);
          }
        });
    return gone;
  }

  private @Nullable Connection stays(PersonKey person, Earlier known) {
    var correspondence = correspondence(person);
    if (correspondence == null) {
      return null;
    }
    var whole = known.whole();
    return Connection.correspondent(
        person, member, whole == null ? "" : whole.name(), correspondence);
  }

  /**
   * A connection that has ended.
   *
   * @param remains that they corresponded; null when nothing remains
   */
  record Gone(ConnectionKey key, @Nullable Connection remains) {}

  /**
   * What was known of a tie.
   *
   * @param whole the record; kept of those alone of whom the archive's messages tell
   */
  private record Earlier(
      boolean connectedByArchive,
      @Nullable Correspondence correspondence,
      @Nullable Connection whole) {}
}
