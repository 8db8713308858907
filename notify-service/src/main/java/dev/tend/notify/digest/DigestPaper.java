package dev.tend.notify.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.WouldBe;
import dev.tend.notify.digest.DigestLetter.Group;
import dev.tend.notify.digest.DigestLetter.Row;
import dev.tend.notify.digest.Sheet.Line;
import dev.tend.notify.digest.Sheet.Link;
import dev.tend.notify.digest.Sheet.Section;
import dev.tend.notify.language.Phrases;
import dev.tend.notify.language.Tongue;
import dev.tend.notify.language.Tongues;
import dev.tend.notify.mail.Folded;
import dev.tend.notify.mail.FromOutside;
import dev.tend.notify.mail.Rendered;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a digest on paper, as HTML and as plain text. Thread-safe; does no I/O. */
@ApplicationScoped
public class DigestPaper {
  /** LinkedIn lets an invitation's note have 300 characters; an answer to it needs no more. */
  private static final int WORDS = 300;

  /** Gmail cuts a mail off at 102 kB, and with it the links at its end. */
  private static final int LARGEST_HTML = 100_000;

  private static final Pattern TRAILING_STOP = Pattern.compile("\\.$");

  private final Tongues tongues;

  @Inject
  DigestPaper(Tongues tongues) {
    this.tongues = tongues;
  }

  /**
   * The digest in its final words. Where it is too large for a mail, the HTML says less of each.
   */
  public Rendered render(DigestLetter letter) {
    var tongue = tongues.of(letter.locale());
    var sheet = new Writing(tongue, letter, Room.AMPLE).sheet();
    var html = html(sheet, tongue);
    if (html.getBytes(UTF_8).length > LARGEST_HTML) {
      html = html(new Writing(tongue, letter, Room.SCARCE).sheet(), tongue);
    }
    var text = Templates.plain(sheet).setLocale(tongue.locale()).render();
    return new Rendered(sheet.subject(), html, Folded.at(Folded.WIDTH, text));
  }

  private static String html(Sheet sheet, Tongue tongue) {
    return Templates.letter(sheet).setLocale(tongue.locale()).render();
  }

  @CheckedTemplate(basePath = "digest")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance letter(Sheet sheet);

