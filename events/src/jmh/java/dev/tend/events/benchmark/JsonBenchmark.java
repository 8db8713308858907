package dev.tend.events.benchmark;

import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Reads and writes one invitation (1.1 kB, with the inviter's history) and one decision (0.7 kB),
 * the two events that each verdict costs. All libraries build the same validating records.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class JsonBenchmark {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @Param public JsonLibrary library = JsonLibrary.CODEC;

  private byte[] invitationJson = new byte[0];
  private byte[] decisionJson = new byte[0];
  private Invitation invitation;
  private Decision decision;
  private JsonLibrary.Format format;

  /** A library that reads or writes something else than ours is not measured. */
  @Setup
  public void prepare() throws IOException {
    format = library.format();
    invitation = sample("tend.invitations/v1/full.json", Invitation.class);
    decision = sample("tend.decisions/v1/full.json", Decision.class);
    invitationJson = Codec.TOPIC.write(invitation);
    decisionJson = Codec.TOPIC.write(decision);
    same(invitation, format.read(invitationJson, Invitation.class));
    same(decision, format.read(decisionJson, Decision.class));
    same(invitation, value(Codec.TOPIC.read(format.write(invitation), Invitation.class)));
    same(decision, value(Codec.TOPIC.read(format.write(decision), Decision.class)));
  }

  @Benchmark
  public Invitation readInvitation() {
    return format.read(invitationJson, Invitation.class);
  }

  @Benchmark
  public byte[] writeInvitation() {
    return format.write(invitation);
  }

  @Benchmark
  public Decision readDecision() {
    return format.read(decisionJson, Decision.class);
  }

  @Benchmark
  public byte[] writeDecision() {
    return format.write(decision);
  }

  private static <T> T sample(String file, Class<T> type) throws IOException {
    return value(Codec.TOPIC.read(Files.readAllBytes(SAMPLES.resolve(file)), type));
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("reads or writes another " + expected.getClass());
    }
  }

  static <T> T value(Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T>(_, var refusal) ->
          throw new IllegalStateException(refusal.sentence());
    };
  }
}
