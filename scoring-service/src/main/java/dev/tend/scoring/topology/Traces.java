package dev.tend.scoring.topology;

import dev.tend.events.ConnectionKey;
import dev.tend.events.Erasure;
import dev.tend.scoring.learning.Lessons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** What a member's partition holds of anybody, looked through for the sake of one. */
final class Traces {
  private static final char SEPARATOR = '|';

  private final Drawer<Dealings> dealings;
  private final Drawer<Early> early;
  private final Undecided undecided;
  private final Acquaintances acquaintances;
  private final KeyValueStore<String, Lessons> lessons;

  Traces(ProcessorContext<?, ?> context) {
    dealings =
        new Drawer<>(context.getStateStore(StateStores.DEALINGS), Packing.of(Dealings.class));
    early = new Drawer<>(context.getStateStore(StateStores.EARLY), Packing.of(Early.class));
    undecided = new Undecided(context.getStateStore(StateStores.UNDECIDED));
    acquaintances =
        new Acquaintances(
            context.getStateStore(StateStores.ACQUAINTANCES),
            context.getStateStore(StateStores.ACQUAINTANCE_COUNTS));
    lessons = context.getStateStore(StateStores.LESSONS);
  }

  /** Forgets what passed between a member and a person, and returns how many invitations it was. */
  int forgetDealings(Erasure erasure) {
    int invitations = 0;
    for (var key : dealings.keys(between(erasure.members(), erasure.people()))) {
      var some = dealings.get(key);
      if (some != null) {
        some.invitations().forEach(undecided::waitsNoLonger);
        some.invitations().forEach(held -> unlearn(some.member(), held.id()));
        dealings.remove(key);
        invitations += some.invitations().size();
      }
    }
    return invitations;
  }

  /** Takes somebody out of what is held about the invitations of others. */
  int forgetMentions(Erasure erasure) {
    int[] mentions = {0};
    dealings.each(
        (key, some) -> {
          var now = some.withEach(held -> held.without(erasure.members(), erasure.people()));
          if (!now.equals(some)) {
            dealings.replace(key, now);
            mentions[0]++;
          }
        });
    return mentions[0];
  }

  /** Forgets answers and choices that wait for an invitation. */
  void forgetEarly(Erasure erasure) {
    var members = erasure.members();
    var people = erasure.people();
    early.each(
        (key, some) -> {
          var choice = some.choice();
          if (members.test(some.member())
              || (choice != null && people.test(choice.inviter().path()))) {
            early.remove(key);
          }
        });
  }

  /** Forgets a person among the acquaintances of members, or all of a member's. */
  List<ConnectionKey> forgetAcquaintances(Erasure erasure) {
    var members = erasure.members();
    var people = erasure.people();
    var ended = new ArrayList<ConnectionKey>();
    acquaintances.each(
        (member, person) -> {
          if (members.test(member) || people.test(person.path())) {
            ended.add(new ConnectionKey(person, member));
          }
        });
    for (var one : ended) {
      acquaintances.told(new Acquainted(one.member(), one.person(), null));
    }
    return ended;
  }

  /** What the member learned from it shows who invited them, and when. */
  private void unlearn(String member, String invitation) {
    var known = lessons.get(member);
    if (known != null) {
      lessons.put(member, known.without(invitation));
    }
  }

  private static Predicate<String> between(Predicate<String> members, Predicate<String> people) {
    return key -> {
      int at = key.indexOf(SEPARATOR);
      return members.test(key.substring(0, at)) || people.test(key.substring(at + 1));
    };
  }
}
