package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom Tend serves: a consultant of the firm.
 *
 * @param id stands in addresses and keys, such as {@code amy.chen}
 * @param zone where the member's clock hangs; UTC, unless said otherwise
 * @param languages that the member reads, as BCP 47 tags; when empty, no language is ever held
 *     against anybody
 * @param profile the member's own history; null until it is known
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
    DigestWishes digest) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  public Member(
      String id,
      String name,
      String email,
      @Nullable ZoneId zone,
      @Nullable List<String> languages,
      @Nullable Person profile,
      @Nullable Policy policy,
      @Nullable DigestWishes digest) {
    this.id = MemberId.check("id", id);
    this.name = Checked.requiredLine("name", name);
    this.email = EmailAddress.check("email", Checked.requiredLine("email", email));
    this.zone = Checked.orElse(zone, UTC);
    this.languages = Checked.lines("languages", languages);
    this.profile = profile;
    this.policy = Checked.orElse(policy, Policy.DEFAULT);
    this.digest = Checked.orElse(digest, DigestWishes.DEFAULT);
  }

  /** The same member with another history. */
  public Member withProfile(Person history) {
    return new Member(id, name, email, zone, languages, history, policy, digest);
  }

  /** The same member with another policy. */
  public Member withPolicy(Policy wanted) {
    return new Member(id, name, email, zone, languages, profile, wanted, digest);
  }

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
