package dev.tend.local;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack is to be made of.
 *
 * @param data where it keeps everything; the caller closes it after the stack
 * @param checkout the folder that holds the folders of the services
 * @param broker the bootstrap servers of a broker that runs elsewhere; empty for one of its own
 * @param database a database that runs elsewhere; empty for one of its own
 * @param environment what the services get beside their usual environment
 */
record Plan(
    DataFolder data,
    int portBase,
    Path checkout,
    Optional<String> broker,
    Optional<DatabaseAddress> database,
    Map<String, String> environment) {
  Plan {
    environment = Map.copyOf(environment);
  }

  /** Everything on this machine. */
  static Plan local(DataFolder data, int portBase) {
    return new Plan(
        data, portBase, checkoutOfThisCode(), Optional.empty(), Optional.empty(), Map.of());
  }

  /** On a broker and a database that run already. */
  Plan on(String bootstrapServers, DatabaseAddress address) {
    return new Plan(
        data, portBase, checkout, Optional.of(bootstrapServers), Optional.of(address), environment);
  }

  /** With settings for all services, under their environment names. */
  Plan with(Map<String, String> settings) {
    return new Plan(data, portBase, checkout, broker, database, settings);
  }

  /**
   * The checkout that this code was built in: both {@code deploy/local/target/tend-local.jar} and
   * {@code deploy/local/target/classes} lie three folders below it.
   */
  private static Path checkoutOfThisCode() {
    try {
      var code = Path.of(Plan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolve(Path.of("..", "..", "..", "..")).normalize();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("the place of this code is no path", impossible);
    }
  }
}
