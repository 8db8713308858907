package dev.tend.doors;

import dev.tend.events.Codec;
import dev.tend.events.Problem;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * Makes a problem of what ends a request before JAX-RS sees it, chiefly a missing or bad token.
 * Tokens are checked by Quarkus' OIDC mechanism; only its empty 401 is given a body.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RoutingProblems implements HttpAuthenticationMechanism {
  private static final int BEFORE_QUARKUS = -10_000;

  private final OidcAuthenticationMechanism oidc;

  RoutingProblems(OidcAuthenticationMechanism oidc) {
    this.oidc = oidc;
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_QUARKUS).failureHandler(RoutingProblems::failed);
    router.errorHandler(404, request -> answer(request, 404));
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    return oidc.authenticate(request, providers);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return oidc.getChallenge(request);
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    return oidc.getChallenge(request)
        .map(
            challenge -> {
              answer(request, 401);
              return true;
            });
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return oidc.getCredentialTransport(request);
  }

  private static void failed(RoutingContext request) {
    int status = status(request);
    if (request.response().headWritten() || status < 400 || status >= 500) {
      request.next();
      return;
    }
    answer(request, status);
  }

  private static int status(RoutingContext request) {
    return switch (request.failure()) {
      case UnauthorizedException _, AuthenticationException _ -> 401;
      case ForbiddenException _ -> 403;
      case null, default -> request.statusCode();
    };
  }

  private static void answer(RoutingContext request, int status) {
    var response = request.response();
    if (response.headWritten()) {
      return;
    }
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(Buffer.buffer(Codec.DOOR.write(StatusProblems.of(status))));
    // what is still on its way is let through and dropped, else the caller never hears the answer
    request.request().resume();
  }
}
