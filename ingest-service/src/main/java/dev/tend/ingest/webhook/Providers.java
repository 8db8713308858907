package dev.tend.ingest.webhook;

import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.mapping.MappingFile;
import dev.tend.ingest.members.Members;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The providers that may deliver, as they are configured. What is wrong with one fails the start.
 */
@Startup
@ApplicationScoped
class Providers {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /** A refused body must fit into a dead letter, which grows by a third in Base64. */
  private static final long LARGEST_BODY = 768L << 10;

  private final Map<String, Provider> known = new HashMap<>();

  Providers(IngestConfig config, Members members) {
    config.webhooks().forEach((name, webhook) -> known.put(name, provider(name, webhook, members)));
  }

  Optional<Provider> find(String name) {
    return Optional.ofNullable(known.get(name));
  }

  Set<String> names() {
    return Set.copyOf(known.keySet());
  }

  private static Provider provider(String name, IngestConfig.Webhook webhook, Members members) {
    var key = "tend.ingest.webhooks." + name;
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException(
          key + " must be named by lower-case letters, digits and dashes.");
    }
    if (webhook.largestBody().asLongValue() > LARGEST_BODY) {
      throw new IllegalStateException("Set " + key + ".largest-body to at most 768K.");
    }
    return new Provider(
        name,
        new Signature(name, webhook.signing(), webhook.secrets()),
        MappingFile.read(webhook.mapping(), InvitationMapping.class),
        new MemberLookup(
            webhook.accounts(), key + ".accounts", members::find, members::withAddress),
        webhook.largestBody());
  }

  /** One of them. */
  record Provider(
      String name,
      Signature signature,
      InvitationMapping mapping,
      MemberLookup members,
      MemorySize largestBody) {}
}
