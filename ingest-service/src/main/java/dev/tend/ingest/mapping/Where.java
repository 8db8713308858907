package dev.tend.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tend.events.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a value stands in a provider's JSON. It is written as
 *
 * <ul>
 *   <li>a JSON Pointer (RFC 6901) from the element on, such as {@code /inviter/name}; the empty
 *       text is the element itself;
 *   <li>the same from the top of the document, such as {@code ^/account_id};
 *   <li>a text with such pointers in braces, such as {@code in/{/inviter/slug}}, which is there as
 *       soon as one of them is;
 *   <li>or a list of these, of which the first counts that is there.
 * </ul>
 */
public final class Where {
  /** Stands nowhere. */
  public static final Where NOWHERE = new Where(List.of());

  private static final Pattern IN_BRACES = Pattern.compile("\\{(\\^?(?:/[^{}]*)?)}");
  private static final char FROM_TOP = '^';

  private final List<Alternative> alternatives;

  private Where(List<Alternative> alternatives) {
    this.alternatives = List.copyOf(alternatives);
  }

  /** Reads one of the written forms. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Where of(JsonNode written) {
    if (!written.isArray()) {
      return new Where(List.of(alternative("", written)));
    }
    var alternatives = new ArrayList<Alternative>();
    for (int i = 0; i < written.size(); i++) {
      alternatives.add(alternative("[" + i + "]", written.get(i)));
    }
    return new Where(alternatives);
  }

  /** Reads one of the written forms that is no list. */
  public static Where of(String written) {
    return new Where(List.of(alternative("", written)));
  }

  /** The text there; empty when there is none, or something that is no text. */
  public String text(Place place) {
    for (var alternative : alternatives) {
      var text = alternative.text(place);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** The element there, which may be of any kind; empty when there is none. */
  public Optional<JsonNode> element(Place place) {
    for (var alternative : alternatives) {
      if (alternative instanceof Alternative.Pointer pointer) {
        var found = pointer.element(place);
        if (!found.isMissingNode()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** The elements of the list there; a lone element is a list of one. */
  public List<JsonNode> elements(Place place) {
    return element(place)
        .map(found -> found.isArray() ? List.copyOf(found.valueStream().toList()) : List.of(found))
        .orElse(List.of());
  }

  /** Whether nothing was said. */
  public boolean isNowhere() {
    return alternatives.isEmpty();
  }

  /** As it was written, to name the field to whoever wrote it. */
  @Override
  public String toString() {
    return alternatives.stream().map(Alternative::written).collect(Collectors.joining(" or "));
  }

  private static Alternative alternative(String field, JsonNode written) {
    if (!written.isTextual()) {
      throw new RefusedException(field, "must be a text, or a list of texts");
    }
    return alternative(field, written.textValue());
  }

  private static Alternative alternative(String field, String text) {
    try {
      if (text.isEmpty() || text.charAt(0) == '/' || text.charAt(0) == FROM_TOP) {
        return pointer(text);
      }
      var parts = new ArrayList<Alternative.Pointer>();
      var matcher = IN_BRACES.matcher(text);
      while (matcher.find()) {
        parts.add(pointer(matcher.group(1)));
      }
      if (!parts.isEmpty()) {
        return new Alternative.Template(text, parts);
      }
    } catch (IllegalArgumentException noPointer) {
      // said below
    }
    throw new RefusedException(
        field, "must be a JSON Pointer such as /inviter/name, or a text with such ones in braces");
  }

  private static Alternative.Pointer pointer(String text) {
    boolean fromTop = !text.isEmpty() && text.charAt(0) == FROM_TOP;
    return new Alternative.Pointer(
        text, fromTop, JsonPointer.compile(fromTop ? text.substring(1) : text));
  }

  private sealed interface Alternative {
    String written();

    String text(Place place);

    record Pointer(String written, boolean fromTop, JsonPointer pointer) implements Alternative {
      JsonNode element(Place place) {
        return place.find(fromTop, pointer);
      }

      @Override
      public String text(Place place) {
        var found = element(place);
        return found.isValueNode() && !(found instanceof MissingNode) ? found.asText() : "";
      }
    }

    record Template(String written, List<Pointer> parts) implements Alternative {
      public Template {
        parts = List.copyOf(parts);
      }

      @Override
      public String text(Place place) {
        var text = new StringBuilder();
        boolean there = false;
        int part = 0;
        var matcher = IN_BRACES.matcher(written);
        while (matcher.find()) {
          var found = parts.get(part++).text(place);
          there |= !found.isBlank();
          matcher.appendReplacement(text, java.util.regex.Matcher.quoteReplacement(found));
        }
        matcher.appendTail(text);
        return there ? text.toString() : "";
      }
    }
  }
}
