package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.PersonKey;
import dev.tend.events.Volunteering;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another member of the firm who matters to one invitation: because they are connected to the
 * inviter, or because they bear the inviter's name.
 *
 * @param id the member's id
 * @param profile their own profile; null while it is not known, and then nobody is taken for an
 *     impostor of them
 * @param knowsInviter whether they are connected to the inviter; false also means "not known"
 * @param since when they connected; null when not known
 * @param volunteering their unpaid work, which may link the inviter to a cause of the member's
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Colleague(
    String id,
    String name,
    @Nullable PersonKey profile,
    boolean knowsInviter,
    @Nullable LocalDate since,
    List<Volunteering> volunteering) {
  public Colleague(
      String id,
      String name,
      @Nullable PersonKey profile,
      boolean knowsInviter,
      @Nullable LocalDate since,
      @Nullable List<Volunteering> volunteering) {
    this.id = id;
    this.name = name;
    this.profile = profile;
    this.knowsInviter = knowsInviter;
    this.since = since;
    this.volunteering = volunteering == null ? List.of() : List.copyOf(volunteering);
  }

  /**
   * Whether this colleague's connection says something about the inviter: not when it is as new as
   * the invitations of somebody who goes through the firm.
   */
  boolean vouches(Instant receivedAt) {
    return knowsInviter
        && (since == null
            || !since.isAfter(
                receivedAt.minus(Behaviour.WINDOW).atOffset(ZoneOffset.UTC).toLocalDate()));
  }

  @Override
  public String toString() {
    return "Colleague[" + id + "]";
  }
}
