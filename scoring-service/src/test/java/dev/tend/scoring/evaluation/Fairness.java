package dev.tend.scoring.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import dev.tend.scoring.explain.Explained;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a verdict hangs on what it must not hang on: place, language, the origin of a name. */
final class Fairness {
  /** Invented people, of many origins, women and men. */
  private static final List<String> NAMES =
      List.of("Emily Walsh", "Mohammed Al-Farsi", "Wei Zhang", "Olga Petrova", "Kwabena Mensah");

  private static final List<String> PLACE_AND_LANGUAGE =
      List.of("country", "location", "languages");

  private Fairness() {}

  /** The cases whose verdict would be another if nobody had listed countries or languages. */
  static List<Judged> decidedByPlaceOrLanguage(List<Judged> cases) {
    return cases.stream()
        .filter(
            judged -> {
              var body = judged.labelled().body().deepCopy();
              var member = body.withObject("/member");
              member.remove("languages");
              member.withObject("/policy").remove("countries");
              return verdict(judged, body) != judged.verdict();
            })
        .toList();
  }

  /**
   * The cases in which the inviter would be thought better if their country, town and languages
   * were not known. To be thought worse is fair: the same town is a reason to accept.
   */
  static List<Judged> betterWithoutPlaceOrLanguage(List<Judged> cases) {
    return cases.stream()
        .filter(
            judged -> {
              var body = judged.labelled().body().deepCopy();
              body.withObject("/invitation/inviter").remove(PLACE_AND_LANGUAGE);
              return verdict(judged, body).compareTo(judged.verdict()) > 0;
            })
        .toList();
  }

  /**
   * The cases whose verdict would be another if the inviter had another name. Where somebody else
   * has the same name, or is said to, the name is the evidence; those are left out.
   */
  static List<Judged> decidedByName(List<Judged> cases) {
    return cases.stream()
        .filter(judged -> !judged.signals().contains(SignalName.IMPERSONATION))
        .filter(
            judged ->
                NAMES.stream()
                    .anyMatch(
                        name ->
                            verdict(judged, renamed(judged.labelled().body(), name))
                                != judged.verdict()))
        .toList();
  }

  private static ObjectNode renamed(ObjectNode body, String name) {
    var renamed = body.deepCopy();
    var invitation = renamed.withObject("/invitation");
    var inviter = invitation.withObject("/inviter");
    var before = inviter.path("name").asText();
    inviter.put("name", name);
    swap(invitation, "note", before, name);
    swap(renamed, "reply", before, name);
    return renamed;
  }

  /** In what they wrote, the whole name and the parts of it by which people sign. */
  private static void swap(ObjectNode node, String field, String before, String name) {
    if (node.has(field)) {
      var text = node.path(field).asText().replace(before, name);
      var old = before.split(" ", -1);
      var fresh = name.split(" ", -1);
      text = text.replaceAll("(?<!\\p{L})" + Pattern.quote(old[0]) + "(?!\\p{L})", fresh[0]);
      node.put(field, text);
    }
  }

  private static Verdict verdict(Judged judged, ObjectNode body) {
    return Explained.decision(judged.labelled().id(), body).verdict();
  }
}
