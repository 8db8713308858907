package dev.tend.ingest.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of an erasure. It names nobody, and can be kept.
 *
 * @param doneAt when the last service was done; null while one is not
 * @param salt what the fingerprint was made with: SHA-256 of {@code <salt>/<person or member>}
 * @param matches whether it is about whom the caller asked for; null when they asked for nobody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureReceipt(
    String id,
    Erasure.Kind kind,
    State state,
    Instant requestedAt,
    @Nullable Instant doneAt,
    String salt,
    String fingerprint,
    List<Service> services,
    @Nullable Boolean matches) {

  /** Who has to answer before an erasure is done. */
  static final List<String> SERVICES =
      List.of("ingest-service", "scoring-service", "notify-service");

  /** How far it is. */
  enum State {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("done")
    DONE
  }

  /**
   * What became of it in one service.
   *
   * @param parts how many parts of the service there are; 0 while none has answered
   * @param answered how many of them hold nothing more
   * @param doneAt when the last of them answered; null while one has not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Service(
      String service,
      State state,
      int parts,
      int answered,
      @Nullable Instant doneAt,
      Map<String, Integer> removed) {

    static Service of(String name, List<Erased> answers) {
      var removed = new TreeMap<String, Integer>();
      for (var answer : answers) {
        answer.removed().forEach((what, number) -> removed.merge(what, number, Integer::sum));
      }
      int parts = answers.isEmpty() ? 0 : answers.getFirst().parts();
      boolean done = parts > 0 && answers.size() >= parts;
      return new Service(
          name,
          done ? State.DONE : State.REQUESTED,
          parts,
          answers.size(),
          done ? latest(answers) : null,
          removed);
    }

    private static Instant latest(List<Erased> answers) {
      return answers.stream().map(Erased::at).max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  /**
   * The receipt as it stands.
   *
   * @param answers at most one of each part of a service
   */
  static ErasureReceipt of(Erasure erasure, Collection<Erased> answers) {
    var services = new ArrayList<Service>();
    for (var name : SERVICES) {
      services.add(
          Service.of(name, answers.stream().filter(one -> one.service().equals(name)).toList()));
    }
    boolean done = services.stream().allMatch(service -> service.state() == State.DONE);
    return new ErasureReceipt(
        erasure.receipt(),
        erasure.kind(),
        done ? State.DONE : State.REQUESTED,
        erasure.requestedAt(),
        done ? Service.latest(List.copyOf(answers)) : null,
        erasure.salt(),
        erasure.fingerprint(),
        List.copyOf(services),
        null);
  }

  boolean isDone() {
    return state == State.DONE;
  }

  /** The same, with the answer to the question whom it is about. */
  ErasureReceipt matching(boolean it) {
    return new ErasureReceipt(
        id, kind, state, requestedAt, doneAt, salt, fingerprint, services, it);
  }
}
