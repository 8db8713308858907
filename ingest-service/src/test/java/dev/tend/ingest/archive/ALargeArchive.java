package dev.tend.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.testing.linkedin.AnArchive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An export as large as wanted, written to the disk row by row; everybody in it is invented. */
final class ALargeArchive {
  /** Below what one file of an archive may unpack to. */
  private static final long LONGEST_FILE = 400L << 20;

  private static final int LETTER = 60_000;

  private ALargeArchive() {}

  /**
   * Writes one.
   *
   * @param letters how many bytes of messages to add, which hardly pack
   */
  static void write(Path file, String owner, int connections, int invitations, long letters)
      throws IOException {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.putNextEntry(new ZipEntry("Connections.csv"));
      zip.write(("Notes:\n\"One sentence.\"\n\n" + AnArchive.CONNECTIONS).getBytes(UTF_8));
      for (int i = 0; i < connections; i++) {
        var row =
            "Person,Number %1$d,https://www.linkedin.com/in/person-%1$d,,\"Company %2$d, Inc.\",Head of Department %3$d,08 Feb 2024\n"
                .formatted(i, i % 5_000, i % 200);
        zip.write(row.getBytes(UTF_8));
      }
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("Invitations.csv"));
      zip.write(AnArchive.INVITATIONS.getBytes(UTF_8));
      for (int i = 0; i < invitations; i++) {
        var row =
            "Inviter %1$d,The Owner,\"1/29/26, 2:37 PM\",\"Hello,\nwe met in room %1$d\",INCOMING,https://www.linkedin.com/in/inviter-%1$d,https://www.linkedin.com/in/%2$s\n"
                .formatted(i, owner);
        zip.write(row.getBytes(UTF_8));
      }
      zip.closeEntry();
      for (int part = 0; letters > 0; part++) {
        long size = Math.min(letters, LONGEST_FILE);
        zip.putNextEntry(new ZipEntry("messages " + part + ".csv"));
        letters(zip, owner, part, size);
        zip.closeEntry();
        letters -= size;
      }
    }
  }

  private static void letters(OutputStream out, String owner, int part, long size)
      throws IOException {
    out.write(AnArchive.MESSAGES.getBytes(UTF_8));
    var random = new Random(part);
    var noise = new byte[LETTER * 3 / 4];
    for (long written = 0; written < size; written += LETTER) {
      random.nextBytes(noise);
      int who = random.nextInt(20_000);
      var row =
          "c%1$d,,Somebody,https://www.linkedin.com/in/person-%1$d,The Owner,https://www.linkedin.com/in/%2$s,2025-06-01 14:03:22 UTC,,\"%3$s\",INBOX,,No,No\n"
              .formatted(who, owner, Base64.getEncoder().encodeToString(noise));
      out.write(row.getBytes(UTF_8));
    }
  }
}
