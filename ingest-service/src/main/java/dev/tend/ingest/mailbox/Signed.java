package dev.tend.ingest.mailbox;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what the firm's own mail server found out about a mail (Authentication-Results, RFC 8601).
 * The header of any other server proves nothing: whoever forges a mail writes that header too. The
 * firm's server removes forged headers under its own name, as the RFC asks it to.
 */
final class Signed {
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern DKIM_PASS =
      Pattern.compile("dkim\\s*=\\s*pass\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern DOMAIN =
      Pattern.compile("\\bheader\\.d\\s*=\\s*\"?([A-Za-z0-9.-]{1,253})", Pattern.CASE_INSENSITIVE);

  private Signed() {}

  /** Whether one of these servers says that the mail bears a good signature of such a domain. */
  static boolean by(Predicate<String> domain, ReceivedMail mail, Set<String> servers) {
    return mail.headers("Authentication-Results").stream()
        .map(results -> COMMENT.matcher(results).replaceAll(" ").split(";"))
        .filter(results -> results.length > 1 && servers.contains(server(results[0])))
        .findFirst()
        .map(results -> passes(results, domain))
        .orElse(false);
  }

  /** The name may be followed by a version. */
  private static String server(String name) {
    return name.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean passes(String[] results, Predicate<String> domain) {
    for (int i = 1; i < results.length; i++) {
      var result = results[i].strip();
      var signer = DOMAIN.matcher(result);
      if (DKIM_PASS.matcher(result).matches()
          && signer.find()
          && domain.test(signer.group(1).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
