package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.ingest.poll.PolledSource;
import dev.tend.ingest.poll.SourceAwayException;
import dev.tend.ingest.poll.Turn;
import dev.tend.ingest.publish.BrokerAwayException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/** One member's data at LinkedIn. */
final class PortabilitySource implements PolledSource {
  /** The kind of source; the member's id is its name. */
  static final String KIND = "portability/";

  /** The consent, as the doors wrote it. */
  static final String CONSENT = "consent";

  /** Where the member was sent to consent, as the doors wrote it. */
  static final String ASKED = "asked";

  private static final String GRANT = "grant";
  private static final String HELD = "held";

  /** What the source itself remembers. */
  private static final List<String> READ = List.of(Turn.POSITION, GRANT, HELD);

  /** What there is of a member. */
  static final List<String> ALL = List.of(Turn.POSITION, GRANT, HELD, CONSENT, ASKED);

  /** How soon a consent that came or went is noticed. */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private static final Duration REST = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(PortabilitySource.class);

  private final String member;
  private final Function<String, Optional<Member>> members;
  private final Reader reader;
  private final Secrets secrets;
  private final PortabilityMetrics metrics;
  private final IntConsumer received;
  private final InstantSource time;

  /**
   * The data of this member.
   *
   * @param members by id; empty for one who is there no longer. It may throw {@link
   *     BrokerAwayException}
   * @param received is told how many invitations were published
   */
  PortabilitySource(
      String member,
      Function<String, Optional<Member>> members,
      Reader reader,
      Secrets secrets,
      PortabilityMetrics metrics,
      IntConsumer received,
      InstantSource time) {
    this.member = member;
    this.members = members;
    this.reader = reader;
    this.secrets = secrets;
    this.metrics = metrics;
    this.received = received;
    this.time = time;
  }

  @Override
  public String name() {
    return KIND + member;
  }

  @Override
  public Duration poll(Turn turn) throws InterruptedException {
    var consent = consent(turn);
    if (consent.isEmpty()) {
      reader.forget(member);
      forget(turn, READ);
      return REST;
    }
    var known = known();
    if (known.isEmpty()) {
      // a member who was erased consents to nothing any more
      reader.forget(member);
      forget(turn, ALL);
      return REST;
    }
    read(turn, consent.get(), known.get());
    return Duration.ZERO;
  }

  /** A step, when it is time for one and the consent is still the same. */
  private void read(Turn turn, Consent consent, Member known) throws InterruptedException {
    var progress = progress(turn, consent);
    var due = progress.standing() == Progress.Standing.READING ? reader.due(progress) : Instant.MAX;
    while (time.instant().isBefore(due)) {
      Thread.sleep(GLANCE);
      if (!isStill(turn, consent)) {
        return;
      }
    }
    var held = held(turn);
    var step = step(known, grant(turn, consent), progress, held);
    if (!isStill(turn, consent)) {
      return;
    }
    commit(turn, consent, held, step);
    if (step.progress().standing() != progress.standing()) {
      LOG.warnf(
          "The consent of %s is %s: the member must consent again",
          name(), step.progress().standing());
    }
  }

  /** A member who was erased, or has withdrawn, may have done so while LinkedIn was asked. */
  private boolean isStill(Turn turn, Consent consent) {
    return consent(turn).equals(Optional.of(consent)) && known().isPresent();
  }

  private Step step(Member known, Grant grant, Progress progress, List<Held> held)
      throws InterruptedException {
    try {
      return reader.next(known, grant, progress, held, time.instant());
    } catch (BrokerAwayException away) {
      throw new SourceAwayException("the broker does not say what was known before");
    }
  }

  private void commit(Turn turn, Consent consent, List<Held> before, Step step) {
    var remembered = new HashMap<String, String>();
    remembered.put(Turn.POSITION, text(step.progress()));
    if (!step.held().equals(before)) {
      remembered.put(HELD, step.held().isEmpty() ? "" : text(new Waiting(step.held())));
    }
    var fresh = step.fresh();
    if (fresh != null) {
      var sealed = secrets.sealed(fresh, member, consent.id());
      remembered.put(GRANT, text(new Consent.Refreshed(consent.id(), sealed)));
    }
    turn.commit(step.events(), remembered);
    metrics.stepped(step.counts());
    received.accept(step.counts().getOrDefault(Step.Counted.INVITATION, 0));
  }

  /** Writes tombstones for what is remembered of these. */
  static void forget(Turn turn, List<String> aspects) {
    var forgotten = new HashMap<String, String>();
    for (var aspect : aspects) {
      if (turn.recall(aspect).isPresent()) {
        forgotten.put(aspect, "");
      }
    }
    if (!forgotten.isEmpty()) {
      turn.commit(List.of(), forgotten);
    }
  }

  private Optional<Member> known() {
    try {
      return members.apply(member);
    } catch (BrokerAwayException notYet) {
      throw new SourceAwayException("the members are still being read", GLANCE);
    }
  }

  private static Optional<Consent> consent(Turn turn) {
    return turn.recall(CONSENT).flatMap(json -> parsed(json, Consent.class));
  }

  private static Progress progress(Turn turn, Consent consent) {
    return turn.recall(Turn.POSITION)
        .flatMap(json -> parsed(json, Progress.class))
        .filter(progress -> progress.consent().equals(consent.id()))
        .orElseGet(() -> Progress.before(consent));
  }

  private static List<Held> held(Turn turn) {
    return turn.recall(HELD)
        .flatMap(json -> parsed(json, Waiting.class))
        .map(Waiting::held)
        .orElse(List.of());
  }

  private Grant grant(Turn turn, Consent consent) {
    return turn.recall(GRANT)
        .flatMap(json -> parsed(json, Consent.Refreshed.class))
        .filter(refreshed -> refreshed.consent().equals(consent.id()))
        .map(Consent.Refreshed::grant)
        .or(() -> Optional.of(consent.grant()))
        .flatMap(kept -> secrets.grant(kept, member, consent.id()))
        .orElseThrow(
            () ->
                new SourceAwayException(
                    "tend.ingest.portability.keys lacks the key that its grant was sealed with"));
  }

  private static String text(Object value) {
    return new String(Codec.TOPIC.write(value), UTF_8);
  }

  static <T> Optional<T> parsed(String json, Class<T> type) {
    return switch (Codec.TOPIC.read(json.getBytes(UTF_8), type)) {
      case Decoded.Value<T>(var value) -> Optional.of(value);
      case Decoded.Refused<T>(var reason, var refusal) -> {
        LOG.warnf("What a source remembers cannot be read: %s", refusal.sentence());
        yield Optional.empty();
      }
    };
  }

  /** All that wait. */
  private record Waiting(List<Held> held) {
    @Override
    public String toString() {
      return "Waiting[redacted]";
    }
  }
}
