package dev.tend.ingest.invitations;

import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Problem;
import dev.tend.events.Refusal;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of one body, in their order: those that may go out, and those that were refused. Not
 * thread-safe.
 */
final class Batch {
  private final Instant at;
  private final int mostItems;
  private final List<Item> good = new ArrayList<>();
  private final List<Problem.Item> refused = new ArrayList<>();
  private final Map<String, List<String>> peopleOf = new HashMap<>();
  private boolean single;
  private int size;
  private boolean tooLarge;

  /**
   * An empty batch.
   *
   * @param at when the items were received
   */
  Batch(Instant at, int mostItems) {
    this.at = at;
    this.mostItems = mostItems;
  }

  /** The body is one item and no list, so that errors need no index. */
  void single() {
    single = true;
  }

  /** Takes the next item, good or not. */
  void add(Decoded<Invitation> decoded) {
    switch (decoded) {
      case Decoded.Value<Invitation>(var invitation) -> take(invitation);
      case Decoded.Refused<Invitation>(var reason, var refusal) -> refuse(refusal);
    }
    size++;
  }

  private void take(Invitation invitation) {
    var publication = Publication.of(invitation.identified(at), Source.HTTP, at);
    var people = List.of(invitation.member(), publication.key());
    if (!people.equals(peopleOf.computeIfAbsent(publication.event().id(), id -> people))) {
      refuse(new Refusal("id", "is that of an invitation between other people in this body"));
    } else if (publication.tooLarge()) {
      tooLarge = true;
      refuse(new Refusal("", "is larger than an invitation may be"));
    } else {
      good.add(new Item(size, publication));
    }
  }

  private void refuse(Refusal refusal) {
    refused.add(
        single
            ? new Problem.Item(null, refusal.field(), refusal.reason())
            : Problem.Item.of(size, refusal));
  }

  /** Whether it holds more items than a body may hold. */
  boolean overflows() {
    return size > mostItems;
  }

  /** Whether the body is one item that is good, but too large for a record. */
  boolean isOneTooLarge() {
    return single && tooLarge;
  }

  int size() {
    return size;
  }

  List<Item> good() {
    return good;
  }

  List<Problem.Item> refused() {
    return refused;
  }

  /**
   * An item that may go out.
   *
   * @param index in the body, from 0
   */
  record Item(int index, Publication publication) {
    String invitation() {
      return publication.event().id();
    }
  }
}
