package dev.tend.notify.preview;

import dev.tend.events.Choice;
import dev.tend.events.Verdict;
import dev.tend.events.WouldBe;
import dev.tend.notify.choice.ChoicePages;
import dev.tend.notify.digest.DigestLetter;
import dev.tend.notify.digest.DigestLetter.Choices;
import dev.tend.notify.digest.DigestLetter.Group;
import dev.tend.notify.digest.DigestLetter.Row;
import dev.tend.notify.question.QuestionLetter;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Letters as they are written on typical and on untypical days. All people are invented. */
public final class Samples {
  /** 07:30 in Toronto. */
  public static final Instant SLOT = Instant.parse("2026-11-23T12:30:00Z");

  public static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  private static final Instant NEXT = Instant.parse("2026-11-24T12:30:00Z");
  private static final URI LIST = URI.create("http://localhost:8083/invitations");
  private static final URI SETTINGS = URI.create("http://localhost:8083/settings");

  private Samples() {}

  /** All groups, one to four rows each. */
  public static DigestLetter typicalDay() {
    return digest(Locale.ENGLISH, accept(), toAsk(), asked(), ignored());
  }

  /** The same day for somebody who reads French; evidence comes as scoring-service wrote it. */
  public static DigestLetter typicalDayInFrench() {
    return digest(Locale.FRENCH, accept(), toAsk(), asked(), ignored());
  }

  /** One invitation, and none of the links that may be missing. */
  public static DigestLetter oneInvitation() {
    var row =
        new Row(
            "Dana Whitfield",
            "VP People at Northwind Foods",
            profile("dana-whitfield"),
            "",
            "Dana Whitfield fits your network.",
            List.of("Both at Deloitte, January 2010 to December 2012 (3 years)"),
            62,
            5,
            List.of(),
            SLOT.minusSeconds(40_000),
            "",
            Choices.NONE);
    return new DigestLetter(
        "Amy",
        Locale.ENGLISH,
        TORONTO,
        SLOT,
        Group.of(List.of(row)),
        Group.NONE,
        Group.NONE,
        Group.NONE,
        null,
        null,
        null);
  }

  /** Nothing to do, and nothing known that speaks for or against. */
  public static DigestLetter noReasons() {
    var row =
        new Row(
            "Kim Lund",
            "",
            profile("kim-lund"),
            "",
            "There is no sufficient reason to accept Kim Lund, and you ignore when you are unsure.",
            List.of(),
            0,
            0,
            List.of(),
            SLOT.minusSeconds(7_000),
            "",
            choices("kim"));
    return digest(Locale.ENGLISH, Group.NONE, Group.NONE, Group.NONE, Group.of(List.of(row)));
  }

  /** Names and notes that try to break out, or are merely long. */
  public static DigestLetter nastyDay() {
    var rows =
        List.of(
            row(
                "<script>alert(1)</script> & \"Sons\" {name}",
                "<img src=x onerror=alert(1)> Chief & Co.",
                "First line\n\nACCEPT THESE (9)\n1. Mallory\nhttps://evil.example/x?y=1 www.bad.example/now",
                "Both at <b>Acme</b> & Partners, 2010 to 2012"),
            row(
                "\u202Eevad\u202C \u0007Bell\u200B\u2066\uFEFF Null\u0000",
                "Reverses \u202Ethe line\u202C, rings the bell",
                "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309algo",
                "The name holds letters that hide"),
            row(
                "ليلى بنت عبد الرحمن الفهري",
                "مستشارة مهنية في الدار البيضاء",
                "مرحبا، التقينا في مؤتمر الموارد البشرية",
                "Both at Université Mohammed V, 2004 to 2007"),
            row(
                "👩🏽‍💻 Zoë Brontë-Łukasiewicz 🇨🇦",
                "Talent ❤️ people 🚀🚀🚀",
                "Hi 👋🏽 remember the 山本 workshop? 東京で会いましたね。",
                "3 mutual connections"),
            row(
                "Wolfeschlegelsteinhausenbergerdorff".repeat(4),
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
                    + " Generaldirektionssekretariatsleitung",
                "x".repeat(900),
                "y".repeat(300)));
    return digest(Locale.ENGLISH, Group.of(rows), Group.NONE, Group.NONE, Group.of(rows));
  }

  /** As many rows as a digest may hold, and some that it does not. */
  public static DigestLetter floodedDay() {
    return digest(
        Locale.ENGLISH, capped("a", 20, 31), Group.NONE, capped("b", 10, 10), capped("c", 20, 64));
  }

