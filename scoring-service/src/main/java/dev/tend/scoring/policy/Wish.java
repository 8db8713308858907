package dev.tend.scoring.policy;

import dev.tend.events.PersonKey;
import dev.tend.events.Policy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A list of what is wanted, or not: those of a layer and of the member themselves add up. */
enum Wish {
  COMPANIES_OF_INTEREST("companiesOfInterest", "Companies of which members want to know people."),
  ROLES_ASPIRED_TO("rolesAspiredTo", "Roles that members would like to hold."),
  CLIENTS("clients", "Companies that are clients."),
  PROSPECTS("prospects", "Companies that may become clients."),
  EXPERTISE("expertise", "Fields in which experts are looked for."),
  TALENT("talent", "Roles for which people are placed."),
  COUNTRIES(
      "countries",
      "Where members work, ISO 3166-1 alpha-2; without any, no distance is held against anybody."),
  BLOCKED("blocked", "Profiles of people who are always ignored.");

  private final String key;
  private final String about;

  Wish(String key, String about) {
    this.key = key;
    this.about = about;
  }

  /** One sentence for whoever writes the file. */
  String about() {
    return about;
  }

  /** The name in a policy file and in a member's own policy. */
  String key() {
    return key;
  }

  /** The list in a policy. */
  List<String> of(Policy policy) {
    return switch (this) {
      case COMPANIES_OF_INTEREST -> policy.companiesOfInterest();
      case ROLES_ASPIRED_TO -> policy.rolesAspiredTo();
      case CLIENTS -> policy.clients();
      case PROSPECTS -> policy.prospects();
      case EXPERTISE -> policy.expertise();
      case TALENT -> policy.talent();
      case COUNTRIES -> policy.countries();
      case BLOCKED -> policy.blocked().stream().map(PersonKey::path).toList();
    };
  }

  /** Whether a policy lists nothing at all. */
  static boolean noneIn(Policy policy) {
    for (var wish : values()) {
      if (!wish.of(policy).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** A policy of these lists; a list that is missing is empty. */
  static Policy policy(Map<Wish, List<String>> lists) {
    Function<Wish, List<String>> list = wish -> lists.getOrDefault(wish, List.of());
    return new Policy(
        null,
        null,
        list.apply(COMPANIES_OF_INTEREST),
        list.apply(ROLES_ASPIRED_TO),
        list.apply(CLIENTS),
        list.apply(PROSPECTS),
        list.apply(EXPERTISE),
        list.apply(TALENT),
        list.apply(COUNTRIES),
        list.apply(BLOCKED).stream().map(PersonKey::of).toList());
  }
}
