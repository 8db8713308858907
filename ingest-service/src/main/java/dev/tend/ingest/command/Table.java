package dev.tend.ingest.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** The report of an import as a table, for people. */
final class Table {
  private static final int REFUSED_SHOWN = 5;

  private Table() {}

  static void print(PrintWriter out, Job job) {
    out.printf("%n%s, member %s: %s%n", job.name(), job.member(), job.phase().words());
    if (!job.failure().isEmpty()) {
      out.printf("  %s%n", job.failure());
    }
    var files = job.report().path("files");
    if (!files.isEmpty()) {
      out.printf(
          "  %-34s %9s %9s %9s %9s %9s%n",
          "file", "rows", "published", "skipped", "refused", "retracted");
    }
    for (var file : files) {
      if (!file.path("kind").asText().equals("ignored")) {
        print(out, file);
      }
    }
    for (var note : job.report().path("notes")) {
      out.printf("  Note: %s%n", note.asText());
    }
  }

  private static void print(PrintWriter out, JsonNode file) {
    out.printf(
        "  %-34s %9d %9d %9d %9d %9s%n",
        file.path("name").asText(),
        file.path("rows").asInt(),
        file.path("published").asInt(),
        file.path("skipped").asInt(),
        file.path("refusedCount").asInt(),
        file.path("retracted").asText(""));
    for (var skipped : file.path("skippedBecause")) {
      out.printf(
          "      %d skipped: %s%n", skipped.path("rows").asInt(), skipped.path("reason").asText());
    }
    int shown = 0;
    for (var refused : file.path("refused")) {
      if (shown++ == REFUSED_SHOWN) {
        out.printf("      … all of them are in the report%n");
        break;
      }
      out.printf(
          "      row %d refused: %s %s%n",
          refused.path("row").asInt(),
          refused.path("field").asText(),
          refused.path("reason").asText());
    }
  }
}
