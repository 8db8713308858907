package dev.tend.ingest.webhook;

import dev.tend.events.Member;
import dev.tend.events.RefusedException;
import dev.tend.ingest.mapping.Place;
import dev.tend.ingest.mapping.Where;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds for whom an invitation is.
 *
 * @param accounts the provider's account ids, each with the member whose account it is
 * @param setting where these are set, for whoever has to add one
 */
record MemberLookup(
    Map<String, String> accounts,
    String setting,
    Function<String, Optional<Member>> byId,
    Function<String, Optional<Member>> byAddress) {
  MemberLookup {
    accounts = Map.copyOf(accounts);
  }

  /**
   * The id of the member.
   *
   * @throws RefusedException when there is none; the field is the place in the provider's JSON
   */
  String find(InvitationMapping.MemberMapping mapping, Place place) {
    var account = mapping.account().text(place).strip();
    if (!account.isEmpty()) {
      var id = accounts.get(account);
      if (id == null) {
        throw new RefusedException(
            mapping.account().toString(),
            "is an account of no member that is known; add it to " + setting);
      }
      return there(mapping.account(), byId.apply(id));
    }
    var email = mapping.email().text(place).strip();
    if (!email.isEmpty()) {
      return there(mapping.email(), byAddress.apply(email));
    }
    var id = mapping.id().text(place).strip();
    if (!id.isEmpty()) {
      return there(mapping.id(), byId.apply(id));
    }
    throw new RefusedException(
        written(mapping), "is missing, so that nobody can tell for whom it is");
  }

  private static String there(Where field, Optional<Member> member) {
    return member
        .map(Member::id)
        .orElseThrow(
            () -> new RefusedException(field.toString(), "names no member; put the member first"));
  }

  private static String written(InvitationMapping.MemberMapping mapping) {
    for (var where : new Where[] {mapping.account(), mapping.email(), mapping.id()}) {
      if (!where.isNowhere()) {
        return where.toString();
      }
    }
    return "member";
  }
}
