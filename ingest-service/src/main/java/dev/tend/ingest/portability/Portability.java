package dev.tend.ingest.portability;

import dev.tend.doors.ProblemException;
import dev.tend.events.Erasure;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.erasure.Holding;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.poll.Connector;
import dev.tend.ingest.poll.PolledSource;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The parts of this room, put together when it is set up; else there is nothing in it. */
@Startup
@ApplicationScoped
class Portability implements Connector, Holding {
  private static final Logger LOG = Logger.getLogger(Portability.class);
  private final Views views;
  private final MeterRegistry meters;
  private final Members members;
  private final Received received;
  private final InstantSource time;
  private final @Nullable Parts parts;

  Portability(
      IngestConfig config,
      Views views,
      Publisher publisher,
      Members members,
      MeterRegistry meters,
      Received received,
      InstantSource time) {
    this.views = views;
    this.meters = meters;
    this.members = members;
    this.received = received;
    this.time = time;
    parts =
        config.portability().clientId().isEmpty()
            ? null
            : Parts.of(
                config.portability(), views, publisher, new PortabilityMetrics(meters), time);
  }

  @PostConstruct
  void follow() {
    if (parts != null) {
      var consents = parts.consents();
      consents.follow(views);
      for (var state : List.of(State.ASKED, State.READING, State.EXPIRED, State.GONE)) {
        var _ =
            meters.gauge(
                "tend.portability.consents",
                Tags.of("state", state.word()),
                consents,
                all -> all.count(state));
      }
    }
  }

  /**
   * The members' consents.
   *
   * @throws ProblemException 404 when the API is not set up
   */
  Consents consents() {
    if (parts == null) {
      throw ProblemException.notFound(
          "LinkedIn's portability API is not set up here: tend.ingest.portability.client-id is not"
              + " set.");
    }
    return parts.consents();
  }

  @Override
  public Collection<? extends PolledSource> sources(Set<String> remembered) {
    return remembered.stream()
        .filter(source -> source.startsWith(PortabilitySource.KIND))
        .map(source -> source.substring(PortabilitySource.KIND.length()))
        .map(member -> parts == null ? new Leftover(member, members) : source(parts, member))
        .toList();
  }

  /**
   * The consents of a member who is erased. The rest is forgotten by its one writer, the source,
   * which looks every second whether the member is there; so is this, when the broker is away now.
   */
  @Override
  public Map<String, Integer> forget(Erasure erasure) {
    if (parts == null) {
      return Map.of();
    }
    try {
      return Map.of("consents", parts.consents().forget(erasure));
    } catch (BrokerAwayException away) {
      LOG.warnf("%s takes consents back later: %s", erasure, away.getMessage());
      return Map.of();
    }
  }

  private PortabilitySource source(Parts from, String member) {
    return new PortabilitySource(
        member,
        members::find,
        from.reader(),
        from.secrets(),
        from.metrics(),
        invitations -> received.count(Source.PORTABILITY, invitations),
        time);
  }

  void stop(@Observes ShutdownEvent stopping) {
    if (parts != null) {
      parts.linkedin().close();
    }
  }

  private record Parts(
      LinkedIn linkedin,
      Secrets secrets,
      Reader reader,
      Consents consents,
      PortabilityMetrics metrics) {

    static Parts of(
        IngestConfig.Portability config,
        Views views,
        Publisher publisher,
        PortabilityMetrics metrics,
        InstantSource time) {
      var secrets = new Secrets(Requirements.seal(config));
      var linkedin = new LinkedIn(config, metrics, time);
      var settings =
          new Reader.Settings(
              config.every(), config.invitationsEvery(), config.snapshotEvery(), config.hold());
      RandomGenerator chance = () -> ThreadLocalRandom.current().nextLong();
      return new Parts(
          linkedin,
          secrets,
          new Reader(
              linkedin, EarlierConnections.onTopic(views), Erased.onTopic(views), settings, chance),
          new Consents(linkedin, secrets, publisher, time, config.consentWithin()),
          metrics);
    }
  }
}
