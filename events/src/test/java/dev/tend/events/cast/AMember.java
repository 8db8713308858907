package dev.tend.events.cast;

import dev.tend.events.DigestWishes;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Policy;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A consultant in Toronto who reads English, is growing, and asks when unsure. */
public final class AMember {
  private final String name;
  private String zone = "America/Toronto";
  private List<String> languages = List.of("en");
  private Person profile;
  private Stage stage = Stage.GROWING;
  private Unsure unsure = Unsure.ASK;
  private List<String> companiesOfInterest = List.of();
  private List<String> rolesAspiredTo = List.of();
  private List<String> clients = List.of();
  private List<String> prospects = List.of();
  private List<String> expertise = List.of();
  private List<String> talent = List.of();
  private List<String> countries = List.of();
  private List<PersonKey> blocked = List.of();
  private DigestWishes digest = DigestWishes.DEFAULT;

  private AMember(String name) {
    this.name = name;
    this.profile = APerson.aPerson(name).build();
  }

  public static AMember aMember(String name) {
    return new AMember(name);
  }

  /** The id that a sample member of this name has, such as {@code amy.chen}. */
  public static String idOf(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
  }

  public AMember building() {
    stage = Stage.BUILDING;
    return this;
  }

  public AMember growing() {
    stage = Stage.GROWING;
    return this;
  }

  public AMember selective() {
    stage = Stage.SELECTIVE;
    return this;
  }

  public AMember at(Stage wanted) {
    stage = wanted;
    return this;
  }

  public AMember ignoringWhenUnsure() {
    unsure = Unsure.IGNORE;
    return this;
  }

  public AMember unsure(Unsure wanted) {
    unsure = wanted;
    return this;
  }

  public AMember in(String wantedZone) {
    zone = wantedZone;
    return this;
  }

  public AMember reading(String... tags) {
    languages = List.of(tags);
    return this;
  }

  /** With this history; its name and profile should be the member's own. */
  public AMember whoIs(APerson history) {
    profile = history.build();
    return this;
  }

  public AMember interestedIn(String... companies) {
    companiesOfInterest = List.of(companies);
    return this;
  }

  public AMember aspiringTo(String... roles) {
    rolesAspiredTo = List.of(roles);
    return this;
  }

  public AMember withClients(String... companies) {
    clients = List.of(companies);
    return this;
  }

  public AMember withProspects(String... companies) {
    prospects = List.of(companies);
    return this;
  }

  public AMember seekingExperts(String... fields) {
    expertise = List.of(fields);
    return this;
  }

  public AMember placing(String... roles) {
    talent = List.of(roles);
    return this;
  }

  public AMember workingIn(String... codes) {
    countries = List.of(codes);
    return this;
  }

  public AMember blocking(PersonKey... people) {
    blocked = List.of(people);
    return this;
  }

  public AMember wishing(DigestWishes wishes) {
    digest = wishes;
    return this;
  }

  public Member build() {
    var policy =
        new Policy(
            stage,
            unsure,
            companiesOfInterest,
            rolesAspiredTo,
            clients,
            prospects,
            expertise,
            talent,
            countries,
            blocked);
    var id = idOf(name);
    return new Member(
        id, name, id + "@tend.example", ZoneId.of(zone), languages, profile, policy, digest, null);
  }
}
