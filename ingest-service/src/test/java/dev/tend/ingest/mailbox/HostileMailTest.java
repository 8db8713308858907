package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AFirm.aFirm;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts as long as Tend reads them, built so that a careless reader would take hours. */
class HostileMailTest {
  private static final int LONGEST = 1 << 20;

  /** Generous for a busy machine; each takes far less than a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest
  @MethodSource
  void isSortedInNoTime(String start, String again, String end) {
    int times = (LONGEST - start.length() - end.length()) / again.length();
    var body = start + again.repeat(times) + end;
    var firm = aFirm();
    var _ = firm.asks("4711", "<q1@tend.example>");

    sorted(firm, aMail().saying(body));
    sorted(firm, aMail().with("In-Reply-To", "<q1@tend.example>").saying(body));
    sorted(firm, aMail().from("invitations@linkedin.com").saying(body));
    sorted(firm, aMail().with("Content-Type", "message/delivery-status").saying(body));
  }

  static Stream<String[]> isSortedInNoTime() {
    return Stream.of(
        new String[] {"", ">", ""},
        new String[] {"--x", "-", "x"},
        new String[] {"From: ", "[", "\nSubject: x\n"},
        new String[] {"From: ", "<mailto:", "\nSubject: x\n"},
        new String[] {"", "10 wrote:\n", "> x\n"},
        new String[] {"Action:", " ", "x".repeat(600)},
        new String[] {"", "linkedin.com/", ""},
        new String[] {"", "https://linkedin.com/profile/view?", ""});
  }

  private static void sorted(AFirm firm, AMail mail) {
    var raw = mail.build();
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          var _ = firm.sorted(raw);
        });
  }
}
