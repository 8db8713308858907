package dev.tend.ingest.crm;

import dev.tend.doors.ProblemException;
import dev.tend.events.Codec;
import dev.tend.events.Member;
import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.http.Bodies;
import dev.tend.ingest.http.Refused;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publisher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The doors for what a CRM exports. An upload replaces the earlier one of the same owner. */
@Path("/crm")
@Produces(MediaType.APPLICATION_JSON)
class CrmResource {
  private static final String CSV = "text/csv";
  private static final String VCARD = "text/vcard";
  private static final String OLD_VCARD = "text/x-vcard";

  private final Contacts contacts;
  private final AccountLists accounts;
  private final Members members;
  private final Publisher publisher;
  private final Bodies bodies;
  private final Refused refused;
  private final IngestConfig config;
  private final InstantSource time;

  CrmResource(
      Contacts contacts,
      AccountLists accounts,
      Members members,
      Publisher publisher,
      Bodies bodies,
      Refused refused,
      IngestConfig config,
      InstantSource time) {
    this.contacts = contacts;
    this.accounts = accounts;
    this.members = members;
    this.publisher = publisher;
    this.bodies = bodies;
    this.refused = refused;
    this.config = config;
    this.time = time;
  }

  @PUT
  @Path("/contacts")
  @RolesAllowed("ingest")
  @Consumes({CSV, VCARD, OLD_VCARD})
  @Operation(
      summary = "Store whom a member, or the firm, knows",
      description =
          "CSV with a header, or vCards. A contact with a LinkedIn address becomes known to the member, or to the one whom the column"
              + " owner names by id, address or name; others are skipped. What an earlier upload of the same owner named and this one"
              + " does not is taken back.")
  @APIResponse(
      responseCode = "200",
      description = "The broker has all of it",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "report",
                      value =
                          "{\"kind\":\"contacts\",\"rows\":3,\"published\":1,\"skipped\":1,\"refusedCount\":1,\"ties\":1,\"retracted\":0,\"refused\":[{\"row\":3,\"field\":\"profile\",\"reason\":\"is not a LinkedIn profile address such as https://www.linkedin.com/in/jane-doe\"}]}")))
  @APIResponse(
      responseCode = "400",
      description = "The file cannot be read, or the parameters are wrong",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "404",
      description = "No member has this id",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] contacts(
      @Parameter(description = "Whose contacts they are; the firm's when it is left out")
          @QueryParam("member")
          @Nullable String member,
      @Parameter(
              description =
                  "Which column holds a field, as field:Header; only needed for a header that Tend does not know")
          @QueryParam("column")
          List<String> column,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    var owner = owner(member);
    var outcome = new Outcome(config.crm().refusedShown());
    return read(
        headers,
        body,
        column,
        entries -> {
          publish(contacts.events(entries, owner, time.instant(), outcome));
          return outcome;
        },
        "contacts");
  }

  @PUT
  @Path("/accounts")
  @RolesAllowed("ingest")
  @Consumes({CSV, VCARD, OLD_VCARD})
  @Operation(
      summary = "Store the clients and prospects of a member, or of the firm",
      description =
          "CSV with a header, or vCards. They count like those that a member names; those of the firm for every member. What an earlier"
              + " upload of the same owner named and this one does not is taken back. At most 500 clients and 500 prospects.")
  @APIResponse(
      responseCode = "200",
      description = "Every member concerned is stored",
      content =
          @Content(
              mediaType = "application/json",
              examples =
                  @ExampleObject(
                      name = "report",
                      value =
                          "{\"kind\":\"accounts\",\"rows\":12,\"published\":12,\"skipped\":0,\"refusedCount\":0,\"ties\":0,\"retracted\":2,\"refused\":[]}")))
  @APIResponse(
      responseCode = "400",
      description = "The file cannot be read, or the parameters are wrong",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "404",
      description = "No member has this id",
      content = @Content(mediaType = "application/problem+json"))
  public byte[] accounts(
      @Parameter(description = "Whose accounts they are; the firm's when it is left out")
          @QueryParam("member")
          @Nullable String member,
      @Parameter(description = "What an account is whose row does not say it: client or prospect")
          @QueryParam("kind")
          @Nullable String kind,
      @Parameter(
              description =
                  "Which column holds a field, as field:Header; only needed for a header that Tend does not know")
          @QueryParam("column")
          List<String> column,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    if (kind != null && !kind.equals("client") && !kind.equals("prospect")) {
      throw ProblemException.invalid("kind", "must be client or prospect");
    }
    var owner = owner(member);
    var outcome = new Outcome(config.crm().refusedShown());
    return read(
        headers,
        body,
        column,
        entries -> {
          accounts.store(accounts.read(entries, kind == null ? "" : kind, outcome), owner, outcome);
          return outcome;
        },
        "accounts");
  }

  private byte[] read(
      HttpHeaders headers, InputStream body, List<String> column, Taking taking, String kind)
      throws IOException {
    try {
      var columns = Columns.of(column);
      var outcome =
          bodies.read(
              body,
              headers,
              config.crm().largestUpload(),
              file -> entries(file, columns, headers),
              taking::take);
      refused.count(Refused.Door.CRM, outcome.refusedCount());
      return Codec.DOOR.write(outcome.report(kind));
    } catch (RefusedException whole) {
      refused.count(Refused.Door.CRM, 1);
      throw ProblemException.invalid(whole.refusal());
    }
  }

  private List<Entry> entries(byte[] file, Columns columns, HttpHeaders headers) {
    boolean cards =
        headers.getMediaType() != null
            && headers.getMediaType().getSubtype().toLowerCase(Locale.ROOT).endsWith("vcard");
    return cards
        ? VCardFile.read(file, config.crm().mostRows())
        : CsvFile.read(file, columns, config.crm().mostRows());
  }

  private void publish(List<dev.tend.ingest.publish.Publication> events) {
    if (!publisher.publish(events).complete()) {
      throw new BrokerAwayException(
          "The broker did not acknowledge all of it. Send the same file again; it does no harm.");
    }
  }

  private Optional<Member> owner(@Nullable String member) {
    return member == null
        ? Optional.empty()
        : Optional.of(
            members
                .find(member)
                .orElseThrow(
                    () ->
                        ProblemException.notFound("No member has this id; put the member first.")));
  }

  /** Does what is to be done with the rows of a file. */
  @FunctionalInterface
  private interface Taking {
    Outcome take(List<Entry> entries);
  }
}
