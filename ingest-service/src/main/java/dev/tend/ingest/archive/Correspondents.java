package dev.tend.ingest.archive;

import static java.util.stream.Collectors.toCollection;

import dev.tend.events.Correspondence;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.text.PlainText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers with whom the member exchanged messages, how often and when. What the messages say is
 * never looked at. Older exports state only the sender's address, so that a conversation is
 * understood when all of it has been seen. Conversations of several people make nobody a
 * correspondent. For one thread.
 */
final class Correspondents {
  /** Most conversations that are kept; some 20 MB. */
  private static final int MOST = 100_000;

  private static final int LONGEST_ID = 200;

  private static final Pattern BETWEEN_ADDRESSES = Pattern.compile("[\\s,;]+");

  private final PersonKey owner;
  private final ZoneId zone;
  private final Map<String, Conversation> conversations = new HashMap<>();

  /**
   * Nobody yet.
   *
   * @param owner the member's own address
   * @param zone the member's, whose days are counted
   */
  Correspondents(PersonKey owner, ZoneId zone) {
    this.owner = owner;
    this.zone = zone;
  }

  /**
   * Takes a message.
   *
   * @return why it is of no concern; empty when it belongs to a conversation, whose end tells
   * @throws RefusedException when it cannot be read
   */
  Optional<Skip> add(Row row) {
    if (row.yes("Is Message Draft")) {
      return Optional.of(Skip.DRAFT);
    }
    var day = row.instant("Date", zone).atZone(zone).toLocalDate();
    var sender = address(row.line("Sender Profile URL"));
    if (sender.isEmpty()) {
      return Optional.of(Skip.NOBODY_STATED);
    }
    boolean mine = sender.get().equals(owner);
    var recipients = recipients(row);
    if (!mine && !recipients.isEmpty() && !recipients.contains(owner)) {
      return Optional.of(Skip.NOT_THE_MEMBERS);
    }
    var others = new LinkedHashSet<>(recipients);
    others.add(sender.get());
    others.remove(owner);
    var id = PlainText.atMost(LONGEST_ID, row.cell("Conversation ID"));
    var key = id.isBlank() && !others.isEmpty() ? others.getFirst().path() : id;
    var conversation = conversations.get(key);
    if (conversation == null) {
      if (conversations.size() == MOST) {
        return Optional.of(Skip.BEYOND_BOUND);
      }
      conversation = new Conversation(day);
      conversations.put(key, conversation);
    }
    conversation.add(others, mine, mine ? "" : row.line("From"), day);
    return Optional.empty();
  }

  /**
   * Ends all conversations.
   *
   * @param skipped told of the rows of those that are of no concern
   * @return with whom the member corresponded
   */
  Map<PersonKey, Correspondent> end(ObjIntConsumer<Skip> skipped) {
    var people = new HashMap<PersonKey, Correspondent>();
    for (var conversation : conversations.values()) {
      if (conversation.several) {
        skipped.accept(Skip.SEVERAL_PEOPLE, conversation.rows());
      } else if (conversation.other == null) {
        skipped.accept(Skip.NOBODY_STATED, conversation.rows());
      } else {
        var _ = people.merge(conversation.other, conversation.correspondent(), Correspondent::and);
      }
    }
    conversations.clear();
    return people;
  }

  /** The addresses of a message's recipients that can be read; empty when none is stated. */
  static Set<PersonKey> recipients(Row row) {
    return BETWEEN_ADDRESSES
        .splitAsStream(row.cell("Recipient Profile URLs"))
        .map(Correspondents::address)
        .flatMap(Optional::stream)
        .collect(toCollection(LinkedHashSet::new));
  }

  private static Optional<PersonKey> address(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(PersonKey.of(text));
    } catch (RefusedException nobody) {
      return Optional.empty(); // a company's page, or a member who is gone
    }
  }

  /** Somebody with whom the member corresponded. */
  record Correspondent(String name, Correspondence correspondence) {
    private Correspondent and(Correspondent other) {
      var one = correspondence;
      var two = other.correspondence;
      return new Correspondent(
          name.isEmpty() ? other.name : name,
          new Correspondence(
              one.first().isBefore(two.first()) ? one.first() : two.first(),
              one.last().isAfter(two.last()) ? one.last() : two.last(),
              one.sent() + two.sent(),
              one.received() + two.received()));
    }

    @Override
    public String toString() {
      return "Correspondent[redacted]";
    }
  }

  private static final class Conversation {
    private @Nullable PersonKey other;
    private String name = "";
    private boolean several;
    private LocalDate first;
    private LocalDate last;
    private int sent;
    private int received;

    Conversation(LocalDate day) {
      first = day;
      last = day;
    }

    void add(Set<PersonKey> others, boolean mine, String sender, LocalDate day) {
      for (var one : others) {
        several |= other != null && !other.equals(one);
        other = one;
      }
      name = sender.isEmpty() ? name : sender;
      first = day.isBefore(first) ? day : first;
      last = day.isAfter(last) ? day : last;
      if (mine) {
        sent++;
      } else {
        received++;
      }
    }

    int rows() {
      return sent + received;
    }

    Correspondent correspondent() {
      return new Correspondent(name, new Correspondence(first, last, sent, received));
    }
  }
}
