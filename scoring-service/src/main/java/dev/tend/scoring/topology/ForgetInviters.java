package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.events.ConnectionKey;
import dev.tend.events.Erasure;
import dev.tend.events.PersonKey;
import dev.tend.scoring.signal.EarlierInvitation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Forgets somebody where everything about inviters lies: the page of a person; of a member all that
 * pages say about them. An erasure names nobody, so each key is asked whether it is meant: a second
 * for a million pages, once for each erasure.
 */
final class ForgetInviters implements Processor<String, Erasure, String, Forgetting> {
  private @Nullable ProcessorContext<String, Forgetting> context;
  private @Nullable Drawer<KnownPerson> people;
  private @Nullable Awaited awaited;

  @Override
  public void init(ProcessorContext<String, Forgetting> given) {
    context = given;
    people = new Drawer<>(given.getStateStore(StateStores.PEOPLE), Packing.of(KnownPerson.class));
    awaited = new Awaited(given.getStateStore(StateStores.AWAITED_COLLEAGUES));
  }

  @Override
  public void process(Record<String, Erasure> record) {
    var erasure = record.value();
    var removed = new LinkedHashMap<String, Integer>();
    switch (erasure.kind()) {
      case PERSON -> person(erasure, removed);
      case MEMBER -> member(erasure, removed);
    }
    requireNonNull(awaited).forget(erasure.members(), erasure.people());
    var part = "inviters-" + requireNonNull(context).taskId().partition();
    tell(record.key(), Confirmations.of(erasure, part, removed, now()));
  }

  private void person(Erasure erasure, Map<String, Integer> removed) {
    var pages = requireNonNull(people);
    for (var person : pages.keys(erasure.people())) {
      var page = requireNonNull(pages.get(person));
      var key = new PersonKey(person);
      pages.remove(person);
      for (var link : page.knownBy()) {
        disconnect(new ConnectionKey(key, link.member()));
      }
      for (var invitation : page.invitations()) {
        unsay(key, invitation, "");
      }
      count(removed, "profiles", 1);
      count(removed, "connections", page.knownBy().size());
    }
  }

  private void member(Erasure erasure, Map<String, Integer> removed) {
    var pages = requireNonNull(people);
    var members = erasure.members();
    pages.each(
        (person, page) -> {
          var now = page.withoutMembers(members);
          if (now.equals(page)) {
            return;
          }
          page.invitations().stream()
              .filter(invitation -> members.test(invitation.member()))
              .forEach(invitation -> unsay(new PersonKey(person), invitation, invitation.member()));
          if (now.isStranger()) {
            pages.remove(person);
          } else {
            pages.put(person, now, now.due());
          }
          count(removed, "mentions", 1);
        });
  }

  private void disconnect(ConnectionKey connection) {
    tell(connection.toString(), new Forgetting.Disconnected(connection));
  }

  private void unsay(PersonKey inviter, EarlierInvitation invitation, String seenBy) {
    tell(
        inviter.path(),
        new Forgetting.Unsaid(
            Enriched.unsaid(
                invitation.invitation(), invitation.member(), inviter, invitation.receivedAt()),
            seenBy));
  }

  private static void count(Map<String, Integer> removed, String what, int number) {
    var _ = removed.merge(what, number, Integer::sum);
  }

  private void tell(String key, Forgetting said) {
    requireNonNull(context)
        .forward(new Record<>(key, said, now().toEpochMilli(), new RecordHeaders()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(requireNonNull(context).currentSystemTimeMs());
  }
}
