package dev.tend.ingest.crm;

import dev.tend.events.Accounts;
import dev.tend.events.Member;
import dev.tend.events.Policy;
import dev.tend.events.RefusedException;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.Source;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes clients and prospects of accounts. The firm's stand with every member, who is judged by
 * them like by those that they name themselves; a member who comes later gets them as well.
 */
@Singleton
class AccountLists {
  private static final WordTable KINDS = WordTable.read("kinds.csv");
  private static final String CLIENT = "client";

  private final Members members;

  AccountLists(Members members) {
    this.members = members;
  }

  /** What the accounts of an upload are. */
  record Lists(List<String> clients, List<String> prospects) {}

  /**
   * Reads an upload.
   *
   * @param all what every account is whose row does not say it: {@code client} or {@code prospect};
   *     empty when each row must say it
   */
  Lists read(List<Entry> entries, String all, Outcome outcome) {
    var clients = new ArrayList<String>();
    var prospects = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var entry : entries) {
      try {
        var company = company(entry);
        var list = isClient(entry, all) ? clients : prospects;
        if (!seen.add(company.toLowerCase(Locale.ROOT))) {
          outcome.skipped();
        } else if (list.size() == Policy.MOST) {
          throw new RefusedException(
              Field.COMPANY.word(), "comes after the " + Policy.MOST + " that Tend keeps");
        } else {
          list.add(company);
          outcome.published();
        }
      } catch (RefusedException refused) {
        outcome.refused(entry.number(), refused.refusal());
      }
    }
    return new Lists(List.copyOf(clients), List.copyOf(prospects));
  }

  private static String company(Entry entry) {
    var company = entry.line(Field.COMPANY);
    return company.isEmpty() ? entry.required(Field.NAME) : company;
  }

  private static boolean isClient(Entry entry, String all) {
    var said = entry.line(Field.KIND);
    var meaning = KINDS.meaning(said).orElse(said.isEmpty() ? all : "");
    if (meaning.isEmpty()) {
      throw new RefusedException(
          Field.KIND.word(),
          said.isEmpty()
              ? "is blank; say kind=client or kind=prospect for all of them"
              : "is neither a word for a client nor one for a prospect");
    }
    return meaning.equals(CLIENT);
  }

  /**
   * Stores the lists in place of the earlier ones.
   *
   * @param owner the member whose accounts they are; empty for those of the firm
   * @throws RefusedException when there is no member who could have them, or one would become too
   *     large
   * @throws dev.tend.ingest.publish.BrokerAwayException when the broker did not acknowledge all
   */
  void store(Lists lists, Optional<Member> owner, Outcome outcome) {
    var concerned = owner.map(List::of).orElseGet(members::all);
    if (concerned.isEmpty()) {
      throw new RefusedException("", "cannot be kept: put the members first");
    }
    outcome.retracted(gone(owner.isPresent(), concerned.getFirst(), lists));
    UnaryOperator<Accounts> change =
        owner.isPresent()
            ? accounts -> accounts.ofMember(lists.clients(), lists.prospects())
            : accounts -> accounts.ofFirm(lists.clients(), lists.prospects());
    for (var member : concerned) {
      var _ =
          members.change(
              member.id(), Source.CRM, now -> now.withAccounts(change.apply(accounts(now))));
    }
  }

  /** How many accounts an earlier upload named that this one does not. */
  private static int gone(boolean owned, Member member, Lists lists) {
    var before = accounts(member);
    Set<String> names = new HashSet<>(owned ? before.clients() : before.firmClients());
    names.addAll(owned ? before.prospects() : before.firmProspects());
    lists.clients().forEach(names::remove);
    lists.prospects().forEach(names::remove);
    return names.size();
  }

  private static Accounts accounts(Member member) {
    var accounts = member.accounts();
    return accounts == null ? Accounts.NONE : accounts;
  }
}
