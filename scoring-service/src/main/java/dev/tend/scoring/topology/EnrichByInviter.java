package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.PersonKey;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.EarlierInvitation;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.NoteFingerprint;
import dev.tend.scoring.topology.AboutInviter.ColleagueTold;
import dev.tend.scoring.topology.AboutInviter.Connected;
import dev.tend.scoring.topology.AboutInviter.EchoesHeard;
import dev.tend.scoring.topology.AboutInviter.Invited;
import dev.tend.scoring.topology.AboutInviter.PersonKnown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts around an invitation all that the firm knows of its inviter: facts from elsewhere, who of us
 * is connected to them or bears their name, what they sent us lately. What becomes known later is
 * sent after the invitations of the last {@link KnownPerson#REMEMBERED}.
 */
final class EnrichByInviter
    implements FixedKeyProcessor<String, Arrived<AboutInviter>, Outcome<Enriched>> {
  /** More colleagues than this persuade nobody further, and would weigh on every invitation. */
  private static final int MOST_COLLEAGUES = 20;

  private final DeadLetterBox letters;
  private final Sweep sweep;
  private @Nullable FixedKeyProcessorContext<String, Outcome<Enriched>> context;
  private @Nullable Drawer<KnownPerson> people;
  private @Nullable Directory directory;
  private @Nullable Awaited awaited;

  EnrichByInviter(Sweep sweep, DeadLetterBox letters) {
    this.letters = letters;
    this.sweep = sweep;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Outcome<Enriched>> given) {
    context = given;
    people = new Drawer<>(given.getStateStore(StateStores.PEOPLE), Packing.of(KnownPerson.class));
    directory = new Directory(given.getStateStore(StateStores.DIRECTORY));
    awaited = new Awaited(given.getStateStore(StateStores.AWAITED_COLLEAGUES));
    var _ = given.schedule(sweep.every(), PunctuationType.WALL_CLOCK_TIME, this::forget);
  }

  @Override
  public void process(FixedKeyRecord<String, Arrived<AboutInviter>> record) {
    var told = new ArrayList<Enriched>();
    try {
      take(record, told);
    } catch (RuntimeException failure) {
      var envelope = Envelope.of(here(), record, record.value().raw());
      tell(record, new Outcome.Dead<>(letters.failed(envelope, failure, now())));
      return;
    }
    for (var enriched : told) {
      tell(record, new Outcome.Next<>(enriched));
    }
  }

  /** What is told is worked out before a page is written, so that a failure leaves it as it was. */
  private void take(FixedKeyRecord<String, Arrived<AboutInviter>> record, List<Enriched> told) {
    switch (record.value().news()) {
      case Invited(var invitation, var prints) ->
          told.add(invited(invitation, prints.note(), came(record)));
      case EchoesHeard(var invitation, var echoes) ->
          echoed(record.key(), invitation, echoes, told);
      case PersonKnown(var facts) -> {
        var before = known(record.key());
        var earlier = before.facts();
        learn(
            record.key(),
            before,
            before.withFacts(facts == null || earlier == null ? facts : facts.completedBy(earlier)),
            told);
      }
      case Connected(var key, var connection) -> {
        var before = known(key.person().path());
        learn(
            key.person().path(),
            before,
            connection == null || !connection.areConnected()
                ? before.disconnectedFrom(key.member())
                : before.connectedTo(connection),
            told);
      }
      case ColleagueTold(var member, var card) -> {
        requireNonNull(directory).told(member, card);
        if (card != null) {
          for (var person : requireNonNull(awaited).takeAll(member)) {
            told.addAll(news(person, known(person)));
          }
        }
      }
    }
  }

  private Enriched invited(Invitation invitation, NoteFingerprint note, CloudEvent came) {
    var person = invitation.inviter().profile();
    var before = known(person.path());
    var told = Identity.of(invitation, came.source(), came.time());
    var first = before.same(invitation.member(), told);
    var identity = first == null ? told : before.identity(first).with(told);
    var mutual = before.mutualWith(colleaguesAmong(invitation.mutuals()));
    var known =
        first != null
            ? mutual.invitingAgain(first, identity, note)
            : mutual.inviting(
                new EarlierInvitation(invitation.id(), invitation.member(), came.time(), note),
                identity,
                invitation.inviter().name());
    var id = identity.id();
    var enriched =
        new Enriched(
            id,
            invitation.member(),
            person,
            invitation,
            known.facts(),
            colleagues(person.path(), known, invitation.member()),
            known.before(id),
            known.echoesOf(id),
            known.today(),
            first == null ? came.time() : first.receivedAt(),
            here().recordMetadata().map(Origin::of).orElse(null),
            identity,
            false);
    if (!known.equals(before)) {
      keep(person.path(), known);
    }
    return enriched;
  }

  /** A mutual connection who is one of us is a colleague who knows the inviter. */
  private List<String> colleaguesAmong(List<PersonKey> mutuals) {
    return mutuals.stream()
        .map(requireNonNull(directory)::member)
        .filter(Objects::nonNull)
        .toList();
  }

  private void learn(String person, KnownPerson before, KnownPerson now, List<Enriched> told) {
    if (!now.equals(before)) {
      told.addAll(news(person, now));
      keep(person, now);
    }
  }

  private List<Enriched> news(String person, KnownPerson known) {
    return known.at(now()).invitations().stream()
        .map(invitation -> news(person, known, invitation))
        .toList();
  }

  private Enriched news(String person, KnownPerson known, EarlierInvitation about) {
    return new Enriched(
        about.invitation(),
        about.member(),
        new PersonKey(person),
        null,
        known.facts(),
        colleagues(person, known, about.member()),
        known.before(about.invitation()),
        known.echoesOf(about.invitation()),
        known.today(),
        about.receivedAt(),
        null,
        null,
        false);
  }

  /** What others sent is news about one invitation, and none about one that is forgotten. */
  private void echoed(String person, String invitation, List<Echo> echoes, List<Enriched> told) {
    var before = known(person);
    var about = before.invitation(invitation);
    if (about != null) {
      var now = before.echoed(about.invitation(), echoes);
      told.add(news(person, now, about));
      keep(person, now);
    }
  }

  /** Those who know the inviter, then those who bear the inviter's name; never the member. */
  private List<Colleague> colleagues(String person, KnownPerson known, String member) {
    var names = requireNonNull(directory);
    var colleagues = new ArrayList<Colleague>();
    for (var link : known.knownBy()) {
      var card = names.card(link.member());
      if (link.member().equals(member) || colleagues.size() == MOST_COLLEAGUES) {
        continue;
      }
      if (card == null) {
        requireNonNull(awaited).add(link.member(), person);
      } else {
        colleagues.add(card.knowing(link.since()));
      }
    }
    for (var card : names.bearing(known.name())) {
      boolean told = colleagues.stream().anyMatch(other -> other.id().equals(card.id()));
      if (!told && !card.id().equals(member)) {
        colleagues.add(card.bearingTheName());
      }
    }
    return colleagues;
  }

  private void forget(long wallClock) {
    var drawer = requireNonNull(people);
    for (var entry : drawer.due(Instant.ofEpochMilli(wallClock), sweep.steps())) {
      keep(entry.key(), entry.value().at(Instant.ofEpochMilli(wallClock)));
    }
  }

  private KnownPerson known(String person) {
    var known = requireNonNull(people).get(person);
    return known == null ? KnownPerson.STRANGER : known;
  }

  private void keep(String person, KnownPerson known) {
    if (known.isStranger()) {
      requireNonNull(people).remove(person);
    } else {
      requireNonNull(people).put(person, known, known.due());
    }
  }

  private void tell(FixedKeyRecord<String, ?> record, Outcome<Enriched> outcome) {
    here().forward(record.withValue(outcome));
  }

  /** From where and when an invitation came; from nowhere when its record does not say. */
  private static CloudEvent came(FixedKeyRecord<String, ?> record) {
    return CloudEvent.of(record.headers())
        .orElseGet(
            () ->
                CloudEvent.on(Topic.INVITATIONS, "", "", Instant.ofEpochMilli(record.timestamp())));
  }

  private FixedKeyProcessorContext<String, Outcome<Enriched>> here() {
    return requireNonNull(context);
  }

  private Instant now() {
    return Instant.ofEpochMilli(here().currentSystemTimeMs());
  }
}
