package dev.tend.testing.linkedin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A LinkedIn export, file by file. */
public final class AnArchive {
  public static final String INVITATIONS =
      "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n";
  public static final String CONNECTIONS =
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

  public static final String MESSAGES =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private AnArchive() {}

  public static AnArchive anArchive() {
    return new AnArchive();
  }

  public AnArchive with(String name, String text) {
    return with(name, text.getBytes(UTF_8));
  }

  public AnArchive with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  public byte[] build() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  /** The archive with a directory that understates the size of its first file. */
  public byte[] lying(int statedSize) {
    var zip = build();
    for (int at = 0; at < zip.length - 46; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        for (int i = 0; i < 4; i++) {
          zip[at + 24 + i] = (byte) (statedSize >> (8 * i));
        }
        return zip;
      }
    }
    throw new IllegalStateException("a zip without a directory");
  }
}
