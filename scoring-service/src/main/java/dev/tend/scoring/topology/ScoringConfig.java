package dev.tend.scoring.topology;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the stream is run; keys begin with {@code tend.scoring}. An unknown one fails the start. The
 * figures of Kafka Streams itself stand in {@code application.properties}, most of them taken from
 * here.
 */
@StaticInitSafe
@ConfigMapping(prefix = "tend.scoring")
public interface ScoringConfig {

  /**
   * The folder of the stores, kept across restarts: without it, they are read from the broker
   * again. Each instance needs its own.
   */
  @WithDefault("data/scoring")
  Path stateDir();

  /**
   * The name of this instance, kept across restarts and different for each: its group knows it
   * again by that, and hands it its partitions at once, even after a kill. In a StatefulSet the
   * name of the pod.
   */
  @WithDefault("${HOSTNAME:one}")
  String instance();

  /** How many threads work on the partitions. One for each core that the service may use. */
  @WithDefault("2")
  int threads();

  /**
   * How many further instances keep a warm copy of each store, so that one that fails is replaced
   * in seconds. 0 with a single instance.
   */
  @WithDefault("0")
  int standbyReplicas();

  /** How many brokers hold each internal topic. 1 on one machine, 3 in a deployment. */
  @WithDefault("1")
  int replicationFactor();

  /**
   * The firm's policy (docs/policy-file.md), read again whenever it changes. Without one, the
   * defaults and each member's own words hold.
   */
  Optional<Path> policyFile();

  /**
   * How long a question stays open where the policy file does not say {@code answerWithin}. Then it
   * is decided without an answer.
   */
  @WithDefault("14d")
  Duration answerWithin();

  /**
   * How often the stores are looked through for what time has changed, a part of them each time.
   */
  @WithDefault("10s")
  Duration sweepEvery();

  /** At how many values each store is looked through each time, which bounds the pause. */
  @WithDefault("2000")
  int sweepSteps();

  /**
   * How many records of a minute may fail by an error in our own code and become dead letters. One
   * more stops the stream, since a broken release must not bury a whole topic.
   */
  @WithDefault("10")
  int failuresPerMinute();
}
