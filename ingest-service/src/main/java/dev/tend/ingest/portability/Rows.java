package dev.tend.ingest.portability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.ingest.archive.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the rows of the export of a page of the snapshot: the columns have the same names, and the
 * same code reads them from here on.
 */
final class Rows {
  private Rows() {}

  /** The rows of all elements that belong to this domain, in their order. */
  static List<Row> of(LinkedIn.Page page, Domain domain) {
    var rows = new ArrayList<Row>();
    for (var element : page.elements()) {
      var stated = element.path("snapshotDomain").asText();
      if (stated.isEmpty() || stated.equals(domain.name())) {
        var data = element.path("snapshotData");
        if (data.isObject()) {
          rows.add(row(domain, rows.size() + 1, data));
        } else {
          data.forEach(row -> rows.add(row(domain, rows.size() + 1, row)));
        }
      }
    }
    return rows;
  }

  private static Row row(Domain domain, int number, JsonNode cells) {
    var columns = new ArrayList<String>();
    var texts = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> cell : cells.properties()) {
      columns.add(cell.getKey());
      texts.add(cell.getValue().asText(""));
    }
    return Row.of(domain.kind(), number, columns, texts);
  }
}
