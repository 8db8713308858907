package dev.tend.ingest;

import dev.tend.ingest.command.ImportCommand;
import dev.tend.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.of("dev.tend.ingest", ImportCommand.class).checkAll();
  }
}
