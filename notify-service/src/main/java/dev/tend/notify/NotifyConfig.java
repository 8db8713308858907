package dev.tend.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Everything that can be set about notify-service, under {@code tend.notify}. */
@ConfigMapping(prefix = "tend.notify")
public interface NotifyConfig {

  /** The way to the SMTP server. */
  Smtp smtp();

  /** How mails are sent. */
  Mail mail();

  /**
   * Domain of the addresses that answers to questions go to, such as {@code reply.firm.example}.
   * Required.
   */
  String replyDomain();

  /** Where members reach this service, such as {@code https://tend.firm.example}. Required. */
  URI publicUrl();

  /** Key of the signatures of links in mails (HMAC-SHA256), at least 32 characters. Required. */
  String linkSecret();

  /**
   * Key of the signatures of the addresses that answers go to (HMAC-SHA256), at least 32
   * characters; ingest-service must know the same one as {@code tend.ingest.mail.reply-secret}.
   * Without it the key of the links serves.
   */
  Optional<String> replySecret();

  /** How long a link in a mail can be used; 30 days. */
  @WithDefault("P30D")
  Duration linkLife();

  /**
   * How long a question waits before it is sent, so that facts that arrive together with the
   * invitation can still make it needless; 10 seconds.
   */
  @WithDefault("PT10S")
  Duration questionDelay();

  /** Most invitations that one digest shows; the rest comes with the next one; 60. */
  @WithDefault("60")
  int digestRows();

  /** How often due mails, due digests and events to publish are looked for; 1 second. */
  @WithDefault("PT1S")
  Duration poll();

  /** The way to the SMTP server. */
  interface Smtp {
    /** Its name or address. Required. */
    String host();

    /** Its port; 25. */
    @WithDefault("25")
    int port();

    /** Name to log in with; without one nobody logs in. */
    Optional<String> user();

    /** Password to log in with. */
    Optional<String> password();

    /** {@code none}, {@code starttls} (the server must offer it) or {@code tls}; starttls. */
    @WithDefault("starttls")
    Tls tls();

    /** How long a connection may take to come about; 5 seconds. */
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long an answer of the server may take; 10 seconds. */
    @WithDefault("PT10S")
    Duration readTimeout();

    /** How long the server may take to accept a piece of a mail; 10 seconds. */
    @WithDefault("PT10S")
    Duration writeTimeout();
  }

  /** How a connection to the SMTP server is protected. */
  enum Tls {
    NONE,
    STARTTLS,
    TLS
  }

  /** How mails are sent. */
  interface Mail {
    /** The sender, such as {@code Tend <tend@firm.example>}. Required. */
    String from();

    /** How often a mail is tried before it is given up; 60, which is two days. */
    @WithDefault("60")
    int attempts();

    /** Wait after the first failed attempt; each further wait is twice as long; 30 seconds. */
    @WithDefault("PT30S")
    Duration backoff();

    /** The longest wait between two attempts; 1 hour. */
    @WithDefault("PT1H")
    Duration longestBackoff();

    /**
     * How long a mail may be in the hands of a sender before another one takes it up, because the
     * first one has died; 3 minutes. Longer than all SMTP timeouts of one mail together.
     */
    @WithDefault("PT3M")
    Duration lease();
  }
}
