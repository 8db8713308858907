package dev.tend.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that can be set about ingest-service, under {@code tend.ingest}. */
@ConfigMapping(prefix = "tend.ingest")
public interface IngestConfig {

  /**
   * Folder for uploaded archives and the reports about them. Required: an archive that was accepted
   * must still be there after a restart, so it is no temporary folder.
   */
  Path spool();

  /** What a caller is told to wait before it tries again, when the broker is away; 5 seconds. */
  @WithDefault("5s")
  Duration retryAfter();

  /**
   * How many bytes of request bodies may be held in memory at once, over all requests; 32 MiB.
   * Beyond it, callers are told to come back. While its invitations are on their way a body takes
   * some five times its size, so this should not be more than a tenth of the heap.
   */
  @WithDefault("32M")
  MemorySize bodiesInMemory();

  Invitations invitations();

  Archive archive();

  Mail mail();

  /** The doors {@code POST /webhooks/{provider}}, each under its provider's name. */
  Map<String, Webhook> webhooks();

  Crm crm();

  Lookup lookup();

  /** The door {@code POST /invitations}. */
  interface Invitations {

    /** Largest body; 16 MiB. */
    @WithDefault("16M")
    MemorySize largestBody();

    /** Most items of one body; 50,000. */
    @WithDefault("50000")
    int mostItems();
  }

  /** The door {@code POST /members/{member}/archive}. */
  interface Archive {

    /** Largest upload; 1 GiB. */
    @WithDefault("1G")
    MemorySize largestUpload();

    /** How much room all waiting uploads may take in the spool; 8 GiB. */
    @WithDefault("8G")
    MemorySize largestSpool();

    /** Most files in one archive; 5,000. An export holds some fifty. */
    @WithDefault("5000")
    int mostFiles();

    /** Largest single file of an archive once unpacked; 512 MiB. */
    @WithDefault("512M")
    MemorySize largestFile();

    /** All files of an archive together once unpacked; 4 GiB. */
    @WithDefault("4G")
    MemorySize largestUnpacked();

    /**
     * How many times larger than its packed form a file may become, once it is larger than 1 MiB;
     * 100. CSV of real exports packs three to twelve times.
     */
    @WithDefault("100")
    int largestRatio();

    /** How many archives are worked on at once; 2. Further ones wait in the spool. */
    @WithDefault("2")
    int atOnce();

    /** Most refused rows of a file that its report spells out; 100. All are counted. */
    @WithDefault("100")
    int refusedShown();

    /**
     * How long an import waits for a broker that went away, before it fails and the archive must be
     * sent again; 1 hour.
     */
    @WithDefault("1h")
    Duration patience();

    /** How long the report of a finished import is kept; 30 days. */
    @WithDefault("30d")
    Duration reportsKept();
  }

  /** The door {@code POST /mail}. */
  interface Mail {

    /** Largest message; 10 MiB. */
    @WithDefault("10M")
    MemorySize largestMessage();

    /**
     * Names under which the firm's own receiving servers write their {@code Authentication-Results}
     * (the authserv-id of RFC 8601), such as {@code mx.firm.example}. Without one, no invitation
     * notice is believed; answers to questions are still taken.
     */
    Optional<Set<String>> trustedServers();
  }

  /** A provider that delivers invitations by itself. */
  interface Webhook {

    /**
     * How its JSON is read: the name of a mapping that comes with Tend ({@code unipile}), or the
     * path of a file.
     */
    String mapping();

    /**
     * What it signs with; two while one is being replaced. A secret that begins with {@code whsec_}
     * is Base64, any other is taken as it is.
     */
    List<String> secrets();

    Signing signing();

    /** Its account ids, each with the member whose account it is. */
    Map<String, String> accounts();

    /** Largest body; 512 KiB, and at most 768, since one that is refused becomes a dead letter. */
    @WithDefault("512K")
    MemorySize largestBody();
  }

  /** How a provider signs: as Standard Webhooks 1.0 does, unless it is said otherwise. */
  interface Signing {

    /** The header with the id of the delivery, which is the same when it is delivered again. */
    @WithDefault("webhook-id")
    String idHeader();

    /**
     * The header with the seconds since 1970; it may also stand in the signature, as {@code t=}.
     */
    @WithDefault("webhook-timestamp")
    String timestampHeader();

    @WithDefault("webhook-signature")
    String signatureHeader();

    /** What is signed, of {@code {id}}, {@code {timestamp}} and {@code {body}}. */
    @WithDefault("{id}.{timestamp}.{body}")
    String content();

    /**
     * What stands before a signature in its header, such as {@code v1}; {@code none} for nothing.
     */
    @WithDefault("v1")
    String version();

    /** How a signature is written. */
    @WithDefault("base64")
    SignatureEncoding encoding();

    /** How old, or how far in the future, a delivery may be; 5 minutes. */
    @WithDefault("5m")
    Duration tolerance();
  }

  /** How a signature is written. */
  enum SignatureEncoding {
    BASE64,
    HEX
  }

  /** The doors for what a CRM knows, under {@code /crm}. */
  interface Crm {

    /** Largest upload; 8 MiB. */
    @WithDefault("8M")
    MemorySize largestUpload();

    /** Most rows of one upload; 20,000. */
    @WithDefault("20000")
    int mostRows();

    /** Most refused rows that an answer spells out; 100. All are counted. */
    @WithDefault("100")
    int refusedShown();
  }

  /** Look-ups of inviters at a data provider; off without an address. */
  interface Lookup {

    /**
     * Where the provider answers about somebody, with {@code {slug}} or {@code {profile}}, such as
     * {@code https://data.example/people/{slug}}.
     */
    Optional<String> address();

    /** How its answer is read: the path of a mapping. Required with an address. */
    Optional<String> mapping();

    /** What is sent along, such as {@code Authorization}. */
    Map<String, String> headers();

    /** How long nobody is asked about the same person again; 30 days. */
    @WithDefault("30d")
    Duration again();

    /** Most questions a day (UTC), of this instance; 200. */
    @WithDefault("200")
    int perDay();

    /** Most questions a minute, of this instance; 20. */
    @WithDefault("20")
    int perMinute();

    /** How long an answer may take, to its last byte; 5 seconds. */
    @WithDefault("5s")
    Duration timeout();

    /** How long the provider is left alone when it failed too often; 1 minute. */
    @WithDefault("1m")
    Duration restAfterFailures();

    /** Largest answer; 1 MiB. */
    @WithDefault("1M")
    MemorySize largestAnswer();
  }
}
