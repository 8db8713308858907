package dev.tend.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

  /** The mailboxes that are read, by a name of one's own such as {@code invitations}; none. */
  Map<String, Mailbox> mailboxes();

  Portability portability();

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

  /** LinkedIn's Member Data Portability API. Off, unless {@code client-id} is set. */
  interface Portability {

    /** The id under which LinkedIn knows the firm's application. */
    Optional<String> clientId();

    /** Its secret. Required with {@code client-id}. */
    Optional<String> clientSecret();

    /**
     * Where LinkedIn sends members back to: this service's {@code /portability/callback} as their
     * browsers reach it, exactly as it is registered with the application. Required with {@code
     * client-id}.
     */
    Optional<URI> redirect();

    /**
     * Keys that seal the members' tokens, each an id, a colon and 32 bytes in Base64, separated by
     * commas. The first seals, all open. This or {@code keys-file} is required with {@code
     * client-id}.
     */
    Optional<String> keys();

    /** A file with such keys, one a line. */
    Optional<Path> keysFile();

    /** Where members consent. */
    @WithDefault("https://www.linkedin.com/oauth/v2/authorization")
    URI authorization();

    /** Where a code or a refresh token is exchanged. */
    @WithDefault("https://www.linkedin.com/oauth/v2/accessToken")
    URI token();

    /** Where snapshot and changelog are. */
    @WithDefault("https://api.linkedin.com/rest")
    URI api();

    /** The {@code LinkedIn-Version} that Tend speaks. */
    @WithDefault("202312")
    String version();

    /** What members consent to. */
    @WithDefault("r_dma_portability_3rd_party")
    String scope();

    /**
     * Whether the code is bound to who asked for it (PKCE); LinkedIn's web flow does not take it.
     */
    @WithDefault("false")
    boolean pkce();

    /** How long a member may take to consent; 30 minutes. */
    @WithDefault("30m")
    Duration consentWithin();

    /** How often the changelog is read; 1 hour, as LinkedIn recommends. */
    @WithDefault("1h")
    Duration every();

    /**
     * How often the invitations of the snapshot are read for such as the changelog does not tell
     * of; 6 hours.
     */
    @WithDefault("6h")
    Duration invitationsEvery();

    /** How often a whole snapshot is taken; 7 days. */
    @WithDefault("7d")
    Duration snapshotEvery();

    /**
     * How long an invitation of the changelog waits for a snapshot that names its inviter; 14 days.
     * Then it goes to the dead letters.
     */
    @WithDefault("14d")
    Duration hold();

    /** Changes in one answer, 1 to 50; 10, as LinkedIn recommends. */
    @WithDefault("10")
    int pageSize();

    /** How long LinkedIn may take to answer; 30 seconds. */
    @WithDefault("30s")
    Duration timeout();

    /** Largest answer; 16 MiB. */
    @WithDefault("16M")
    MemorySize largestAnswer();
  }

  /** Mail, from its door and from mailboxes. */
  interface Mail {

    /** Largest message; 10 MiB. */
    @WithDefault("10M")
    MemorySize largestMessage();

    /**
     * Names under which the firm's own receiving servers write their {@code Authentication-Results}
     * (the authserv-id of RFC 8601), such as {@code mx.firm.example}. Their word counts beside what
     * is verified here. They must remove such headers of others under their names, as the RFC asks.
     */
    Optional<Set<String>> trustedServers();

    /** Largest mbox file; 4 GiB. */
    @WithDefault("4G")
    MemorySize largestMbox();

    /**
     * Whether signatures (DKIM) are verified here. Then public keys of linkedin.com and of the
     * members' own domains are looked up in the DNS; true.
     */
    @WithDefault("true")
    boolean dkim();

    /** DNS servers to ask for keys, by address; those of the system. */
    Optional<Set<String>> dnsServers();

    /** How long an answer of a DNS server may take; 3 seconds. */
    @WithDefault("3s")
    Duration dnsTimeout();

    /**
     * How long a notice in a mailbox waits for a key that cannot be looked up, before its signature
     * proves nothing; 1 hour.
     */
    @WithDefault("1h")
    Duration keyPatience();

    /**
     * The firm's address for notices, such as {@code invitations@firm.example}: what is sent to
     * {@code invitations+amy.chen@firm.example} is for the member {@code amy.chen}.
     */
    Optional<String> intake();

    /**
     * The secret that signs the addresses of answers, the same as notify-service has in {@code
     * tend.notify.reply-secret}, at least 32 characters. Without it answers are found by the mail
     * that they refer to alone.
     */
    Optional<String> replySecret();
  }

  /** A mailbox, read over IMAP. */
  interface Mailbox {

    /** The name or address of the server. Required. */
    String host();

    /** Its port; 993 with {@code tls}, else 143. */
    OptionalInt port();

    /**
     * {@code tls} from the start, {@code starttls} (the server must offer it) or {@code none}; tls.
     */
    @WithDefault("tls")
    Tls tls();

    /** Certificates, PEM, that are trusted for this server instead of those that Java trusts. */
    Optional<Path> trust();

    /** The name to log in with. Required. */
    String user();

    /** The password; or see {@link #passwordFile()}. */
    Optional<String> password();

    /** A file that holds the password and nothing else; it is read again at each connection. */
    Optional<Path> passwordFile();

    /**
     * {@code password}, or {@code oauth2}: the password is an access token then, which somebody
     * else renews in the file; password.
     */
    @WithDefault("password")
    Login login();

    /** The folder that is read; INBOX. */
    @WithDefault("INBOX")
    String folder();

    /**
     * A folder to which mails are moved that became events. Without one nothing in the mailbox is
     * ever changed, not even whether a mail was seen.
     */
    Optional<String> moveTo();

    /**
     * How often it is looked into when the server does not tell of new mail by itself; 1 minute.
     */
    @WithDefault("1m")
    Duration every();

    /**
     * How long the server may be silent before it is asked whether it is still there, when it does
     * tell of new mail (IDLE); 4 minutes. Less than the 29 minutes of RFC 2177, and than what
     * routers keep a silent connection.
     */
    @WithDefault("4m")
    Duration idle();

    /** How long a connection may take to come about, and an answer to come; 20 seconds. */
    @WithDefault("20s")
    Duration timeout();
  }

  /** How a connection is protected. */
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /** How Tend logs in. */
  enum Login {
    PASSWORD,
    OAUTH2
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
