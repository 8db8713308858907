package dev.tend.ingest.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The addresses that an archive's owner has confirmed, by which a member can be told. */
public final class OwnAddresses {
  private OwnAddresses() {}

  /** The confirmed addresses of a file; none when it is no list of addresses. It is closed. */
  public static List<String> in(InputStream file) throws IOException {
    var addresses = new ArrayList<String>();
    try (var sheet = Sheet.open(file)) {
      if (sheet.kind().filter(Kind.EMAIL_ADDRESSES::equals).isPresent()) {
        for (var row = sheet.next(); row != null; row = sheet.next()) {
          if (row.yes("Confirmed")) {
            addresses.add(row.line("Email Address"));
          }
        }
      }
    }
    return addresses;
  }
}
