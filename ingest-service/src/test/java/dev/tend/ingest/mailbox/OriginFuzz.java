package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.LinkedInMail.linkedInMail;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tend.events.Origin;
import dev.tend.events.RefusedException;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * The headers by which a notice is believed: signatures, for which no name server knows a key, and
 * what servers say of them, none of which is the firm's.
 */
public final class OriginFuzz {
  private static final Origins ORIGINS =
      new Origins(Set.of(), new Dkim(SigningDomain.keysOf())::verifies);
  private static final byte[] NOTICE = linkedInMail().mail().build();

  private OriginFuzz() {}

  /** Lines above the other headers of a notice. */
  public static void fuzzerTestOneInput(byte[] input) {
    var raw = new ByteArrayOutputStream();
    raw.writeBytes(input);
    raw.writeBytes("\r\n".getBytes(ISO_8859_1));
    raw.writeBytes(NOTICE);
    try {
      var mail = ReceivedMail.of(raw.toByteArray());
      if (ORIGINS.ofNotice(mail) != Origin.UNPROVEN || ORIGINS.isVouched(mail)) {
        throw new AssertionError("nobody vouches for it, and it is believed");
      }
      // the firm's own server may say so; only that it is read matters
      var _ = Signed.by(Notice::isLinkedIn, mail, Set.of("mx.firm.example"));
    } catch (RefusedException noMail) {
      if (noMail.refusal().reason().isBlank()) {
        throw new AssertionError("refused without a reason", noMail);
      }
    }
  }
}
