package dev.tend.testing.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One thing that reads what strangers send.
 *
 * @param className the class that feeds it
 * @param seeds the folder of its seeds and findings
 */
public record FuzzTarget(String className, Path seeds) {
  private static final String SUFFIX = "Fuzz.class";

  /**
   * The targets of a module, by name.
   *
   * @param module the module's folder, built
   * @throws IllegalStateException when one has no seed: without any, the first fields of its format
   *     would have to be guessed
   */
  public static List<FuzzTarget> of(Path module) {
    var classes = module.resolve("target/test-classes");
    try (var files = Files.walk(classes)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .map(file -> classes.relativize(file).toString())
          .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .sorted()
          .map(name -> of(module, name))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static FuzzTarget of(Path module, String className) {
    var simple = className.substring(className.lastIndexOf('.') + 1);
    var target = new FuzzTarget(className, module.resolve("src/test/resources/fuzz/" + simple));
    if (!Files.isDirectory(target.seeds) || target.inputs().isEmpty()) {
      throw new IllegalStateException(className + " has no seed in " + target.seeds);
    }
    return target;
  }

  /** The seeds and findings, by name. */
  public List<Path> inputs() {
    try (var files = Files.list(seeds)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Feeds it one input, and throws what it throws. */
  public void feed(byte[] input) throws Throwable {
    try {
      var method = Class.forName(className).getMethod("fuzzerTestOneInput", byte[].class);
      method.invoke(null, (Object) input);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }
}
