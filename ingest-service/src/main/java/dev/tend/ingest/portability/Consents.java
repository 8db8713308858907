package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Codec;
import dev.tend.events.Erasure;
import dev.tend.events.RefusedException;
import dev.tend.events.SourceKey;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.ingest.poll.Turn;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.View;
import dev.tend.ingest.view.Views;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The members' consents: <i>asked</i>, <i>given</i>, <i>withdrawn</i>. They lie on {@code
 * tend.sources} beside what was read under them, so every instance knows all of them. Thread-safe.
 */
final class Consents {
  private final LinkedIn linkedin;
  private final Secrets secrets;
  private final Publisher publisher;
  private final InstantSource time;
  private final Duration within;
  private final SecureRandom random = new SecureRandom();
  private final Map<SourceKey, Stored> stored = new ConcurrentHashMap<>();
  private @Nullable View view;

  Consents(
      LinkedIn linkedin,
      Secrets secrets,
      Publisher publisher,
      InstantSource time,
      Duration within) {
    this.linkedin = linkedin;
    this.secrets = secrets;
    this.publisher = publisher;
    this.time = time;
    this.within = within;
  }

  void follow(Views views) {
    view = views.follow(Topic.SOURCES, this::read);
  }

  /**
   * Begins to ask a member; what was begun before can no longer be ended.
   *
   * @throws BrokerAwayException when the broker did not acknowledge it
   */
  Asking ask(String member) {
    var id = UUID.randomUUID().toString();
    var until = time.instant().plus(within);
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var verifier = base64(bytes);
    var sealed = secrets.sealedVerifier(verifier, member, id);
    write(member, PortabilitySource.ASKED, text(new Consent.Asked(id, until, sealed)));
    var state = secrets.state(member, id, until);
    return new Asking(linkedin.authorisation(state, challenge(verifier)), until);
  }

  /**
   * Ends what {@link #ask} began: exchanges the code, and keeps what LinkedIn gives for it. It can
   * be ended once.
   *
   * @param code null when the member declined
   * @throws BrokerAwayException when the broker did not acknowledge it
   */
  End end(String state, @Nullable String code) throws InterruptedException {
    requireCaughtUp();
    var now = time.instant();
    var coming = secrets.travelling(state, now).orElse(null);
    if (coming == null) {
      return End.STALE;
    }
    var asked =
        recall(coming.member(), PortabilitySource.ASKED, Consent.Asked.class)
            .filter(one -> one.id().equals(coming.consent()))
            .flatMap(one -> secrets.verifier(one.verifier(), coming.member(), one.id()));
    if (asked.isEmpty() || !takes(coming)) {
      return End.STALE;
    }
    if (code == null) {
      return End.DECLINED;
    }
    try {
      var grant = linkedin.exchanged(code, asked.get());
      var sealed = secrets.sealed(grant, coming.member(), coming.consent());
      var consent = new Consent(coming.consent(), now, sealed);
      write(coming.member(), PortabilitySource.CONSENT, text(consent));
      return End.CONNECTED;
    } catch (Trouble trouble) {
      return trouble.kind() == Trouble.Kind.UNAUTHORISED ? End.STALE : End.AWAY;
    }
  }

  /** Whether this call is the one that ends it; whoever comes second finds nothing. */
  private synchronized boolean takes(Secrets.Travelling coming) {
    boolean there =
        recall(coming.member(), PortabilitySource.ASKED, Consent.Asked.class)
            .filter(one -> one.id().equals(coming.consent()))
            .isPresent();
    if (there) {
      write(coming.member(), PortabilitySource.ASKED, "");
    }
    return there;
  }

  /**
   * Takes a consent back, and whatever was begun. What was published stays; nothing more is read.
   *
   * @throws BrokerAwayException when the broker did not acknowledge it
   */
  void withdraw(String member) {
    for (var aspect : new String[] {PortabilitySource.ASKED, PortabilitySource.CONSENT}) {
      if (stored.containsKey(key(member, aspect))) {
        write(member, aspect, "");
      }
    }
  }

  /**
   * Takes back what members who are erased had consented to until then, and whatever was begun.
   * What was read under it is forgotten by whoever reads, within moments.
   *
   * @return of how many members there was something
   * @throws BrokerAwayException when the broker did not acknowledge it
   */
  int forget(Erasure erasure) {
    var members = new HashSet<String>();
    stored.forEach(
        (key, kept) -> {
          var member = key.source().substring(PortabilitySource.KIND.length());
          if (isOfTheDoors(key.aspect())
              && kept.isBefore(erasure.requestedAt())
              && erasure.members().test(member)) {
            write(member, key.aspect(), "");
            members.add(member);
          }
        });
    return members.size();
  }

