package dev.tend.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;

/**
 * Somebody is to be forgotten: what was received about them until then goes from every service. It
 * names nobody. Whoever holds something of them finds it by the fingerprint, and whoever has the
 * receipt can check it: the fingerprint is SHA-256 of {@code <salt>/<subject>}, which a shell tells
 * too: {@code printf %s "$SALT/in/jane-doe" | sha256sum}.
 *
 * @param receipt the id of its receipt
 * @param salt random and this erasure's own, in hexadecimal, so that two of the same person look
 *     different
 * @param fingerprint of the person's key or the member's id, in lower-case hexadecimal
 * @param partitions how many partitions the topics have, and so how many parts of a service answer
 */
public record Erasure(
    String receipt,
    Kind kind,
    String salt,
    String fingerprint,
    int partitions,
    Instant requestedAt) {
  private static final int MOST_PARTITIONS = 10_000;
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Erasure::made);

  public Erasure {
    receipt = Checked.requiredLine("receipt", receipt);
    kind = Checked.required("kind", kind);
    salt = Checked.requiredLine("salt", salt);
    fingerprint = Checked.requiredLine("fingerprint", fingerprint);
    partitions = Checked.between("partitions", partitions, 1, MOST_PARTITIONS);
    requestedAt = Checked.required("requestedAt", requestedAt);
  }

  /** Who is forgotten. */
  public enum Kind {
    /** Somebody outside; what is hashed is the path of their {@link PersonKey}. */
    @JsonProperty("person")
    PERSON,
    /** Somebody whom Tend served; what is hashed is their id. */
    @JsonProperty("member")
    MEMBER
  }

  /**
   * The erasure of somebody.
   *
   * @param subject the path of a {@link PersonKey}, or a member's id
   */
  public static Erasure of(
      String receipt, Kind kind, String subject, String salt, int partitions, Instant at) {
    return new Erasure(receipt, kind, salt, fingerprint(salt, subject), partitions, at);
  }

  /** Whether this is who is to be forgotten: the path of a person's key, or a member's id. */
  public boolean isOf(String subject) {
    return fingerprint.equals(fingerprint(salt, subject));
  }

  /** Which people's paths are to be forgotten: none when it is about a member. */
  public Predicate<String> people() {
    return path -> kind == Kind.PERSON && isOf(path);
  }

  /** Which members' ids are to be forgotten: none when it is about a person. */
  public Predicate<String> members() {
    return id -> kind == Kind.MEMBER && isOf(id);
  }

  private static String fingerprint(String salt, String subject) {
    return HexFormat.of().formatHex(SHA_256.get().digest((salt + '/' + subject).getBytes(UTF_8)));
  }

  private static MessageDigest made() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "Erasure[" + receipt + "]";
  }
}
