package dev.tend.ingest.mailbox;

import static dev.tend.events.cast.AMember.aMember;

import dev.tend.events.Member;
import dev.tend.events.ReplyAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A firm with one member, Amy Chen, whose mail is sorted. */
final class AFirm implements Recipients.Roll, Asked {
  static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
  static final String AMY = "amy.chen@tend.example";

  private final Member amy = aMember("Amy Chen").build();
  private final Map<String, Question> questions = new HashMap<>();
  private final ReplyAddress addresses = new ReplyAddress("a secret of thirty-two characters");
  private Origins.Proof proof = (mail, matters) -> false;

  static AFirm aFirm() {
    return new AFirm();
  }

  /** Signatures are verified with these keys. */
  AFirm verifying(SigningDomain... domains) {
    var dkim = new Dkim(SigningDomain.keysOf(domains));
    proof = dkim::verifies;
    return this;
  }

  /** Signatures are verified like this. */
  AFirm verifying(Origins.Proof with) {
    proof = with;
    return this;
  }

  /** A question of Amy's that is out; where the answer goes. */
  String asks(String invitation, String messageId) {
    var mail = UUID.nameUUIDFromBytes(invitation.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    questions.put(mail.toString(), new Question(mail.toString(), amy.id(), invitation, messageId));
    return addresses.localPart(mail, NOW) + "@reply.firm.example";
  }

  Sorted sorted(AMail mail) {
    return sorted(mail.build());
  }

  Sorted sorted(byte[] mail) {
    return sorting().sort(mail, true);
  }

  Sorting sorting() {
    return new Sorting(
        new Recipients(this, "invitations@tend.example"),
        this,
        new Origins(Set.of("mx.firm.example"), proof),
        addresses,
        InstantSource.fixed(NOW));
  }

  @Override
  public Optional<Member> find(String id) {
    return id.equals(amy.id()) ? Optional.of(amy) : Optional.empty();
  }

  @Override
  public Optional<Member> withAddress(String address) {
    return address.equals(amy.email()) ? Optional.of(amy) : Optional.empty();
  }

  @Override
  public Optional<Question> asked(String mail) {
    return Optional.ofNullable(questions.get(mail));
  }

  @Override
  public Optional<Question> withMessageId(String messageId) {
    return questions.values().stream()
        .filter(question -> question.messageId().equals(messageId))
        .findFirst();
  }
}
