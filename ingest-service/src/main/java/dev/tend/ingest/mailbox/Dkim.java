package dev.tend.ingest.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.mime4j.io.EOLConvertingInputStream;

/**
 * Verifies the signatures of a mail (DKIM, RFC 6376). A key is looked up only for a domain that
 * matters, so that a stranger's mail can make Tend ask no server of theirs. A signature that leaves
 * a part of the body out ({@code l=}) counts for nothing, since anybody may add to the mail then;
 * neither does one that uses SHA-1 (RFC 8301). Thread-safe.
 */
final class Dkim {
  /** More signatures than any honest mail bears: each costs a hash of the whole body. */
  private static final int MOST_SIGNATURES = 10;

  private final PublicKeyRecordRetriever keys;

  /** Verifies with the public keys that this finds. */
  Dkim(PublicKeyRecordRetriever keys) {
    this.keys = keys;
  }

  /**
   * Whether a mail bears a good signature of a domain that matters.
   *
   * @throws KeysAwayException when the key cannot be looked up now
   */
  boolean verifies(ReceivedMail mail, Predicate<String> matters) {
    int signatures = mail.headers("DKIM-Signature").size();
    if (signatures == 0 || signatures > MOST_SIGNATURES) {
      return false;
    }
    var verifier =
        new DKIMVerifier(
            (methods, selector, domain) -> {
              if (!matters.test(lower(domain))) {
                throw new PermFailException("not asked");
              }
              return keys.getRecords(methods, selector, domain);
            });
    try (var lines =
        new EOLConvertingInputStream(
            new ByteArrayInputStream(mail.raw()), EOLConvertingInputStream.CONVERT_BOTH)) {
      var _ = verifier.verify(lines);
    } catch (IOException | FailException none) {
      // the results tell
    } catch (RuntimeException nonsense) {
      // a header that the library cannot read is no good signature
      return false;
    }
    var results = verifier.getResults();
    if (results.stream().anyMatch(result -> result.isSuccess() && counts(result, matters))) {
      return true;
    }
    if (results.stream().anyMatch(result -> result.getResultType() == Result.Type.TEMPERROR)) {
      throw new KeysAwayException();
    }
    return false;
  }

  private static boolean counts(Result result, Predicate<String> matters) {
    SignatureRecord signature = result.getRecord();
    return signature != null
        && matters.test(lower(signature.getDToken()))
        && signature.getBodyHashLimit() < 0
        && lower(signature.getHashMethod()).contains("256");
  }

  private static String lower(CharSequence text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
