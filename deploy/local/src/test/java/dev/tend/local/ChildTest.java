package dev.tend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Path log;
  private Leftovers leftovers;

  @BeforeEach
  void prepare() throws Exception {
    log = folder.resolve("child.log");
    leftovers = new Leftovers(Files.createDirectory(folder.resolve("run")));
  }

  @Test
  void aChildThatDiesIsToldWithItsExitCodeAndItsLastWords() throws Exception {
    var child = shell("echo first; echo last >&2; exit 7");

    child.start();
    child.end().join();

    assertThat(child.hasDied()).isTrue();
    assertThat(Stack.obituary(child))
        .startsWith("child has ended with exit code 7.")
        .endsWith("first" + System.lineSeparator() + "last");
  }

  @Test
  void aChildGetsItsEnvironment() throws Exception {
    var child =
        new Child(
            "child",
            List.of("/bin/sh", "-c", "echo $TEND_GREETING"),
            Map.of("TEND_GREETING", "hello"),
            log,
            leftovers);

    child.start();
    child.end().join();

    assertThat(child.lastLines(1)).containsExactly("hello");
  }

  @Test
  void aChildThatIsAskedToStopIsNotSaidToHaveDied() throws Exception {
    var child = shell("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done");
    child.start();
    awaitLine(child, "up");

    child.stop(PATIENCE);

    assertThat(child.isAlive()).isFalse();
    assertThat(child.hasDied()).isFalse();
    assertThat(child.lastLines(1)).containsExactly("bye");
  }

  @Test
  void aChildThatWillNotStopIsMadeTo() throws Exception {
    var child = shell("trap '' TERM; echo up; while :; do sleep 0.1; done");
    child.start();
    awaitLine(child, "up");

    child.stop(Duration.ofMillis(200));

    assertThat(child.isAlive()).isFalse();
    assertThat(child.exitCode()).isEqualTo(128 + 9);
  }

  @Test
  void aKilledChildCanBeStartedAgain() throws Exception {
    var child = shell("echo up; exec sleep 60");
    child.start();
    awaitLine(child, "up");
    child.kill();
    assertThat(child.hasDied()).isTrue();

    child.start();

    assertThat(child.isAlive()).isTrue();
    child.stop(PATIENCE);
  }

  @Test
  void ctrlCReachesTheLauncherAlone() throws Exception {
    var child = shell("kill -INT $$; echo unmoved; exec sleep 60");
    child.start();

    awaitLine(child, "unmoved");

    assertThat(child.isAlive()).isTrue();
    child.stop(PATIENCE);
  }

  @Test
  void whatAnEarlierRunLeftBehindIsEnded() throws Exception {
    var orphan = shell("echo up; exec sleep 60");
    orphan.start();
    awaitLine(orphan, "up");

    assertThat(new Leftovers(folder.resolve("run")).end()).containsExactly("child");

    assertThat(orphan.isAlive()).isFalse();
    assertThat(new Leftovers(folder.resolve("run")).end()).isEmpty();
  }

  @Test
  void aProcessThatGotTheSameIdLaterIsLeftAlone() throws Exception {
    var stranger = shell("echo up; exec sleep 60");
    stranger.start();
    awaitLine(stranger, "up");
    var remembered = folder.resolve("run").resolve("child");
    var pid = Files.readString(remembered).split(" ", -1)[0];
    PrivateFiles.write(remembered, pid + " 2026-02-09T14:37:00Z");

    assertThat(new Leftovers(folder.resolve("run")).end()).isEmpty();

    assertThat(stranger.isAlive()).isTrue();
    stranger.stop(PATIENCE);
  }

  private Child shell(String script) {
    return new Child("child", List.of("/bin/sh", "-c", script), Map.of(), log, leftovers);
  }

  private static void awaitLine(Child child, String line) {
    Awaitility.await().atMost(PATIENCE).until(() -> child.lastLines(5).contains(line));
  }
}
