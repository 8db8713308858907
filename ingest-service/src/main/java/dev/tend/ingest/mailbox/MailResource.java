package dev.tend.ingest.mailbox;

import dev.tend.doors.BoundedBody;
import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The door for mail. */
@Path("/mail")
@Produces(MediaType.APPLICATION_JSON)
class MailResource {
  /** Files of mails that are read at once, each with one mail in memory. */
  private static final int FILES_AT_ONCE = 2;

  private final Sorting sorting;
  private final MailPublishing publishing;
  private final Bodies bodies;
  private final Refused refused;
  private final MailCounts counts;
  private final IngestConfig config;
  private final Semaphore files = new Semaphore(FILES_AT_ONCE);

  MailResource(
      Sorting sorting,
      MailPublishing publishing,
      Bodies bodies,
      Refused refused,
      MailCounts counts,
      IngestConfig config) {
    this.sorting = sorting;
    this.publishing = publishing;
    this.bodies = bodies;
    this.refused = refused;
    this.counts = counts;
    this.config = config;
  }

  @POST
  @RolesAllowed("ingest")
  @Consumes("message/rfc822")
  @Operation(
      summary = "Bring a mail in",
      description =
          "recognised is invitation (a notice of LinkedIn's, or one that a member forwards), reply (an answer to a question of"
              + " Tend's), auto-reply, bounce or nothing; of auto-reply and nothing nothing is kept. A file of mails comes as"
              + " application/mbox.")
  @APIResponse(
      responseCode = "202",
      description = "What the mail was taken for",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "notice",
                      value = "{\"recognised\":\"invitation\",\"invitation\":\"linkedin-6203\"}")))
  @APIResponse(
      responseCode = "400",
      description = "It is no mail, a notice for no member, or an answer to nothing",
      content = @Content(mediaType = "application/problem+json"))
  public Response post(@Context HttpHeaders headers, InputStream body) throws IOException {
    var sorted =
        bodies.read(body, headers, config.mail().largestMessage(), Function.identity(), this::take);
    var refusal = sorted.refusal();
    if (refusal != null) {
      refused.count(Refused.Door.MAIL, 1);
      throw ProblemException.invalid(refusal);
    }
    return Response.accepted(Codec.DOOR.write(Recognised.of(sorted))).build();
  }

  @POST
  @RolesAllowed("ingest")
  @Consumes("application/mbox")
  @Operation(
      summary = "Bring a file of mails in",
      description =
          "Each mail is taken as if it came alone. Sending the file again is harmless; after a 503 it must be.")
  @APIResponse(
      responseCode = "202",
      description = "How many mails were taken for what, and which of them were refused",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "file",
                      value =
                          "{\"mails\":3,\"recognised\":{\"invitation\":1,\"nothing\":1},\"refusedCount\":1,"
                              + "\"refused\":[{\"index\":2,\"field\":\"To\",\"reason\":\"is no address of a member\"}]}")))
  @APIResponse(
      responseCode = "400",
      description = "It holds no mail",
      content = @Content(mediaType = "application/problem+json"))
  public Response postMany(@Context HttpHeaders headers, InputStream body) throws IOException {
    BoundedBody.refuseEncoded(headers);
    long most = config.mail().largestMbox().asLongValue();
    if (headers.getLength() > most) {
      throw BoundedBody.tooLarge(body, most);
    }
    if (!files.tryAcquire()) {
      throw ProblemException.later(
          config.retryAfter(), "Too many files of mails at once. Try again soon.");
    }
    try {
      return Response.accepted(Codec.DOOR.write(report(new BoundedStream(body, most)))).build();
    } catch (BoundedStream.TooLongException tooLong) {
      throw BoundedBody.tooLarge(body, most);
    } finally {
      files.release();
    }
  }

  private MboxReport report(InputStream body) throws IOException {
    var mbox = new Mbox(body, (int) config.mail().largestMessage().asLongValue());
    var report = new MboxReport();
    for (var mail = mbox.next(); mail.isPresent(); mail = mbox.next()) {
      var found = mail.get();
      var sorted = found.tooLarge() ? tooLarge() : take(found.bytes());
      report.add(sorted);
    }
    if (report.mails() == 0) {
      refused.count(Refused.Door.MAIL, 1);
      throw ProblemException.invalid(
          "The file holds no mail: it begins with no \"From \" line.", List.of());
    }
    refused.count(Refused.Door.MAIL, report.refusedCount());
    return report;
  }

  private Sorted tooLarge() {
    counts.count(MailCounts.DOOR, MailKind.TOO_LARGE);
    return Sorted.refused(
        MailKind.TOO_LARGE,
        new dev.tend.events.Refusal(
            "", "is larger than " + config.mail().largestMessage().asLongValue() + " bytes"));
  }

  private Sorted take(byte[] mail) {
    try {
      var sorted = sorting.sort(mail, true);
      publishing.publish(sorted);
      counts.count(MailCounts.DOOR, sorted.kind());
      return sorted;
    } catch (KeysAwayException away) {
      throw ProblemException.later(
          config.retryAfter(),
          "The key of a signature cannot be looked up in the DNS now. Send the mail again.");
    }
  }
}
