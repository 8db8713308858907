package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The companies that the firm's CRM knows, as they concern a member. They count like those that the
 * member names, and stand apart from them so that each can be replaced without the other.
 *
 * @param firmClients of the firm as a whole; the same for every member, as are firmProspects
 * @param clients of the member alone; so are prospects
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Accounts(
    List<String> firmClients,
    List<String> firmProspects,
    List<String> clients,
    List<String> prospects) {

  /** Where no CRM says anything. */
  public static final Accounts NONE = new Accounts(null, null, null, null);

  public Accounts(
      @Nullable List<String> firmClients,
      @Nullable List<String> firmProspects,
      @Nullable List<String> clients,
      @Nullable List<String> prospects) {
    this.firmClients = Checked.lines("firmClients", firmClients);
    this.firmProspects = Checked.lines("firmProspects", firmProspects);
    this.clients = Checked.lines("clients", clients);
    this.prospects = Checked.lines("prospects", prospects);
  }

  /** With another list of the firm as a whole. */
  public Accounts ofFirm(List<String> someClients, List<String> someProspects) {
    return new Accounts(someClients, someProspects, clients, prospects);
  }

  /** With another list of the member alone. */
  public Accounts ofMember(List<String> someClients, List<String> someProspects) {
    return new Accounts(firmClients, firmProspects, someClients, someProspects);
  }

  /** Whether nothing is listed. */
  @JsonIgnore
  public boolean isEmpty() {
    return firmClients.isEmpty()
        && firmProspects.isEmpty()
        && clients.isEmpty()
        && prospects.isEmpty();
  }

  /**
   * A policy with these companies as well. What stands nearest to the member comes first, so that a
   * list that is full loses what is furthest.
   */
  Policy joining(Policy own) {
    return new Policy(
        own.stage(),
        own.unsure(),
        own.companiesOfInterest(),
        own.rolesAspiredTo(),
        joined(own.clients(), clients, firmClients),
        joined(own.prospects(), prospects, firmProspects),
        own.expertise(),
        own.talent(),
        own.countries(),
        own.blocked());
  }

  private static List<String> joined(List<String> own, List<String> members, List<String> firms) {
    var names = new LinkedHashMap<String, String>();
    Stream.of(own, members, firms)
        .flatMap(List::stream)
        .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    return names.values().stream().limit(Policy.MOST).toList();
  }

  @Override
  public String toString() {
    return "Accounts[redacted]";
  }
}
