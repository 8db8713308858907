package dev.tend.ingest;

import dev.tend.testing.fuzz.FuzzSeeds;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What strangers may send, and what once went wrong, goes right. */
class FuzzSeedsTest {
  @TestFactory
  Stream<DynamicTest> everyParserBears() {
    return FuzzSeeds.ofThisModule();
  }
}
