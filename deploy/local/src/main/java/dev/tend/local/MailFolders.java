package dev.tend.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails as files, a folder for each address: {@code mail/amy.chen@tend.example/….eml}. */
final class MailFolders {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path root;
  private final InstantSource clock;
  private final AtomicInteger count = new AtomicInteger();

  MailFolders(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /** What is done with each mail that is kept. */
  interface Visitor {
    void visit(String address, MimeMessage mail) throws MessagingException;
  }

  /** Keeps a mail that an address received. The file appears whole, or not at all. */
  Path keep(String address, MimeMessage mail) throws IOException, MessagingException {
    var folder = root.resolve(folderName(address));
    PrivateFiles.createFolder(folder);
    var name =
        "%s-%04d.eml".formatted(STAMP.format(clock.instant()), count.incrementAndGet() % 10_000);
    var unfinished = folder.resolve(name + ".part");
    try (var out = Files.newOutputStream(unfinished)) {
      mail.writeTo(out);
    }
    return Files.move(unfinished, folder.resolve(name));
  }

  /** Shows all mails, those of each address in the order in which they were received. */
  void each(Visitor visitor) throws IOException, MessagingException {
    try (var folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (var folder : folders) {
        var address = URLDecoder.decode(folder.getFileName().toString(), StandardCharsets.UTF_8);
        try (var files = Files.list(folder)) {
          for (var file :
              files.filter(path -> path.toString().endsWith(".eml")).sorted().toList()) {
            try (var in = Files.newInputStream(file)) {
              visitor.visit(address, new MimeMessage(Session.getInstance(new Properties()), in));
            }
          }
        }
      }
    }
  }

  /** An address comes from outside and must stay one folder below the root. */
  static String folderName(String address) {
    var name =
        URLEncoder.encode(address.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
            .replace("%40", "@")
            .replace("%2B", "+");
    return name.startsWith(".") ? "%2E" + name.substring(1) : name;
  }
}
