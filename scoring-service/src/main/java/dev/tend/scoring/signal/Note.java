package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Schools;
import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the note is like: written to this member, or a pitch, with a link, a copy of what others
 * got.
 *
 * <p>Having a note or not makes no difference (26.4 % accepted either way, of 16,492 requests):
 * what it says does. So no note is neither good nor bad.
 */
record Note(Weights weights) {

  /** "Your talk on", and the like: a topic that follows may only fit this member. */
  private static final Phrases<Boolean> YOUR_WORK = PhraseFile.under("your-work.txt", "your-work");

  /** "… helped me": who says what an article was good for has read it. */
  private static final Phrases<Boolean> OF_USE = PhraseFile.under("your-work.txt", "of-use");

  /** A topic is worth naming when it is a word of its own, not "work" or "the". */
  private static final int SHORTEST_TOPIC = 5;

  /** The reasons that the note itself gives. */
  List<Signal> apply(Facts facts, Text text) {
    if (Stock.isStock(text)) {
      return List.of();
    }
    var pitch = Pitch.in(text, facts.inviter(), facts.member());
    var copied = copied(copies(facts), facts);
    var signals = new ArrayList<Signal>(4);
    if (pitch == Pitch.NONE && copied.isEmpty()) {
      personal(text, facts).ifPresent(signals::add);
    }
    switch (pitch) {
      case NONE -> {}
      case MILD ->
          signals.add(
              Signal.of(
                  SignalName.SALES_PITCH,
                  weights.of(Worth.SALES_PITCH_MILD),
                  "The note reads like an offer"));
      case FULL ->
          signals.add(
              Signal.of(
                  SignalName.SALES_PITCH,
                  weights.of(Worth.SALES_PITCH),
                  "The note reads like a sales pitch"));
    }
    Links.in(text)
        .ifPresent(
            what ->
                signals.add(
                    Signal.of(
                        SignalName.LINK_IN_NOTE,
                        weights.of(Worth.LINK_IN_NOTE),
                        "The note holds " + what)));
    copied.ifPresent(signals::add);
    return signals;
  }

  /** Copies by the same person weigh no more for having come from others as well. */
  private Optional<Signal> copied(int copies, Facts facts) {
    var said = new ArrayList<String>(2);
    if (copies > 0) {
      said.add(
          "the same note went to "
              + (copies == 1 ? "1 other person" : copies + " others")
              + " in your firm");
    }
    int inviters = 0;
    for (var echo : facts.echoes()) {
      if (echo.what() == Echo.Kind.NOTE) {
        inviters = echo.inviters();
        said.add(
            "nearly the same note came from "
                + (inviters == 1 ? "1 other person" : inviters + " other people")
                + " to "
                + (echo.members() == 1 ? "1 of you" : echo.members() + " of you"));
      }
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Signal.of(
                SignalName.COPIED_NOTE,
                weights.of(copies + inviters == 1 ? Worth.COPIED_NOTE : Worth.COPIED_NOTE_OFTEN),
                upperFirst(String.join(", and ", said))));
  }

