package dev.tend.doors;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, and what of the members' things they may see. */
@ApplicationScoped
public class Visitor {
  private static final String MEMBER_CLAIM = "member";

  private final SecurityIdentity identity;

  Visitor(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * An operator sees and changes every member's things, a member their own: the token's claim
   * {@code member}, else its subject, is their id.
   *
   * @throws ProblemException 403 otherwise
   */
  public void mustBe(String member) {
    if (!identity.hasRole("operator") && !Optional.of(member).equals(id())) {
      throw ProblemException.forbidden("A member's things are for this member and for operators.");
    }
  }

  private Optional<String> id() {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.<String>getClaim(MEMBER_CLAIM))
            .or(() -> Optional.ofNullable(token.getSubject()))
        : Optional.empty();
  }
}
