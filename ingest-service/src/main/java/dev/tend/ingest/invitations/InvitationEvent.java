package dev.tend.ingest.invitations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a CloudEvent in the JSON format (CloudEvents 1.0.2) whose data is an invitation. The
 * event's id is the invitation's unless the data has one of its own. Extension attributes are let
 * pass, as the specification asks; a field that could only be a typing error is not.
 */
final class InvitationEvent {
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]{1,40}");

  private InvitationEvent() {}

  static Decoded<Invitation> read(JsonNode node) {
    try {
      if (!(node instanceof ObjectNode event)) {
        throw new RefusedException("", "must be an object");
      }
      var id = envelope(event);
      return within(data(event), id);
    } catch (RefusedException refused) {
      return new Decoded.Refused<>(DeadLetter.Reason.INVALID, refused.refusal());
    }
  }

  /** Checks the attributes, and returns the id. */
  private static String envelope(ObjectNode event) {
    if (!text(event, "specversion").equals("1.0")) {
      throw new RefusedException("specversion", "must be 1.0");
    }
    if (!text(event, "type").equals(Topic.INVITATIONS.eventType())) {
      throw new RefusedException("type", "must be " + Topic.INVITATIONS.eventType());
    }
    var _ = text(event, "source");
    if (event.has("time")) {
      requireTime(text(event, "time"));
    }
    if (event.has("datacontenttype") && !isJson(text(event, "datacontenttype"))) {
      throw new RefusedException("datacontenttype", "must be application/json");
    }
    for (var attribute : event.properties()) {
      var name = attribute.getKey();
      if (!name.equals("data_base64") && !ATTRIBUTE.matcher(name).matches()) {
        throw new RefusedException(
            name, "is no attribute of a CloudEvent: their names are lower-case letters and digits");
      }
    }
    return text(event, "id");
  }

  private static ObjectNode data(ObjectNode event) {
    if (event.get("data") instanceof ObjectNode data) {
      return data;
    }
    if (event.has("data")) {
      throw new RefusedException("data", "must be an object");
    }
    if (!event.has("data_base64")) {
      throw new RefusedException("data", "is required");
    }
    return switch (Codec.DOOR.tree(decoded(text(event, "data_base64")))) {
      case Decoded.Value<JsonNode>(ObjectNode data) -> data;
      case Decoded.Value<JsonNode> other ->
          throw new RefusedException("data_base64", "must hold an object");
      case Decoded.Refused<JsonNode>(var reason, var refusal) ->
          throw new RefusedException("data_base64", refusal.reason());
    };
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException broken) {
      throw new RefusedException("data_base64", "is not Base64");
    }
  }

  private static Decoded<Invitation> within(ObjectNode data, String eventId) {
    boolean named = data.has("id");
    var invitation = named ? data : data.deepCopy().put("id", eventId);
    return switch (Codec.DOOR.read(invitation, Invitation.class)) {
      case Decoded.Value<Invitation> good -> good;
      case Decoded.Refused<Invitation>(var reason, var refusal) ->
          new Decoded.Refused<>(
              reason, !named && refusal.field().equals("id") ? refusal : refusal.within("data"));
    };
  }

  private static void requireTime(String time) {
    try {
      var _ = OffsetDateTime.parse(time);
    } catch (DateTimeException broken) {
      throw new RefusedException("time", "must be a time such as 2026-02-08T14:37:00Z");
    }
  }

  private static boolean isJson(String mediaType) {
    var essence = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return essence.equals("application/json") || essence.endsWith("+json");
  }

  private static String text(ObjectNode event, String attribute) {
    var value = event.get(attribute);
    if (value == null || value.isNull()) {
      throw new RefusedException(attribute, "is required");
    }
    if (!value.isTextual()) {
      throw new RefusedException(attribute, "must be a text");
    }
    if (value.textValue().isBlank()) {
      throw new RefusedException(attribute, "must not be blank");
    }
    return value.textValue();
  }
}
