package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
    return all("/api/members/" + member + "/invitations?").stream().map(Judged::of).toList();
  }

  Judged one(Judged known) throws StoryBrokenException, InterruptedException {
    return Judged.of(
        notify
            .get("/api/members/" + known.member() + "/invitations/" + known.invitation())
            .agreed());
  }

  /**
   * A mail to a member, or to somebody who invited them, once it was sent and lies in the mailbox.
   *
   * @param kind such as {@code digest}
   * @param wanted which of them; the newest of several
   */
  Optional<Letter> letter(String kind, String member, Predicate<MailRow> wanted, Duration longest)
      throws StoryBrokenException, InterruptedException {
    return new Patience(longest)
        .until(
            () -> {
              var sent = newest(kind, member, wanted);
              return sent.isPresent()
                  ? mailbox.find(sent.get().to(), sent.get().messageId())
                  : Optional.empty();
            });
  }

  /** What there is to say when patience for a mail ran out. */
  static StoryBrokenException noMail(String kind, String address, Duration waited) {
    return new StoryBrokenException(
        "No %s came to the mailbox of %s within %d seconds; GET /api/mail of notify-service tells what became of it."
            .formatted(kind, address, waited.toSeconds()));
  }

  private Optional<MailRow> newest(String kind, String member, Predicate<MailRow> wanted)
      throws StoryBrokenException, InterruptedException {
    return all("/api/mail?state=sent&kind=" + kind + "&member=" + member + "&").stream()
        .map(MailRow::of)
        .filter(wanted)
        .findFirst();
  }

  /** A mail that was sent, as notify-service lists it. */
  record MailRow(String id, String invitation, String to, String messageId) {
    private static MailRow of(JsonNode row) {
      return new MailRow(
          row.path("id").asText(),
          row.path("invitation").asText(),
          row.path("to").asText(),
          row.path("messageId").asText());
    }

    @Override
    public String toString() {
      return "MailRow[" + id + "]";
    }
  }

  /**
   * Sends a member's digest now.
   *
   * @return the id of the mail; empty when there is nothing that was not told before
   */
  Optional<String> sendDigest(String member) throws StoryBrokenException, InterruptedException {
    var made = notify.post("/api/members/" + member + "/digests", "", new byte[0]).agreed();
    return Optional.of(made.path("mail").asText()).filter(id -> !id.isEmpty());
  }

  /** All items of a list that comes in pages; the path ends where the parameter is to stand. */
  private List<JsonNode> all(String path) throws StoryBrokenException, InterruptedException {
    var items = new ArrayList<JsonNode>();
    var page = "1";
    while (!page.isEmpty()) {
      var listing = notify.get(path + "page=" + URLEncoder.encode(page, UTF_8)).agreed();
      listing.path("items").forEach(items::add);
      page = listing.path("next").asText("");
    }
    return items;
  }
}
