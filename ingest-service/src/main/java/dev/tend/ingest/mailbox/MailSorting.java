package dev.tend.ingest.mailbox;

import dev.tend.events.Member;
import dev.tend.events.ReplyAddress;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.members.Members;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;

/** Puts the sorting of mail together as it is configured. */
final class MailSorting {
  /** Tries of a look-up, at each server. */
  private static final int RETRIES = 2;

  private MailSorting() {}

  @Produces
  @Singleton
  static Sorting sorting(
      Members members, Questions questions, InstantSource time, IngestConfig config) {
    var mail = config.mail();
    var trusted =
        mail.trustedServers().orElse(Set.of()).stream()
            .map(server -> server.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new Sorting(
        new Recipients(
            new ServedMembers(members), mail.intake().orElse("").toLowerCase(Locale.ROOT)),
        questions,
        new Origins(trusted, proof(mail)),
        mail.replySecret().map(ReplyAddress::new).orElse(null),
        time);
  }

  /** dnsjava keeps what it has found for as long as its owner says, within bounds of its own. */
  private static Origins.Proof proof(IngestConfig.Mail mail) {
    if (!mail.dkim()) {
      return (received, matters) -> false;
    }
    var dkim = new Dkim(new DNSPublicKeyRecordRetriever(resolver(mail)));
    return dkim::verifies;
  }

  private static Resolver resolver(IngestConfig.Mail mail) {
    try {
      var servers = mail.dnsServers().orElse(Set.of()).toArray(String[]::new);
      var resolver = servers.length == 0 ? new ExtendedResolver() : new ExtendedResolver(servers);
      resolver.setRetries(RETRIES);
      resolver.setTimeout(mail.dnsTimeout());
      return resolver;
    } catch (UnknownHostException wrong) {
      throw new IllegalStateException(
          "Set tend.ingest.mail.dns-servers to the addresses of DNS servers.", wrong);
    }
  }

  private record ServedMembers(Members members) implements Recipients.Roll {
    @Override
    public Optional<Member> find(String id) {
      return members.find(id);
    }

    @Override
    public Optional<Member> withAddress(String address) {
      return members.withAddress(address);
    }
  }
}
