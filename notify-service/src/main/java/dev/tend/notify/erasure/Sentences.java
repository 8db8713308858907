package dev.tend.notify.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.Signal;
import dev.tend.events.WouldBe;
import dev.tend.notify.Stored;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Takes a name out of the sentences that tell members about others: "Amy Chen knows them". The
 * verdict and its points stay as they were given. A name of one word is left, since it may be
 * anybody's.
 */
final class Sentences {
  private Sentences() {}

  /**
   * Puts other words in place of a name.
   *
   * @return the members whose verdicts held it
   */
  static Set<String> unname(Handle transaction, String name, String instead) {
    var members = new TreeSet<String>();
    if (!name.contains(" ")) {
      return members;
    }
    var whole = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
    for (var decision : naming(transaction, name)) {
      var now = unnamed(decision, whole, Matcher.quoteReplacement(instead));
      if (!now.equals(decision)) {
        write(transaction, now);
        members.add(now.member());
      }
    }
    return members;
  }

  private static List<Decision> naming(Handle transaction, String name) {
    var quoted = new String(Codec.TOPIC.write(name), UTF_8);
    return transaction
        .createQuery("select document from decisions where position(:name in document::text) > 0")
        .bind("name", quoted.substring(1, quoted.length() - 1))
        .mapTo(String.class)
        .map(document -> Stored.read(document, Decision.class))
        .list();
  }

  private static Decision unnamed(Decision decision, Pattern name, String instead) {
    return new Decision(
        decision.invitation(),
        decision.member(),
        decision.verdict(),
        decision.relevance(),
        decision.risk(),
        name.matcher(decision.summary()).replaceAll(instead),
        decision.signals().stream()
            .map(
                signal ->
                    new Signal(
                        signal.name(),
                        signal.axis(),
                        signal.points(),
                        name.matcher(signal.evidence()).replaceAll(instead)))
            .toList(),
        decision.wouldBe().stream()
            .map(
                other ->
                    new WouldBe(
                        other.verdict(), name.matcher(other.condition()).replaceAll(instead)))
            .toList(),
        decision.policy(),
        decision.decidedAt(),
        decision.supersedes());
  }

  private static void write(Handle transaction, Decision decision) {
    transaction
        .createUpdate(
            """
            update decisions set document = :document::jsonb
            where invitation = :invitation and revision = :revision
            """)
        .bind("document", new String(Codec.TOPIC.write(decision), UTF_8))
        .bind("invitation", decision.invitation())
        .bind("revision", decision.revision())
        .execute();
  }
}
