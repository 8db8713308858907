package dev.tend.notify.choice;

import dev.tend.events.Choice;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.notify.Stored;
import dev.tend.notify.choice.ChoiceLinks.Offer;
import dev.tend.notify.publish.Outgoing;
import dev.tend.notify.question.Questions;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the links of a digest. The signature is the credential. Opening a link shows
 * what it would do and changes nothing, since programs that scan mails open every link; sending the
 * form does it.
 */
@Path("/c/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ChoiceResource {
  private final ChoiceLinks links;
  private final ChoicePages pages;
  private final Choices choices;
  private final Questions questions;
  private final Jdbi database;
  private final InstantSource time;

  ChoiceResource(
      ChoiceLinks links,
      ChoicePages pages,
      Choices choices,
      Questions questions,
      Jdbi database,
      InstantSource time) {
    this.links = links;
    this.pages = pages;
    this.choices = choices;
    this.questions = questions;
    this.database = database;
    this.time = time;
  }

  @GET
  @Operation(summary = "Shows what a link in a digest would do")
  public Response show(@PathParam("token") String token) {
    return database.inTransaction(
        transaction -> {
          var offer = links.read(token);
          var about = offer.flatMap(known -> about(transaction, known));
          return isOver(offer, about) || offer.get().choice() == Choice.Kind.UNDO
              ? over(offer, about)
              : page(200, confirm(token, offer.get(), about.get()));
        });
  }

  @POST
  @Operation(summary = "Makes the choice that a link in a digest offers")
  public Response choose(@PathParam("token") String token) {
    return database.inTransaction(
        transaction -> {
          var offer = links.read(token);
          var about = offer.flatMap(known -> about(transaction, known));
          if (isOver(offer, about)) {
            return over(offer, about);
          }
          choose(transaction, offer.get(), about.get());
          return page(200, done(offer.get(), about.get()));
        });
  }

  private boolean isOver(Optional<Offer> offer, Optional<About> about) {
    return about.isEmpty() || offer.get().expires().isBefore(time.instant());
  }

  /** Sending the same form twice is one choice. */
  private void choose(Handle transaction, Offer offer, About about) {
    var standing = about.standing() == null ? Choice.Kind.UNDO : about.standing();
    if (standing == offer.choice()) {
      return;
    }
    var id = UUID.randomUUID().toString();
    var now = time.instant();
    var choice =
        new Choice(
            about.invitation().id(),
            about.member().id(),
            about.invitation().inviter().profile(),
            offer.choice(),
            now);
    choices.store(transaction, id, choice);
    Outgoing.add(transaction, Topic.CHOICES, choice.member(), id, now, choice);
  }

  private String confirm(String token, Offer offer, About about) {
    var inviter = about.invitation().inviter();
    return pages.confirm(
        new ChoicePages.Confirm(
            about.locale(),
            inviter.name(),
            inviter.headline(),
            URI.create(inviter.profile().url()),
            offer.choice(),
            about.standing(),
            URI.create(token)));
  }

  private String done(Offer offer, About about) {
    var inviter = about.invitation().inviter();
    boolean toPaste = offer.choice() == Choice.Kind.ASK && inviter.email().isEmpty();
    var undo = new Offer(offer.invitation(), Choice.Kind.UNDO, offer.expires());
    return pages.done(
        new ChoicePages.Done(
            about.locale(),
            inviter.name(),
            URI.create(inviter.profile().url()),
            offer.choice(),
            toPaste ? questions.words(about.invitation(), about.receivedAt(), about.member()) : "",
            offer.choice() == Choice.Kind.UNDO ? null : URI.create(links.token(undo))));
  }

  private Response over(Optional<Offer> offer, Optional<About> about) {
    var locale = about.map(About::locale).orElse(Locale.ENGLISH);
    var status =
        offer.isPresent() && about.isPresent() ? Response.Status.GONE : Response.Status.NOT_FOUND;
    return page(status.getStatusCode(), pages.over(new ChoicePages.Over(locale, null)));
  }

  private static Response page(int status, String html) {
    return Response.status(status)
        .entity(html)
        .header("Content-Security-Policy", ChoicePages.CONTENT_SECURITY_POLICY)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Optional<About> about(Handle transaction, Offer offer) {
    return transaction
        .createQuery(
            """
            select i.document as invitation, i.received_at, m.document as member, c.choice
            from invitations i
            join members m on m.id = i.member
            left join standing_choices c on c.invitation = i.id and c.choice <> 'undo'
            where i.id = :id
            """)
        .bind("id", offer.invitation())
        .map(
            (row, context) ->
                new About(
                    Stored.read(row.getString("invitation"), Invitation.class),
                    row.getTimestamp("received_at").toInstant(),
                    Stored.read(row.getString("member"), Member.class),
                    row.getString("choice") == null
                        ? null
                        : Choice.Kind.valueOf(row.getString("choice").toUpperCase(Locale.ROOT))))
        .findOne();
  }

  /**
   * What an offer is about.
   *
   * @param standing what the member chose before; null when nothing
   */
  private record About(
      Invitation invitation, Instant receivedAt, Member member, Choice.@Nullable Kind standing) {
    Locale locale() {
      return member.languages().isEmpty()
          ? Locale.ENGLISH
          : Locale.forLanguageTag(member.languages().getFirst());
    }
  }
}