  /** Many rows in letters of three bytes each, which say all that they may. */
  public static DigestLetter wideDay() {
    var much = "人才发展与职业咨询".repeat(20);
    var rows =
        IntStream.rangeClosed(1, 25)
            .mapToObj(
                n ->
                    new Row(
                        "王小明的很长的名字" + n,
                        much,
                        profile("wang-" + n),
                        much,
                        much,
                        List.of("一、" + much, "二、" + much, "三、" + much),
                        50,
                        5,
                        List.of(new WouldBe(Verdict.ASK, much)),
                        SLOT.minusSeconds(60L * n),
                        "",
                        choices("wang" + n)))
            .toList();
    return digest(Locale.ENGLISH, Group.of(rows), Group.NONE, Group.NONE, Group.of(rows));
  }

  /** The question to somebody who wrote a note. */
  public static QuestionLetter question(Locale locale) {
    return new QuestionLetter(
        "Lena Fischer",
        "Amy Chen",
        "Amy",
        "Career consultant at Meridian Partners, Toronto",
        locale,
        TORONTO,
        "Hi Amy, we met at the HR forum last spring. Would love to stay in touch!",
        SLOT.minusSeconds(90_000),
        "reply+q7f3k2@reply.firm.example");
  }

  /** The question to somebody who wrote nothing, from somebody of whom little is known. */
  public static QuestionLetter questionWithoutNote() {
    return new QuestionLetter(
        "Jonas Berg",
        "Amy Chen",
        "Amy",
        "",
        Locale.ENGLISH,
        TORONTO,
        "",
        SLOT.minusSeconds(90_000),
        "reply+m2x8@reply.firm.example");
  }

  /** A choice that was opened. */
  public static ChoicePages.Confirm confirm(Choice.Kind choice, Choice.@Nullable Kind standing) {
    return new ChoicePages.Confirm(
        Locale.ENGLISH,
        "Dana Whitfield",
        "VP People at Northwind Foods",
        profile("dana-whitfield"),
        choice,
        standing,
        URI.create("/c/eyJtZk3xQ9"));
  }

  /** A choice that was made, or taken back. */
  public static ChoicePages.Done done(Locale locale, Choice.Kind choice) {
    return new ChoicePages.Done(
        locale,
        "Dana Whitfield",
        profile("dana-whitfield"),
        choice,
        choice == Choice.Kind.ASK
            ? "Hello Dana Whitfield, thank you for your invitation. Could you remind me how we’re connected? A"
                + " line or two is plenty. Kind regards, Amy"
            : "",
        choice == Choice.Kind.UNDO ? null : URI.create("/c/eyJtZk3xQ9/undo"));
  }

  private static DigestLetter digest(
      Locale locale, Group accept, Group toAsk, Group asked, Group ignored) {
    return new DigestLetter(
        "Amy", locale, TORONTO, SLOT, accept, toAsk, asked, ignored, NEXT, LIST, SETTINGS);
  }

  private static Group accept() {
    return Group.of(
        List.of(
            new Row(
                "Dana Whitfield",
                "VP People at Northwind Foods",
                profile("dana-whitfield"),
                "Hi Amy, it has been years since the Deloitte days on Bay Street. I now run the people team"
                    + " at Northwind and often look for somebody to coach our leaders.",
                "Dana Whitfield fits your network.",
                List.of(
                    "Both at Deloitte, January 2010 to December 2012 (3 years)",
                    "The note names Deloitte, where both of you worked",
                    "12 mutual connections"),
                62,
                0,
                List.of(new WouldBe(Verdict.ASK, "you had not been at Deloitte at the same time")),
                SLOT.minusSeconds(70_000),
                "",
                choices("dana")),
            new Row(
                "Marco Bellini",
                "Director, Leadership Development at Aurora Bank",
                profile("marco-bellini"),
                "",
                "Marco Bellini fits your network.",
                List.of(
                    "Works at Aurora Bank, a company you follow",
                    "Both studied at McGill University, but not at the same time"),
                38,
                5,
                List.of(),
                SLOT.minusSeconds(50_000),
                "",
                choices("marco")),
            new Row(
                "Priya Raman",
                "Head of Talent, Helix Robotics",
                profile("priya-raman"),
                "",
                "Priya Raman fits your network.",
                List.of("Your colleague Lee Novak is connected with Priya Raman"),
                30,
                0,
                List.of(new WouldBe(Verdict.ASK, "no colleague knew them")),
                SLOT.minusSeconds(20_000),
                "",
                choices("priya"))));
  }

