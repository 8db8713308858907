package dev.tend.ingest.invitations;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which invitations come. An array is read element by element, so that a body never
 * stands in memory as one tree; it must be whole before anything of it is taken. NDJSON is a
 * sequence of bodies: a broken line is refused, and the next one is read.
 */
enum Form {
  /** One invitation, or an array of them. */
  JSON,
  /** One invitation per line; blank lines are skipped and not counted. */
  LINES,
  /** One CloudEvent in structured mode. */
  EVENT,
  /** An array of CloudEvents. */
  EVENTS;

  static final String NDJSON = "application/x-ndjson";
  static final String JSON_LINES = "application/jsonl";
  static final String CLOUD_EVENT = "application/cloudevents+json";
  static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** An element of an array is always followed by something. */
  private static final ObjectReader ELEMENTS =
      Codec.DOOR.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The form that a media type announces, whatever its parameters. */
  static Optional<Form> of(@Nullable String mediaType) {
    if (mediaType == null) {
      return Optional.empty();
    }
    return switch (mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "application/json" -> Optional.of(JSON);
      case NDJSON, JSON_LINES -> Optional.of(LINES);
      case CLOUD_EVENT -> Optional.of(EVENT);
      case CLOUD_EVENTS -> Optional.of(EVENTS);
      default -> Optional.empty();
    };
  }

  /**
   * Reads a body into the batch, until that is full.
   *
   * @return what is wrong with the body as a whole, in which case nothing of it may be taken
   */
  Optional<Refusal> read(byte[] body, Batch batch) {
    return switch (this) {
      case JSON -> array(body, batch, node -> Codec.DOOR.read(node, Invitation.class), true);
      case LINES -> lines(body, batch);
      case EVENT -> event(body, batch);
      case EVENTS -> array(body, batch, InvitationEvent::read, false);
    };
  }

  private static Optional<Refusal> lines(byte[] body, Batch batch) {
    for (int from = 0; from < body.length && !batch.overflows(); ) {
      int to = from;
      while (to < body.length && body[to] != '\n') {
        to++;
      }
      var line = Arrays.copyOfRange(body, from, to);
      if (!blank(line)) {
        batch.add(Codec.DOOR.read(line, Invitation.class));
      }
      from = to + 1;
    }
    return Optional.empty();
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Optional<Refusal> event(byte[] body, Batch batch) {
    return switch (Codec.DOOR.tree(body)) {
      case Decoded.Value<JsonNode>(var event) -> {
        batch.single();
        batch.add(InvitationEvent.read(event));
        yield Optional.empty();
      }
      case Decoded.Refused<JsonNode>(var reason, var refusal) -> Optional.of(refusal);
    };
  }

  private static Optional<Refusal> array(
      byte[] body,
      Batch batch,
      Function<JsonNode, Decoded<Invitation>> element,
      boolean oneWillDo) {
    int start = marked(body) ? BYTE_ORDER_MARK.length : 0;
    try (var parser = ELEMENTS.createParser(body, start, body.length - start)) {
      var first = parser.nextToken();
      if (first != JsonToken.START_ARRAY) {
        return oneWillDo
            ? one(body, batch)
            : Optional.of(new Refusal("", "must be an array of CloudEvents"));
      }
      while (parser.nextToken() != JsonToken.END_ARRAY && !batch.overflows()) {
        JsonNode node = ELEMENTS.readTree(parser);
        batch.add(element.apply(node));
      }
      return batch.overflows() || parser.nextToken() == null
          ? Optional.empty()
          : Optional.of(new Refusal("", "goes on after the end of the array"));
    } catch (JacksonException broken) {
      return Optional.of(whole(body));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private static boolean marked(byte[] body) {
    return body.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            body, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
  }

  private static Optional<Refusal> one(byte[] body, Batch batch) {
    return switch (Codec.DOOR.read(body, Invitation.class)) {
      case Decoded.Refused<Invitation>(var reason, var refusal)
          when reason == DeadLetter.Reason.MALFORMED ->
          Optional.of(refusal);
      case Decoded<Invitation> decoded -> {
        batch.single();
        batch.add(decoded);
        yield Optional.empty();
      }
    };
  }

  /** Says what is wrong with a body that broke, in the codec's own words. */
  private static Refusal whole(byte[] body) {
    return switch (Codec.DOOR.tree(body)) {
      case Decoded.Refused<JsonNode>(var reason, var refusal) -> refusal;
      case Decoded.Value<JsonNode> readable -> new Refusal("", "is not valid JSON");
    };
  }
}
