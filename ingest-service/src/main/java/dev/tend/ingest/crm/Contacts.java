package dev.tend.ingest.crm;

import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.Views;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes events of contacts: what is known of the person, and a tie of the member who owns them. A
 * tie that another source knows already is left to it, since it knows more.
 *
 * <p>What the CRM said before is read from the topic, so that the second upload takes back what is
 * gone, after a restart and on any instance.
 */
@Singleton
class Contacts {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Members members;
  private final Views views;

  Contacts(Members members, Views views) {
    this.members = members;
    this.views = views;
  }

  /**
   * The events of an upload, in their order.
   *
   * @param owner the member whose contacts they are; empty for those of the firm
   * @throws dev.tend.ingest.publish.BrokerAwayException when it cannot be read what was said before
   */
  List<Publication> events(
      List<Entry> entries, Optional<Member> owner, Instant at, Outcome outcome) {
    var people = new LinkedHashMap<PersonKey, Person>();
    var ties = new LinkedHashMap<ConnectionKey, Connection>();
    var owners = owner.isPresent() ? Map.<String, Member>of() : byEveryName();
    for (var entry : entries) {
      if (entry.line(Field.PROFILE).isEmpty()) {
        outcome.skipped();
        continue;
      }
      try {
        var person = person(entry);
        var knowing =
            owner.or(() -> Optional.ofNullable(owners.get(folded(entry.line(Field.OWNER)))));
        people.merge(person.profile(), person, Person::completedBy);
        knowing.ifPresent(
            member -> {
              var tie = tie(entry, person, member);
              ties.putIfAbsent(tie.key(), tie);
            });
        outcome.published();
      } catch (RefusedException refused) {
        outcome.refused(entry.number(), refused.refusal());
      }
    }
    return published(people, ties, owner, at, outcome);
  }

  private List<Publication> published(
      Map<PersonKey, Person> people,
      Map<ConnectionKey, Connection> ties,
      Optional<Member> owner,
      Instant at,
      Outcome outcome) {
    var source = owner.isPresent() ? Source.CRM_OF_MEMBER : Source.CRM;
    var known = known(owner, source);
    var events = new ArrayList<Publication>();
    people.values().forEach(person -> events.add(Publication.of(person, source, at)));
    ties.forEach(
        (key, tie) -> {
          if (known.getOrDefault(key.toString(), true)) {
            events.add(Publication.of(tie, source, at));
          }
        });
    outcome.tied(ties.size());
    int before = events.size();
    known.forEach(
        (key, ours) -> {
          if (ours && !ties.containsKey(ConnectionKey.of(key))) {
            events.add(Publication.gone(Topic.CONNECTIONS, key, source, at));
          }
        });
    outcome.retracted(events.size() - before);
    return events;
  }

  /**
   * The ties that are known, and whether an earlier upload of the same owner told them. The firm's
   * names the owners, so it may have told any member's.
   */
  private Map<String, Boolean> known(Optional<Member> owner, Source source) {
    var known = new HashMap<String, Boolean>();
    views.readThrough(
        Topic.CONNECTIONS,
        record -> {
          var key = record.key();
          boolean concerned =
              key != null
                  && owner
                      .map(member -> key.endsWith(ConnectionKey.SEPARATOR + member.id()))
                      .orElse(true);
          if (concerned && record.value() == null) {
            var _ = known.remove(key);
          } else if (concerned) {
            known.put(
                key,
                CloudEvent.of(record.headers())
                    .filter(event -> event.source().equals(source.uri()))
                    .isPresent());
          }
        });
    return known;
  }

  static Person person(Entry entry) {
    var person =
        PersonBuilder.person(entry.person(), name(entry))
            .headline(headline(entry))
            .location(entry.line(Field.LOCATION))
            .email(entry.line(Field.EMAIL));
    var country = entry.line(Field.COUNTRY).toUpperCase(Locale.ROOT);
    return person.country(COUNTRIES.contains(country) ? country : "").build();
  }

  private static String name(Entry entry) {
    var name = entry.fullName();
    if (name.isEmpty()) {
      throw new RefusedException(Field.NAME.word(), "is blank");
    }
    return name;
  }

  /**
   * Title and company as a headline: as a list of one undated position they would replace a fuller
   * list that another source gave.
   */
  private static String headline(Entry entry) {
    var title = entry.line(Field.TITLE);
    var company = entry.line(Field.COMPANY);
    return title.isEmpty() || company.isEmpty() ? title + company : title + " at " + company;
  }

  private static Connection tie(Entry entry, Person person, Member member) {
    return new Connection(
        person.profile(),
        member.id(),
        person.name(),
        entry.line(Field.COMPANY),
        entry.line(Field.TITLE),
        null);
  }

  /** Members by id, address and name; a name that two bear is nobody's. */
  private Map<String, Member> byEveryName() {
    var all = new HashMap<String, Member>();
    var twice = new HashSet<String>();
    for (var member : members.all()) {
      if (all.put(folded(member.name()), member) != null) {
        twice.add(folded(member.name()));
      }
    }
    twice.forEach(all::remove);
    for (var member : members.all()) {
      all.put(folded(member.email()), member);
      all.put(folded(member.id()), member);
    }
    return all;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
