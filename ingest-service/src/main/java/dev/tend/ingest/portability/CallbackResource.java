package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.ingest.publish.BrokerAwayException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Where LinkedIn sends a member back to. The address carries what stands in for a token: a state
 * that only Tend can make, for one member, for a while, once. It changes something although it is a
 * GET, since OAuth knows no other way (RFC 6749, section 4.1.2).
 */
@Path("/portability/callback")
class CallbackResource {
  /** LinkedIn's codes are shorter than 400 characters. */
  private static final int LONGEST = 4_000;

  private final Portability portability;
  private final String page;

  CallbackResource(Portability portability) {
    this.portability = portability;
    page = page();
  }

  @GET
  @PermitAll
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      summary = "The way back from LinkedIn",
      description =
          "For members' browsers only. Needs no token: the state in the address, which works once, is the credential.")
  @APIResponse(
      responseCode = "200",
      description = "The member is connected, or declined",
      content = @Content(mediaType = "text/html"))
  @APIResponse(
      responseCode = "400",
      description = "The state is not one that Tend gave out, is too old, or was used",
      content = @Content(mediaType = "text/html"))
  @APIResponse(
      responseCode = "503",
      description = "LinkedIn or the broker does not answer",
      content = @Content(mediaType = "text/html"))
  public Response back(
      @Parameter(description = "As Tend gave it to LinkedIn") @QueryParam("state") String state,
      @Parameter(description = "Absent when the member declined") @QueryParam("code") String code)
      throws InterruptedException {
    var consents = portability.consents();
    if (state == null || state.length() > LONGEST || (code != null && code.length() > LONGEST)) {
      return answer(Said.STALE);
    }
    try {
      return answer(
          switch (consents.end(state, code)) {
            case CONNECTED -> Said.CONNECTED;
            case DECLINED -> Said.DECLINED;
            case STALE -> Said.STALE;
            case AWAY -> Said.AWAY;
          });
    } catch (BrokerAwayException away) {
      return answer(Said.AWAY);
    }
  }

  /** No address on the page leaks the code: it holds none, and the browser keeps nothing. */
  private Response answer(Said said) {
    return Response.status(said.status)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .entity(page.replace("{title}", said.title).replace("{sentence}", said.sentence))
        .build();
  }

  private static String page() {
    try (InputStream file =
        Objects.requireNonNull(CallbackResource.class.getResourceAsStream("callback.html"))) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new IllegalStateException("callback.html is part of the program", broken);
    }
  }

  /** What the member reads. */
  private enum Said {
    CONNECTED(
        200,
        "You are connected",
        "Tend now reads your LinkedIn invitations and connections. You can close this page. To stop it, tell whoever runs Tend at your"
            + " firm, or remove Tend under Settings, Data privacy, Permitted services at LinkedIn."),
    DECLINED(
        200,
        "You are not connected",
        "You did not agree at LinkedIn, so Tend reads nothing there. If that was a mistake, ask for a new link."),
    STALE(
        400,
        "This link does not work any more",
        "It was used before, or too much time has gone by. Ask for a new link."),
    AWAY(
        503,
        "That did not work",
        "The connection could not be made just now, and nothing was kept. Ask for a new link in a few minutes.");

    private final int status;
    private final String title;
    private final String sentence;

    Said(int status, String title, String sentence) {
      this.status = status;
      this.title = title;
      this.sentence = sentence;
    }
  }
}
