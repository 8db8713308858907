package dev.tend.ingest.mailbox;

import dev.tend.events.Origin;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out what proves that a notice is LinkedIn's. A signature counts when the firm's own mail
 * server says so, or when it is verified here. Thread-safe.
 */
final class Origins {
  private final Set<String> trusted;
  private final Proof proof;

  /** Verifies a signature of a domain that matters. */
  @FunctionalInterface
  interface Proof {
    /** Throws {@link KeysAwayException} when it cannot be told now. */
    boolean verifies(ReceivedMail mail, Predicate<String> matters);
  }

  /**
   * With what can be believed.
   *
   * @param trusted authserv-ids, in lower case, of servers whose word counts
   */
  Origins(Set<String> trusted, Proof proof) {
    this.trusted = Set.copyOf(trusted);
    this.proof = proof;
  }

  /** A notice that came by itself, through the firm's own server. */
  Origin ofNotice(ReceivedMail mail) {
    return !mail.sender().isEmpty() && signed(mail, Origins::isLinkedIn)
        ? Origin.SIGNED
        : Origin.UNPROVEN;
  }

  /**
   * A notice that was attached to another mail. What it says about a server that has received it
   * anybody may have written; its own signature holds.
   */
  boolean isSigned(ReceivedMail attached) {
    return !attached.sender().isEmpty() && proof.verifies(attached, Origins::isLinkedIn);
  }

  /**
   * Whether the domain that a mail says it comes from vouches for it: a domain signs only for those
   * who have logged in there, so that the member has written this mail.
   */
  boolean isVouched(ReceivedMail mail) {
    var sender = mail.sender();
    var domain = sender.substring(sender.lastIndexOf('@') + 1);
    return !sender.isEmpty()
        && signed(mail, signer -> domain.equals(signer) || domain.endsWith("." + signer));
  }

  private boolean signed(ReceivedMail mail, Predicate<String> matters) {
    return Signed.by(matters, mail, trusted) || proof.verifies(mail, matters);
  }

  private static boolean isLinkedIn(String domain) {
    return Notice.isLinkedIn("@" + domain.toLowerCase(Locale.ROOT));
  }
}