  private static boolean isOfTheDoors(String aspect) {
    return aspect.equals(PortabilitySource.ASKED) || aspect.equals(PortabilitySource.CONSENT);
  }

  /** How it stands with a member. */
  Standing standing(String member) {
    requireCaughtUp();
    var consent = recall(member, PortabilitySource.CONSENT, Consent.class);
    if (consent.isEmpty()) {
      return recall(member, PortabilitySource.ASKED, Consent.Asked.class)
          .filter(asked -> time.instant().isBefore(asked.until()))
          .map(asked -> new Standing(member, State.ASKED, null, asked.until(), null, null))
          .orElseGet(() -> new Standing(member, State.NONE, null, null, null, null));
    }
    var progress =
        recall(member, Turn.POSITION, Progress.class)
            .filter(one -> one.consent().equals(consent.get().id()))
            .orElseGet(() -> Progress.before(consent.get()));
    return new Standing(
        member,
        State.of(progress.standing()),
        consent.get().givenAt(),
        null,
        progress.snapshotAt(),
        progress.sweptAt());
  }

  /** How many members there are in a state. */
  long count(State state) {
    return stored.keySet().stream()
        .map(SourceKey::source)
        .distinct()
        .map(source -> source.substring(PortabilitySource.KIND.length()))
        .filter(member -> view != null && view.caughtUp() && standing(member).state() == state)
        .count();
  }

  /** Empty content forgets. */
  private void write(String member, String aspect, String content) {
    var key = key(member, aspect);
    var now = time.instant();
    var event =
        content.isEmpty()
            ? Publication.gone(Topic.SOURCES, key.toString(), Source.PORTABILITY, now)
            : Publication.of(new SourceState(key.source(), key.aspect(), content, now));
    var place =
        publisher
            .publish(event)
            .orElseThrow(
                () ->
                    new BrokerAwayException(
                        "The broker did not acknowledge the consent. Try again."));
    keep(key, new Stored(content, now, place.offset()));
  }

  private <T> Optional<T> recall(String member, String aspect, Class<T> type) {
    var found = stored.get(key(member, aspect));
    return found == null || found.content().isEmpty()
        ? Optional.empty()
        : PortabilitySource.parsed(found.content(), type);
  }

  private static SourceKey key(String member, String aspect) {
    return new SourceKey(PortabilitySource.KIND + member, aspect);
  }

  private void requireCaughtUp() {
    if (view == null || !view.caughtUp()) {
      throw new BrokerAwayException("The consents are still being read. Try again soon.");
    }
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null || !record.key().startsWith(PortabilitySource.KIND)) {
      return;
    }
    try {
      var key = SourceKey.of(record.key());
      var content =
          record.value() == null
              ? Optional.of(
                  new Stored("", Instant.ofEpochMilli(record.timestamp()), record.offset()))
              : PortabilitySource.parsed(new String(record.value(), UTF_8), SourceState.class)
                  .map(state -> new Stored(state.content(), state.at(), record.offset()));
      content.ifPresent(told -> keep(key, told));
    } catch (RefusedException foreign) {
      // the poller follows the same topic and says so
      return;
    }
  }

  /** Own writes come twice, at once and by the topic. */
  private void keep(SourceKey key, Stored told) {
    var _ = stored.merge(key, told, (had, has) -> has.offset() > had.offset() ? has : had);
  }

  /** The challenge of a verifier, by the method S256 (RFC 7636, section 4.2). */
  static String challenge(String verifier) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String text(Object value) {
    return new String(Codec.TOPIC.write(value), UTF_8);
  }

  /** Where the member consents, and until when. */
  record Asking(URI address, Instant until) {
    Asking {
      Objects.requireNonNull(address);
    }
  }

  /** How a member came back. */
  enum End {
    /** With a consent. */
    CONNECTED,
    /** Without one. */
    DECLINED,
    /** With something that Tend did not give out, or that has been used, or that is too old. */
    STALE,
    /** While LinkedIn did not answer Tend. */
    AWAY
  }

  /** What the door tells; absent what does not apply. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Standing(
      String member,
      State state,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable Instant snapshotAt,
      @Nullable Instant readAt) {}

  /** What is stored, since when, and where it lies on the topic. */
  private record Stored(String content, Instant at, long offset) {

    /** Whether there is something, and was at that moment. */
    boolean isBefore(Instant moment) {
      return !content.isEmpty() && !at.isAfter(moment);
    }

    @Override
    public String toString() {
      return "Stored[redacted]";
    }
  }
}
