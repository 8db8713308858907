package dev.tend.ingest.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Where in a document a mapping looks: at one element, with the whole document around it.
 *
 * @param top the whole document
 * @param here the element of which something is asked
 */
public record Place(JsonNode top, JsonNode here) {

  /** The document as a whole. */
  public static Place of(JsonNode document) {
    return new Place(document, document);
  }

  /** Another element of the same document. */
  public Place at(JsonNode element) {
    return new Place(top, element);
  }

  /** What stands there; missing when nothing does. */
  JsonNode find(boolean fromTop, JsonPointer pointer) {
    var found = (fromTop ? top : here).at(pointer);
    return found.isNull() ? MissingNode.getInstance() : found;
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "Place[redacted]";
  }
}
