package dev.tend.notify.mail;

import dev.tend.doors.ProblemException;
import dev.tend.events.Mail;
import dev.tend.notify.http.Cursor;
import dev.tend.notify.http.Listing;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What was sent to whom, when, and what became of it. */
@Path("/api/mail")
@RolesAllowed("operator")
@Blocking
public class MailResource {
  private final Mails mails;

  MailResource(Mails mails) {
    this.mails = mails;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The mails, newest first; each parameter narrows them down")
  public Listing<MailRow> mails(
      @QueryParam("member") @Nullable String member,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("state") @Nullable String state,
      @QueryParam("page") @Nullable String page) {
    return mails.page(
        new Mails.Filter(
            member == null ? "" : member,
            oneOf("kind", kind, Mail.Kind.values()),
            oneOf("state", state, Mail.State.values())),
        Cursor.of(page));
  }

  private static String oneOf(String field, @Nullable String given, Enum<?>[] known) {
    if (given == null || given.isEmpty()) {
      return "";
    }
    var words =
        Arrays.stream(known)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    if (!words.contains(given)) {
      throw ProblemException.invalid(
          field, "must be one of " + words.stream().collect(Collectors.joining(", ")));
    }
    return given;
  }
}
