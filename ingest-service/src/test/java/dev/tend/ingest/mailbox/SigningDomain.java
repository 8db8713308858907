package dev.tend.ingest.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;

/** A domain that signs its mail, with keys of its own instead of a DNS. */
final class SigningDomain {
  private static final String HEADERS = "from:to:subject:date:mime-version:content-type";

  private final String name;
  private final KeyPair keys;

  private SigningDomain(String name, KeyPair keys) {
    this.name = name;
    this.keys = keys;
  }

  static SigningDomain signing(String name) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(1024);
      return new SigningDomain(name, generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The keys that a DNS would give for these domains; there are no others. */
  static PublicKeyRecordRetriever keysOf(SigningDomain... domains) {
    return (methods, selector, domain) ->
        Arrays.stream(domains)
            .filter(known -> known.name.contentEquals(domain) && "test".contentEquals(selector))
            .findFirst()
            .map(SigningDomain::record)
            .orElseThrow(() -> new PermFailException("no key"));
  }

  byte[] signed(AMail mail) {
    return signed(mail, "");
  }

  /**
   * The mail with its signature on top.
   *
   * @param tags further tags of the signature, each with a semicolon at its end
   */
  byte[] signed(AMail mail, String tags) {
    var raw = mail.build();
    var template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d="
            + name
            + "; s=test; h="
            + HEADERS
            + "; "
            + tags
            + " bh=; b=;";
    try {
      var signature =
          new DKIMSigner(template, keys.getPrivate()).sign(new ByteArrayInputStream(raw));
      return (signature.replace("\r\n", "") + "\r\n" + new String(raw, StandardCharsets.UTF_8))
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException | FailException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private List<String> record() {
    var key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    return List.of("v=DKIM1; k=rsa; p=" + key);
  }
}
