package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What notify-service shows of decisions and mails. */
final class Decisions {
  private final Door notify;
  private final Mailbox mailbox;

  Decisions(Door notify, Mailbox mailbox) {
    this.notify = notify;
    this.mailbox = mailbox;
  }

  Ledger ledger() throws StoryBrokenException, InterruptedException {
    return Ledger.of(notify.get("/api/ledger").agreed());
  }

  /** All invitations of a member, with their decisions. */
  List<Judged> of(String member) throws StoryBrokenException, InterruptedException {
    return all("/api/members/" + member + "/invitations").stream().map(Judged::of).toList();
  }

  Judged one(Judged known) throws StoryBrokenException, InterruptedException {
    return Judged.of(
        notify
            .get("/api/members/" + known.member() + "/invitations/" + known.invitation())
            .agreed());
  }

  /**
   * The latest mail of a kind to an address, once it was sent and lies in the mailbox.
   *
   * @param kind such as {@code digest}
   */
  Optional<Letter> letter(String kind, String address, Duration longest)
      throws StoryBrokenException, InterruptedException {
    return new Patience(longest)
        .until(
            () -> {
              var sent = sent(kind, address);
              return sent.isPresent() ? mailbox.find(address, sent.get()) : Optional.empty();
            });
  }

  private Optional<String> sent(String kind, String address)
      throws StoryBrokenException, InterruptedException {
    return all("/api/mail").stream()
        .filter(row -> row.path("kind").asText().equals(kind))
        .filter(row -> row.path("to").asText().contains(address))
        .filter(row -> row.path("state").asText().equals("sent"))
        .max(java.util.Comparator.comparing(row -> row.path("sentAt").asText()))
        .map(row -> row.path("messageId").asText());
  }

  private List<JsonNode> all(String path) throws StoryBrokenException, InterruptedException {
    var items = new ArrayList<JsonNode>();
    var page = "1";
    while (!page.isEmpty()) {
      var listing = notify.get(path + "?page=" + URLEncoder.encode(page, UTF_8)).agreed();
      listing.path("items").forEach(items::add);
      page = listing.path("next").asText("");
    }
    return items;
  }
}