  private static String upperFirst(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** To how many others in the firm the same note went before. */
  private static int copies(Facts facts) {
    if (facts.earlierByInviter().isEmpty()) {
      return 0;
    }
    var mine = NoteFingerprint.of(facts.invitation());
    var others = new LinkedHashSet<String>();
    for (var earlier : facts.earlierByInviter()) {
      if (!earlier.member().equals(facts.member().id())
          && !earlier.invitation().equals(facts.invitation().id())
          && earlier.note().copies(mine)) {
        others.add(earlier.member());
      }
    }
    return others.size();
  }

  private Optional<Signal> personal(Text text, Facts facts) {
    var profile = facts.member().profile();
    if (profile == null) {
      return Optional.empty();
    }
    var special = new LinkedHashSet<String>();
    schools(text, facts.inviter(), profile, special);
    causes(text, facts.inviter(), profile, special);
    topics(text, profile, special);
    var present = new LinkedHashSet<String>();
    employers(text, facts, profile, present, special);
    if (special.isEmpty() && present.isEmpty()) {
      return Optional.empty();
    }
    int points =
        (special.isEmpty() ? 0 : weights.of(Worth.PERSONAL_NOTE))
            + (present.isEmpty() ? 0 : weights.of(Worth.PERSONAL_NOTE_EMPLOYER));
    special.addAll(present);
    var named = special.stream().limit(2).toList();
    return Optional.of(
        Signal.of(
            SignalName.PERSONAL_NOTE,
            Math.min(points, weights.of(Worth.PERSONAL_NOTE_MOST)),
            "The note speaks of what is yours: " + String.join(" and ", named)));
  }

  private static void employers(
      Text text, Facts facts, Person profile, Set<String> present, Set<String> special) {
    int all = text.words().size();
    for (var position : profile.positions()) {
      if (text.mentionsEmployer(position.company(), 0, all)
          && !isTheirs(position.company(), facts.inviter())) {
        (Job.lasts(position, facts.month()) ? present : special).add(position.company());
      }
    }
    special.removeAll(present);
  }

  /** Naming one's own employer is an introduction, not a sign of having looked. */
  private static boolean isTheirs(String company, Person inviter) {
    return inviter.positions().stream()
        .anyMatch(position -> Employers.same(position.company(), company));
  }

  private static void schools(Text text, Person inviter, Person profile, Set<String> special) {
    for (var time : profile.education()) {
      boolean isTheirs =
          inviter.education().stream()
              .anyMatch(their -> Schools.same(their.school(), time.school()));
      if (!isTheirs && text.mentionsSchool(time.school(), 0, text.words().size())) {
        special.add(time.school());
      }
    }
  }

  private static void causes(Text text, Person inviter, Person profile, Set<String> special) {
    for (var work : profile.volunteering()) {
      boolean isTheirs =
          inviter.volunteering().stream()
              .anyMatch(their -> Employers.same(their.organisation(), work.organisation()));
      if (!isTheirs && text.mentionsEmployer(work.organisation(), 0, text.words().size())) {
        special.add(work.organisation());
      }
    }
  }

  /**
   * A talk, article or the like of the member's, on something that the member's profile speaks of,
   * or that was of use to the writer. Whoever quotes the whole headline has not read it: mail merge
   * does that.
   */
  private static void topics(Text text, Person profile, Set<String> special) {
    var found = YOUR_WORK.in(text.words());
    if (found.isEmpty() || text.mentions(profile.headline(), 0, text.words().size())) {
      return;
    }
    var about =
        Text.of(
            profile.headline() + " " + profile.about() + " " + String.join(" ", profile.skills()));
    var words = new LinkedHashSet<String>();
    about.words().forEach(word -> words.add(word.folded()));
    for (var mention : found) {
      var topic = topic(text, mention, words);
      if (topic.isPresent() || isOfUse(text, mention)) {
        special.add(shown(text, mention) + topic.map(word -> " (" + word + ")").orElse(""));
      }
    }
  }

  /** The first word behind "your talk on" that the profile knows, too. */
  private static Optional<String> topic(
      Text text, Phrases.Found<Boolean> mention, Set<String> known) {
    for (int i = mention.to(); i < text.sentenceEnd(mention.from()); i++) {
      var word = text.words().get(i);
      if (word.folded().length() >= SHORTEST_TOPIC && known.contains(word.folded())) {
        return Optional.of(text.raw().substring(word.start(), word.end()));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfUse(Text text, Phrases.Found<Boolean> mention) {
    int end = text.sentenceEnd(mention.from());
    for (int i = text.sentenceStart(mention.from()); i < end; i++) {
      var use = OF_USE.at(text.words(), i);
      if (use != null && use.to() <= end) {
        return true;
      }
    }
    return false;
  }

  /** "your article", as it was written but for the pronoun. */
  private static String shown(Text text, Phrases.Found<Boolean> mention) {
    return text.raw()
        .substring(
            text.words().get(mention.from()).start(), text.words().get(mention.to() - 1).end())
        .replaceFirst(
            "(?i)^(your|votre|vos|ihrem|ihren|ihr|deinen|dein|su|tu|sua|seu|il suo|suo|tuo) ",
            "your ");
  }
}
