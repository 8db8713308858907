package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom Tend serves: a consultant of the firm.
 *
 * @param id stands in addresses and keys, such as {@code amy.chen}
 * @param zone where the member's clock hangs; UTC, unless said otherwise
 * @param languages that the member reads, as BCP 47 tags; when empty, no language is ever held
 *     against anybody
 * @param profile the member's own history; null until it is known
 * @param learnFrom only what they choose from then on teaches anything, and what earlier choices
 *     taught is forgotten; null when all do
 * @param accounts what the firm's CRM says beside the member's own words; null when it says nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Member(
    String id,
    String name,
    String email,
    ZoneId zone,
    List<String> languages,
    @Nullable Person profile,
    Policy policy,
    DigestWishes digest,
    @Nullable Instant learnFrom,
    @Nullable Accounts accounts) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

  public Member(
      String id,
      String name,
      String email,
      @Nullable ZoneId zone,
      @Nullable List<String> languages,
      @Nullable Person profile,
      @Nullable Policy policy,
      @Nullable DigestWishes digest,
      @Nullable Instant learnFrom,
      @Nullable Accounts accounts) {
    this.id = MemberId.check("id", id);
    this.name = Checked.requiredLine("name", name);
    this.email = EmailAddress.check("email", Checked.requiredLine("email", email));
    this.zone = Checked.orElse(zone, UTC);
    this.languages = languageTags(languages);
    this.profile = profile;
    this.policy = Checked.orElse(policy, Policy.DEFAULT);
    this.digest = Checked.orElse(digest, DigestWishes.DEFAULT);
    this.learnFrom = learnFrom;
    this.accounts = accounts == null || accounts.isEmpty() ? null : accounts;
  }

  /** A member of whom no CRM says anything. */
  public Member(
      String id,
      String name,
      String email,
      @Nullable ZoneId zone,
      @Nullable List<String> languages,
      @Nullable Person profile,
      @Nullable Policy policy,
      @Nullable DigestWishes digest,
      @Nullable Instant learnFrom) {
    this(id, name, email, zone, languages, profile, policy, digest, learnFrom, null);
  }

  /** "English" would never be found in a note, and so be held against everybody who writes it. */
  private static List<String> languageTags(@Nullable List<String> given) {
    var tags = Checked.lines("languages", given);
    for (int i = 0; i < tags.size(); i++) {
      if (!TAG.matcher(tags.get(i)).matches()) {
        throw new RefusedException(
            "languages[" + i + "]", "must be a language tag such as en or pt-BR");
      }
    }
    return tags;
  }

  /** The same member with another history. */
  public Member withProfile(Person history) {
    return new Member(
        id, name, email, zone, languages, history, policy, digest, learnFrom, accounts);
  }

  /** The same member with another policy. */
  public Member withPolicy(Policy wanted) {
    return new Member(
        id, name, email, zone, languages, profile, wanted, digest, learnFrom, accounts);
  }

  /** The same member, of whose choices only those from then on teach anything. */
  public Member learningFrom(@Nullable Instant when) {
    return new Member(id, name, email, zone, languages, profile, policy, digest, when, accounts);
  }

  /** The same member, of whom a CRM says something else. */
  public Member withAccounts(@Nullable Accounts told) {
    return new Member(id, name, email, zone, languages, profile, policy, digest, learnFrom, told);
  }

  /** The member's own words, and what the firm's CRM says beside them. */
  public Policy wishes() {
    return accounts == null ? policy : accounts.joining(policy);
  }

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
