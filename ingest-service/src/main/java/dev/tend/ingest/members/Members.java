package dev.tend.ingest.members;

import dev.tend.events.Accounts;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Receipt;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.View;
import dev.tend.ingest.view.Views;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The members, as {@code tend.members} has them. A write is seen by every later read of this
 * process; of two processes, the last write wins. Thread-safe.
 */
@ApplicationScoped
@Startup
public class Members {
  private static final Logger LOG = Logger.getLogger(Members.class);

  private final Views views;
  private final Publisher publisher;
  private final InstantSource time;
  private final Map<String, Stored> stored = new ConcurrentHashMap<>();
  private final Map<String, String> byAddress = new ConcurrentHashMap<>();

  /** Members change rarely, so that one lock for all changes costs nothing. */
  private final ReentrantLock changing = new ReentrantLock();

  private @Nullable View view;

  Members(Views views, Publisher publisher, InstantSource time) {
    this.views = views;
    this.publisher = publisher;
    this.time = time;
  }

  @PostConstruct
  void follow() {
    view = views.follow(Topic.MEMBERS, this::read);
  }

  /**
   * The member of this id.
   *
   * @throws BrokerAwayException while the members are still being read after a start, when nobody
   *     could say that there is none
   */
  public Optional<Member> find(String id) {
    var found = Optional.ofNullable(stored.get(id)).map(Stored::member);
    if (found.isEmpty()) {
      requireCaughtUp();
    }
    return found;
  }

  /**
   * The member who reads mail at this address, or to whom LinkedIn writes at it. Throws as {@link
   * #find} does.
   */
  public Optional<Member> withAddress(String address) {
    var id = byAddress.get(address.toLowerCase(Locale.ROOT));
    if (id == null) {
      requireCaughtUp();
      return Optional.empty();
    }
    return find(id);
  }

  /** All members, by their id. Throws as {@link #find} does. */
  public List<Member> all() {
    requireCaughtUp();
    return stored.values().stream()
        .map(Stored::member)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Member::id))
        .toList();
  }

  /** The member whose own profile this is. Throws as {@link #find} does. */
  public Optional<Member> withProfile(PersonKey profile) {
    requireCaughtUp();
    return stored.values().stream()
        .flatMap(one -> Optional.ofNullable(one.member()).stream())
        .filter(member -> member.profile() != null && member.profile().profile().equals(profile))
        .findFirst();
  }

  /**
   * Stores a member. From when on they are learned from stays, unless this says later: what was to
   * be forgotten is not remembered again because somebody else stores the member without it. What
   * the firm's CRM says of them stays as it is.
   *
   * @throws BrokerAwayException when the broker did not acknowledge it
   * @throws RefusedException when it is too large for a record
   */
  public void put(Member member, Source source) {
    changing.lock();
    try {
      publish(keepingForgotten(member).withAccounts(accounts(member.id())), source);
    } finally {
      changing.unlock();
    }
  }

  /**
   * Changes a member and returns them as they are then; empty when there is none of this id. Throws
   * as {@link #put} does.
   */
  public Optional<Member> change(String id, Source source, UnaryOperator<Member> change) {
    changing.lock();
    try {
      var changed = find(id).map(change);
      changed.ifPresent(member -> publish(member, source));
      return changed;
    } finally {
      changing.unlock();
    }
  }

  private Member keepingForgotten(Member member) {
    var before = Optional.ofNullable(stored.get(member.id())).map(Stored::member);
    var earlier = before.map(Member::learnFrom).orElse(null);
    var now = member.learnFrom();
    return earlier == null || (now != null && now.isAfter(earlier))
        ? member
        : member.learningFrom(earlier);
  }

  /** Those of the member; of one who is new, those that the firm has for everybody. */
  private @Nullable Accounts accounts(String id) {
    var before = stored.get(id);
    if (before != null && before.member() != null) {
      return before.member().accounts();
    }
    return stored.values().stream()
        .map(Stored::member)
        .filter(Objects::nonNull)
        .map(Member::accounts)
        .filter(Objects::nonNull)
        .findFirst()
        .map(theirs -> theirs.ofMember(List.of(), List.of()))
        .orElse(null);
  }

  /**
   * Removes a member; harmless when there is none of this id.
   *
   * @throws BrokerAwayException when the broker did not acknowledge it
   */
  public void remove(String id, Source source) {
    changing.lock();
    try {
      var place =
          publisher
              .publish(Publication.gone(Topic.MEMBERS, id, source, time.instant()))
              .orElseThrow(
                  () -> new BrokerAwayException("The broker did not acknowledge it. Ask again."));
      keep(place, id, null);
    } finally {
      changing.unlock();
    }
  }

  private void publish(Member member, Source source) {
    var publication = Publication.of(member, source, time.instant());
    if (publication.tooLarge()) {
      throw new RefusedException("", "is larger than a member may be");
    }
    var place =
        publisher
            .publish(publication)
            .orElseThrow(
                () ->
                    new BrokerAwayException(
                        "The broker did not acknowledge the member. Send it again."));
    keep(place, member.id(), member);
  }

  private void requireCaughtUp() {
    if (view == null || !view.caughtUp()) {
      throw new BrokerAwayException("The members are still being read. Try again soon.");
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    var place = new Receipt.Place(record.partition(), record.offset());
    if (record.key() == null) {
      LOG.warnf("%s has no key", place);
    } else if (record.value() == null) {
      keep(place, record.key(), null);
    } else {
      switch (Codec.TOPIC.read(record.value(), Member.class)) {
        case Decoded.Value<Member>(var member) -> keep(place, record.key(), member);
        case Decoded.Refused<Member>(var reason, var refusal) ->
            // scoring-service follows the same topic and makes the dead letter
            LOG.warnf(
                "A member in partition %d at offset %d cannot be read and is kept as they were: %s",
                place.partition(), place.offset(), reason);
      }
    }
  }

  /** Own writes come twice, at once and by the topic; the place tells which is the later state. */
  private void keep(Receipt.Place place, String id, @Nullable Member member) {
    var _ =
        stored.compute(
            id,
            (same, before) -> {
              if (before != null && before.place().offset() >= place.offset()) {
                return before;
              }
              if (before != null && before.member() != null) {
                addresses(before.member()).forEach(address -> byAddress.remove(address, id));
              }
              if (member != null) {
                addresses(member).forEach(address -> byAddress.putIfAbsent(address, id));
                byAddress.put(address(member.email()), id);
              }
              return new Stored(place, member);
            });
  }

  /** Where a member reads mail: what they were put with, and what LinkedIn writes to. */
  private static Set<String> addresses(Member member) {
    var addresses = new HashSet<String>();
    addresses.add(address(member.email()));
    if (member.profile() != null && !member.profile().email().isEmpty()) {
      addresses.add(address(member.profile().email()));
    }
    return addresses;
  }

  private static String address(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /**
   * A member who is gone stays as a place without a member, lest an older write bring them back.
   */
  private record Stored(Receipt.Place place, @Nullable Member member) {}
}