    static native TemplateInstance plain(Sheet sheet);
  }

  /**
   * How much may be said of each invitation, in characters.
   *
   * @param reasons how many
   */
  private record Room(int name, int headline, int note, int reasons, int reason) {
    static final Room AMPLE = new Room(80, 120, 200, 3, 200);
    static final Room SCARCE = new Room(40, 40, 0, 1, 60);
  }

  /** One letter being written in one language. */
  private record Writing(Tongue tongue, DigestLetter letter, Room room) {

    Sheet sheet() {
      var counts = counts();
      return new Sheet(
          tongue.locale().toLanguageTag(),
          subject(counts),
          preview(),
          say().greeting(line(letter.firstName(), room.name()), letter.total()),
          tongue.moment(letter.slot(), letter.zone()),
          glance(counts),
          capped(),
          link(say().seeAll(letter.total()), letter.listUrl()),
          sections(),
          letter.next() == null
              ? ""
              : say().nextDigest(tongue.moment(letter.next(), letter.zone())),
          link(say().changeDigest(), letter.settingsUrl()),
          advice(),
          say().timesAre(tongue.zone(letter.zone())));
    }

    private Phrases say() {
      return tongue.say();
    }

    /** Such as "3 to accept, 2 asked"; groups without invitations are not mentioned. */
    private String counts() {
      var counts = new ArrayList<String>();
      if (letter.accept().total() > 0) {
        counts.add(say().toAccept(letter.accept().total()));
      }
      if (letter.toAsk().total() > 0) {
        counts.add(say().toAsk(letter.toAsk().total()));
      }
      if (letter.asked().total() > 0) {
        counts.add(say().asked(letter.asked().total()));
      }
      if (letter.ignored().total() > 0) {
        counts.add(say().ignored(letter.ignored().total()));
      }
      return String.join(", ", counts);
    }

    /** With one invitation only, the subject says whose it is. */
    private String subject(String counts) {
      if (letter.total() == 0) {
        return say().greeting(line(letter.firstName(), room.name()), 0);
      }
      var rows = rows().toList();
      return letter.total() == 1 && rows.size() == 1
          ? say().onlyOne(counts, line(rows.getFirst().name(), room.name()))
          : counts;
    }

    private String capped() {
      if (letter.shown() == letter.total()) {
        return "";
      }
      var below = say().below(letter.shown(), letter.total());
      return letter.listUrl() == null ? below + " " + say().restFollows() : below;
    }

    private String preview() {
      return rows()
          .limit(6)
          .map(row -> line(row.name(), room.name()))
          .collect(Collectors.joining(", "));
    }

    private String glance(String counts) {
      var nothingToDo = letter.accept().total() + letter.toAsk().total() == 0;
      return Stream.of(
              counts.isEmpty() ? "" : say().glance(counts), nothingToDo ? say().nothingToDo() : "")
          .filter(sentence -> !sentence.isEmpty())
          .collect(Collectors.joining(" "));
    }

    private String advice() {
      var choosable = rows().anyMatch(row -> !row.choices().equals(DigestLetter.Choices.NONE));
      return choosable ? say().adviceOnly() + " " + say().linksNote() : say().adviceOnly();
    }

    private Stream<Row> rows() {
      return Stream.of(letter.accept(), letter.toAsk(), letter.asked(), letter.ignored())
          .flatMap(group -> group.rows().stream());
    }

    private List<Section> sections() {
      return Stream.of(accept(), toAsk(), asked(), ignored())
          .filter(section -> !section.lines().isEmpty())
          .toList();
    }

    private Section accept() {
      var lines =
          lines(
              letter.accept(),
              3,
              row ->
                  List.of(
                      new Offer(say().accept(), row.choices().accept(), true),
                      new Offer(say().askInstead(), row.choices().ask(), false),
                      new Offer(say().ignoreInstead(), row.choices().ignore(), false)));
      return new Section(
          "accept",
          say().acceptThese(letter.accept().total(), count(letter.accept())),
          "",
          false,
          lines);
    }

    private Section toAsk() {
      var lines =
          lines(
              letter.toAsk(),
              3,
              row ->
                  List.of(
                      new Offer(say().iAsked(), row.choices().ask(), true),
                      new Offer(say().acceptInstead(), row.choices().accept(), false),
                      new Offer(say().ignoreInstead(), row.choices().ignore(), false)));
      return new Section(
          "ask",
          say().askThese(letter.toAsk().total(), count(letter.toAsk())),
          say().askTheseHow(),
          false,
          lines);
    }

    private Section asked() {
      var lines =
          lines(
              letter.asked(),
              3,
              row ->
                  List.of(
                      new Offer(say().acceptInstead(), row.choices().accept(), false),
                      new Offer(say().ignoreInstead(), row.choices().ignore(), false)));
      return new Section(
          "ask",
          say().weAsked(letter.asked().total(), count(letter.asked())),
          say().weAskedHow(),
          false,
          lines);
    }

    private Section ignored() {
      var lines =
          lines(
              letter.ignored(),
              2,
              row ->
                  List.of(
                      new Offer(say().acceptInstead(), row.choices().accept(), false),
                      new Offer(say().askInstead(), row.choices().ask(), false)));
      return new Section(
          "ignored", say().ignoredAndWhy(count(letter.ignored())), say().ignoredHow(), true, lines);
    }

    private String count(Group group) {
      return say().counted(group.rows().size(), group.total());
    }

    private List<Line> lines(Group group, int reasons, Function<Row, List<Offer>> offers) {
      return group.rows().stream().map(row -> written(row, reasons, offers)).toList();
    }

    private Line written(Row row, int mostReasons, Function<Row, List<Offer>> offers) {
      var name = line(row.name(), room.name());
      return new Line(
          name,
          line(row.headline(), room.headline()),
          new Link(say().profile(), say().profileOf(name), row.profileUrl().toASCIIString(), false),
          quoted(row.note()),
          row.reasons().isEmpty() ? line(row.summary(), room.reason()) : "",
          row.reasons().stream()
              .limit(Math.min(mostReasons, room.reasons()))
              .map(reason -> line(reason, room.reason()))
              .filter(reason -> !reason.isEmpty())
              .toList(),
          say().receivedOn(tongue.day(row.receivedAt(), letter.zone())) + ".",
          say().scores(row.relevance(), row.risk()) + ".",
          row.wouldBe().stream().findFirst().map(this::wouldBe).orElse(""),
          line(row.words(), WORDS),
          offers.apply(row).stream().flatMap(offer -> link(offer, name)).toList());
    }

    private String wouldBe(WouldBe change) {
      var condition =
          TRAILING_STOP.matcher(line(change.condition(), room.reason())).replaceFirst("");
      return switch (change.verdict()) {
        case ACCEPT -> say().wouldAccept(condition);
        case ASK -> say().wouldAsk(condition);
        case IGNORE -> say().wouldIgnore(condition);
      };
    }

    private String quoted(String note) {
      var clean = room.note() == 0 ? "" : line(note, room.note());
      return clean.isEmpty() ? "" : say().quoted(clean);
    }

    private String line(String text, int longest) {
      return FromOutside.line(text, say().linkLeftOut(), longest);
    }

    private Stream<Link> link(Offer offer, String name) {
      return Stream.ofNullable(offer.address())
          .map(
              address ->
                  new Link(
                      offer.label(),
                      say().about(offer.label(), name),
                      address.toASCIIString(),
                      offer.advised()));
    }

    private static @Nullable Link link(String label, @Nullable URI address) {
      return address == null ? null : new Link(label, label, address.toASCIIString(), false);
    }
  }

  /** A choice that a row may offer, if there is a link for it. */
  private record Offer(String label, @Nullable URI address, boolean advised) {}
}
