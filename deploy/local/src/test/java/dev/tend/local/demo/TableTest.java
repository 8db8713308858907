package dev.tend.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Axis;
import dev.tend.events.PersonKey;
import dev.tend.events.Verdict;
import dev.tend.local.demo.Judged.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Reason FOR =
      new Reason("same-employer", Axis.RELEVANCE, "Both at PwC, February 2010 to June 2013");
  private static final Reason AGAINST =
      new Reason("sales-pitch", Axis.RISK, "The note offers something for sale");

  @Test
  void alignsNamesInEveryScript() {
    var latin = Table.line(judged("Marcus Webb", Verdict.ACCEPT, FOR));
    var chinese = Table.line(judged("林美玲", Verdict.ACCEPT, FOR));

    int column = TextWidth.columns(latin.substring(0, latin.indexOf("accept")));
    assertThat(TextWidth.columns(chinese.substring(0, chinese.indexOf("accept"))))
        .isEqualTo(column);
    assertThat(Table.head().indexOf("verdict")).isEqualTo(column);
  }

  @Test
  void figuresEndUnderTheirHeads() {
    var line = Table.line(judged("Marcus Webb", Verdict.ACCEPT, FOR));

    assertThat(line.indexOf("62") + 2)
        .isEqualTo(Table.head().indexOf("relevance") + "relevance".length());
    assertThat(line.indexOf(" 5 ") + 2).isEqualTo(Table.head().indexOf("risk") + "risk".length());
  }

  @Test
  void noLineIsWiderThanThePage() {
    var long1 = new Reason("same-field", Axis.RELEVANCE, "Both, and so on, ".repeat(30));
    var line = Table.line(judged("A name of more letters than fit 森森森森森森", Verdict.ASK, long1));

    assertThat(TextWidth.columns(line)).isLessThanOrEqualTo(Table.WIDTH);
    assertThat(line).endsWith("…");
  }

  @Test
  void tellsWhatSpeaksForAnAcceptedAndAgainstAnIgnoredInvitation() {
    assertThat(Table.line(judged("A", Verdict.ACCEPT, AGAINST, FOR))).contains(FOR.evidence());
    assertThat(Table.line(judged("A", Verdict.IGNORE, FOR, AGAINST))).contains(AGAINST.evidence());
    assertThat(Table.line(judged("A", Verdict.IGNORE, FOR))).contains(FOR.evidence());
    assertThat(Table.line(judged("A", Verdict.ASK))).contains("No reason to be seen");
  }

  private static Judged judged(String name, Verdict verdict, Reason... reasons) {
    return new Judged(
        "4711",
        "amy.chen",
        PersonKey.of("in/somebody"),
        name,
        Optional.of(verdict),
        62,
        5,
        List.of(reasons),
        0);
  }
}