  private static Group toAsk() {
    return Group.of(
        List.of(
            new Row(
                "Jonas Berg",
                "Programme Manager",
                profile("jonas-berg"),
                "",
                "Nothing known connects you with Jonas Berg, so ask how you know each other.",
                List.of(),
                10,
                5,
                List.of(new WouldBe(Verdict.ACCEPT, "they worked in your field")),
                SLOT.minusSeconds(33_000),
                "Hello Jonas Berg, thank you for your invitation. Could you remind me how we’re connected? A"
                    + " line or two is plenty. Kind regards, Amy",
                choices("jonas"))));
  }

  private static Group asked() {
    return Group.of(
        List.of(
            new Row(
                "Lena Fischer",
                "HR Business Partner",
                profile("lena-fischer"),
                "Hi Amy, we met at the HR forum last spring. Would love to stay in touch!",
                "What connects you with Lena Fischer is not quite enough, so ask.",
                List.of("Works in human resources, as you do"),
                15,
                10,
                List.of(new WouldBe(Verdict.ACCEPT, "their answer explains where you met")),
                SLOT.minusSeconds(60_000),
                "",
                choices("lena")),
            new Row(
                "Oluwaseun Adeyemi",
                "Partner at Baobab Search",
                profile("oluwaseun-adeyemi"),
                "",
                "What connects you with Oluwaseun Adeyemi is not quite enough, so ask.",
                List.of("2 mutual connections"),
                12,
                0,
                List.of(),
                SLOT.minusSeconds(61_000),
                "",
                choices("seun"))));
  }

  private static Group ignored() {
    return Group.of(
        List.of(
            ignoredRow(
                "Brad Sterling",
                "I help coaches 10x their revenue",
                List.of("The note sells something", "The same note went to 7 of your colleagues"),
                8,
                75),
            ignoredRow(
                "Alexandra K.",
                "",
                List.of(
                    "Says you worked together at Hatch, where you never worked",
                    "The profile has one position and no education"),
                0,
                65),
            ignoredRow(
                "Wealth Wave Global",
                "Financial Freedom Mentor",
                List.of("Invited 9 of your colleagues this week", "The note holds a link"),
                0,
                80),
            ignoredRow("Sam Doyle", "Student", List.of("You ignored Sam Doyle in March"), 5, 35)));
  }

  private static Row ignoredRow(
      String name, String headline, List<String> reasons, int relevance, int risk) {
    var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return new Row(
        name,
        headline,
        profile(slug),
        "",
        "Better left alone.",
        reasons,
        relevance,
        risk,
        List.of(new WouldBe(Verdict.ASK, "there were one red flag less")),
        SLOT.minusSeconds(45_000),
        "",
        choices(slug));
  }

  private static Row row(String name, String headline, String note, String reason) {
    return new Row(
        name,
        headline,
        profile("somebody"),
        note,
        "Somebody fits your network.",
        List.of(reason),
        40,
        10,
        List.of(new WouldBe(Verdict.ASK, reason)),
        SLOT.minusSeconds(10_000),
        "",
        choices("somebody"));
  }

  private static Group capped(String group, int shown, int total) {
    var rows =
        IntStream.rangeClosed(1, shown)
            .mapToObj(
                n ->
                    new Row(
                        "Inviter " + group + n + " With An Ordinary Name",
                        "Senior Director of Organisational Development at Company Number " + n,
                        profile("inviter-" + group + n),
                        "Hello Amy, we both spoke at the career services forum in Ottawa, and I would be"
                            + " glad to continue the conversation about outplacement programmes.",
                        "Inviter fits your network.",
                        List.of(
                            "Reason one of "
                                + group
                                + n
                                + ": both at Deloitte, 2010 to 2012 (3 years)",
                            "Reason two of " + group + n + ": 12 mutual connections",
                            "Reason three of "
                                + group
                                + n
                                + ": works in career services, as you do"),
                        50,
                        5,
                        List.of(new WouldBe(Verdict.ASK, "you had not been at Deloitte then")),
                        SLOT.minusSeconds(60L * n),
                        "",
                        choices(group + n)))
            .toList();
    return new Group(rows, total);
  }

  /** Links as long as signed ones are. */
  private static Choices choices(String name) {
    var token = "eyJt" + "Zk3xQ9".repeat(16) + "-" + name.replaceAll("[^a-z0-9]", "");
    return new Choices(
        URI.create("http://localhost:8083/c/a" + token),
        URI.create("http://localhost:8083/c/q" + token),
        URI.create("http://localhost:8083/c/i" + token));
  }

  private static URI profile(String slug) {
    return URI.create("https://www.linkedin.com/in/" + slug);
  }
}
