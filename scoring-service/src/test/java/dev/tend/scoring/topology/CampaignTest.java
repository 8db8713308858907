package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.Verdict;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A campaign as a language model makes it: forty people who do not exist, complete, with a
 * portrait, hundreds of connections and jobs without a gap; each text is used once, with other
 * words in it. What betrays them is that they are alike.
 */
class CampaignTest {
  private static final int SIZE = 40;
  private static final int MEMBERS = 12;
  private static final long SEED = 20260209;

  /** In braces: words that the model takes for each other. */
  private static final String NOTE =
      "Hi NAME, your {thoughtful|insightful|remarkable} {work|journey} in {consulting|advisory} caught my"
          + " attention. I lead a curated roundtable where {senior|seasoned} practitioners exchange"
          + " candid perspectives on transformation, resilience and {talent|leadership}, and your"
          + " voice would enrich the conversation {enormously|greatly}.";

  private static final String ABOUT =
      "I help {ambitious|visionary|growing} organisations turn complexity into clarity. Over {fifteen|twelve|eighteen}"
          + " years I have guided cross-functional teams through transformation, restructuring and"
          + " {rapid|sustained} growth, always anchored in empathy, evidence and {disciplined|rigorous}"
          + " execution. Mentor, lifelong learner and {passionate|proud} advocate of inclusive workplaces.";

  private static final Pattern CHOICE = Pattern.compile("\\{([^}]*)}");

  private final Random random = new Random(SEED);

  @Test
  void aCampaignIsSeenThroughWithinAWeek() {
    try (var stream = new TestStream()) {
      var members =
          IntStream.range(0, MEMBERS)
              .mapToObj(i -> aMember("Member " + (char) ('A' + i)).build())
              .toList();
      members.forEach(stream::member);
      var campaign = new ArrayList<Invitation>();
      for (int i = 0; i < SIZE; i++) {
        var invitation = fake(i, members.get(i % MEMBERS));
        campaign.add(invitation);
        stream.invitation(invitation);
        stream.pass(Duration.ofDays(7).dividedBy(SIZE));
      }

      assertThat(campaign)
          .as("seed %d: others are heard of in the same words", SEED)
          .filteredOn(invitation -> hearsOfOthers(stream, invitation))
          .hasSizeGreaterThanOrEqualTo(SIZE - 2);
      assertThat(campaign)
          .as("seed %d: nearly all are ignored in the end", SEED)
          .filteredOn(one -> stream.lastOn(one).verdict() == Verdict.IGNORE)
          .hasSizeGreaterThanOrEqualTo(SIZE - 2);
    }
  }

  private Invitation fake(int i, Member member) {
    var name = "Invented " + Integer.toString(1296 + 37 * i, Character.MAX_RADIX);
    return AnInvitation.from(profile(i, name))
        .to(member)
        .id("fake-" + i)
        .saying(varied(NOTE).replace("NAME", member.name()))
        .build();
  }

  private APerson profile(int i, String name) {
    return aPerson(name)
        .as("Senior Consultant", "Firm " + i, "2010-0" + (1 + random.nextInt(9)), "2016-03")
        .as("Director", "Company " + i, "2016-04", null)
        .with(more -> more.about(varied(ABOUT)).headline("Director | Transformation"));
  }

  private String varied(String text) {
    return CHOICE
        .matcher(text)
        .replaceAll(
            choice -> {
              var words = List.of(choice.group(1).split("\\|"));
              return words.get(random.nextInt(words.size()));
            });
  }

  private static boolean hearsOfOthers(TestStream stream, Invitation invitation) {
    return stream.lastOn(invitation).signals().stream()
        .map(Signal::evidence)
        .anyMatch(evidence -> evidence.contains("other pe"));
  }
}
