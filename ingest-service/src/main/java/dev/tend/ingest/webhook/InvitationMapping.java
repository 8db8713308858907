package dev.tend.ingest.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Invitation;
import dev.tend.events.Refusal;
import dev.tend.events.RefusedException;
import dev.tend.ingest.mapping.Dates;
import dev.tend.ingest.mapping.PersonMapping;
import dev.tend.ingest.mapping.Place;
import dev.tend.ingest.mapping.Where;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where invitations stand in a provider's JSON.
 *
 * @param only what an element must say to be an invitation, such as {@code {"/object":
 *     ["InvitationReceived"]}}; any other is left alone. Empty: every element is one
 * @param items where the list of invitations stands; the whole document when nothing is said
 * @param linkedinId LinkedIn's own id of the invitation, so that the same one is known again when
 *     it comes by mail
 * @param id the provider's id of the invitation; it stays the same when it is delivered again
 * @param mutualConnections a number
 */
record InvitationMapping(
    Map<String, List<String>> only,
    Where items,
    Where linkedinId,
    Where id,
    MemberMapping member,
    PersonMapping inviter,
    Where note,
    Where sentAt,
    Where mutualConnections,
    Dates dates) {
  private static final int LONGEST_NOTE = 10_000;
  private static final int MOST_MUTUALS = 100_000;
  private static final Pattern LINKEDIN_ID = Pattern.compile("(?:urn:li:[a-zA-Z_]+:)?(\\d{1,30})");
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._:~-]{1,80}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  @JsonCreator
  InvitationMapping(
      @Nullable Map<String, List<String>> only,
      @Nullable Where items,
      @Nullable Where linkedinId,
      @Nullable Where id,
      @Nullable MemberMapping member,
      @Nullable PersonMapping inviter,
      @Nullable Where note,
      @Nullable Where sentAt,
      @Nullable Where mutualConnections,
      @Nullable Dates dates) {
    this.only = only == null ? Map.of() : Map.copyOf(only);
    this.only.keySet().forEach(Where::of);
    this.items = items == null ? Where.of("") : items;
    this.linkedinId = orNowhere(linkedinId);
    this.id = orNowhere(id);
    this.member = required("member", member);
    this.inviter = required("inviter", inviter);
    if (this.inviter.profile().isNowhere()) {
      throw new RefusedException("inviter.profile", "is required");
    }
    if (this.inviter.name().isNowhere()) {
      throw new RefusedException("inviter.name", "is required");
    }
    this.note = orNowhere(note);
    this.sentAt = orNowhere(sentAt);
    this.mutualConnections = orNowhere(mutualConnections);
    this.dates = dates == null ? Dates.ISO : dates;
  }

  /** Where it stands for whom an invitation is; the first that is there counts. */
  record MemberMapping(Where account, Where email, Where id) {
    @JsonCreator
    MemberMapping(@Nullable Where account, @Nullable Where email, @Nullable Where id) {
      this.account = orNowhere(account);
      this.email = orNowhere(email);
      this.id = orNowhere(id);
      if (this.account.isNowhere() && this.email.isNowhere() && this.id.isNowhere()) {
        throw new RefusedException("", "must have account, email or id");
      }
    }
  }

  /** What came of one element of a delivery. */
  sealed interface Read {
    /** It is an invitation. */
    record Taken(Invitation invitation) implements Read {}

    /** It is something else. */
    record LeftAlone() implements Read {}

    /**
     * It should be one, but is not.
     *
     * @param key the inviter's profile, as far as it is known; else empty
     */
    record Refused(String key, JsonNode element, Refusal refusal) implements Read {}
  }

  /**
   * Reads a delivery.
   *
   * @param provider stands before its ids, so that those of two providers never meet
   */
  List<Read> read(String provider, JsonNode document, MemberLookup members) {
    var whole = Place.of(document);
    var elements = items.elements(whole);
    if (elements.isEmpty() && items.element(whole).isEmpty()) {
      return List.of(
          isInvitation(whole)
              ? new Read.Refused("", document, new Refusal(items.toString(), "is missing"))
              : new Read.LeftAlone());
    }
    var read = new ArrayList<Read>(elements.size());
    for (var element : elements) {
      read.add(read(provider, whole.at(element), members));
    }
    return List.copyOf(read);
  }

  private Read read(String provider, Place place, MemberLookup members) {
    if (!isInvitation(place)) {
      return new Read.LeftAlone();
    }
    var key = "";
    try {
      var who = inviter.address(place);
      key = who.path();
      var person = inviter.person(place, who, "", dates);
      var to = members.find(member, place);
      var text = PlainText.prose(Entities.decoded(note.text(place)));
      return new Read.Taken(
          new Invitation(
                  identity(provider, place),
                  to,
                  person,
                  PlainText.atMost(LONGEST_NOTE, text),
                  moment(place),
                  mutuals(place),
                  List.of())
              .identified());
    } catch (RefusedException refused) {
      return new Read.Refused(key, place.here(), refused.refusal());
    }
  }

  private boolean isInvitation(Place place) {
    return only.entrySet().stream()
        .allMatch(rule -> rule.getValue().contains(Where.of(rule.getKey()).text(place)));
  }

  /** Empty when the delivery has none; then it is derived from people and day. */
  private String identity(String provider, Place place) {
    var linkedin = LINKEDIN_ID.matcher(linkedinId.text(place).strip());
    if (linkedin.matches()) {
      return "linkedin-" + linkedin.group(1);
    }
    var own = id.text(place).strip();
    if (own.isEmpty()) {
      return "";
    }
    return provider + "-" + (PLAIN_ID.matcher(own).matches() ? own : digest(own));
  }

  private static String digest(String id) {
    try {
      var sum = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** A time that cannot be read is not taken for none: the decision would be dated wrongly. */
  private @Nullable Instant moment(Place place) {
    var text = sentAt.text(place).strip();
    return text.isEmpty()
        ? null
        : dates
            .instant(text)
            .orElseThrow(
                () -> new RefusedException(sentAt.toString(), "is in none of the mapping's dates"));
  }

  private @Nullable Integer mutuals(Place place) {
    var text = mutualConnections.text(place).strip();
    return NUMBER.matcher(text).matches() ? Math.min(MOST_MUTUALS, Integer.parseInt(text)) : null;
  }

  private static Where orNowhere(@Nullable Where where) {
    return where == null ? Where.NOWHERE : where;
  }

  private static <T> T required(String field, @Nullable T given) {
    if (given == null) {
      throw new RefusedException(field, "is required");
    }
    return Objects.requireNonNull(given);
  }
}
