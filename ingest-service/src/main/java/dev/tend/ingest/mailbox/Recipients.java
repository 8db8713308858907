package dev.tend.ingest.mailbox;

import dev.tend.events.Member;
import dev.tend.ingest.publish.BrokerAwayException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the member whom a mail is for, by every address that a server or a rule has written into
 * it. Thread-safe.
 *
 * @param intake the firm's address for notices; with a member's id behind a plus it is theirs, such
 *     as {@code invitations+amy.chen@firm.example}; empty when there is none
 */
record Recipients(Roll members, String intake) {
  private static final String[] HEADERS = {
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "Resent-To",
    "To",
    "Cc",
    "Resent-From",
    "X-Forwarded-To"
  };

  /** Throws as {@link Roll} does. */
  Optional<Member> of(ReceivedMail mail) {
    var addresses =
        Arrays.stream(HEADERS)
            .flatMap(header -> mail.addresses(header).stream())
            .map(address -> address.getAddress());
    // Gmail lists the addresses that a mail went through, with spaces between
    var through =
        mail.headers("X-Forwarded-For").stream()
            .flatMap(list -> Arrays.stream(list.strip().split("[\\s,]+", -1)));
    return Stream.concat(addresses, through)
        .limit(100)
        .flatMap(address -> at(address).stream())
        .findFirst();
  }

  /** The member who reads mail at an address, with or without a plus and a word behind it. */
  Optional<Member> at(String written) {
    var address = written.toLowerCase(Locale.ROOT);
    int at = address.lastIndexOf('@');
    if (at <= 0) {
      return Optional.empty();
    }
    var exact = members.withAddress(address);
    int plus = address.indexOf('+');
    if (exact.isPresent() || plus <= 0 || plus > at) {
      return exact;
    }
    var plain = address.substring(0, plus) + address.substring(at);
    return plain.equals(intake)
        ? members.find(address.substring(plus + 1, at))
        : members.withAddress(plain);
  }

  /** Who is served. */
  interface Roll {

    /**
     * The member of this id.
     *
     * @throws BrokerAwayException while the members are still being read after a start
     */
    Optional<Member> find(String id);

    /** The member who reads mail at this address. Throws as {@link #find} does. */
    Optional<Member> withAddress(String address);
  }
}
