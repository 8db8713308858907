package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The invented firm, read from the resources with its dates filled in; what each part is stands in
 * the README beside the data.
 *
 * @param members one JSON record each, named by the member's id
 * @param archives one zip each, named by the member's id
 * @param invitations NDJSON, named by what is common to them
 * @param notices one mail each, named by its file
 * @param answers what somebody writes who was asked, named by the last part of their profile path
 * @param meant what the author of the firm would decide
 */
record SampleFirm(
    List<Part> members,
    List<Part> archives,
    List<Part> invitations,
    List<Part> notices,
    List<Part> answers,
    List<Meant> meant) {
  static final String NAME = "Larkfield & Moss";

  SampleFirm {
    members = List.copyOf(members);
    archives = List.copyOf(archives);
    invitations = List.copyOf(invitations);
    notices = List.copyOf(notices);
    answers = List.copyOf(answers);
    meant = List.copyOf(meant);
  }

  /** The firm as it is on that day. */
  static SampleFirm on(LocalDate today) throws IOException {
    URL data = Objects.requireNonNull(SampleFirm.class.getResource("/sample-firm"), "sample-firm");
    try {
      var uri = data.toURI();
      if (!uri.getScheme().equals("jar")) {
        return new Reader(new RelativeDates(today)).read(Path.of(uri));
      }
      var jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
      try (var files = FileSystems.newFileSystem(jar, Map.of())) {
        return new Reader(new RelativeDates(today)).read(files.getPath("/sample-firm"));
      }
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException("a class path that is no address", impossible);
    }
  }

  /** The consultants, in the order of their files. */
  List<Member> people() {
    return members.stream().map(part -> read(part.bytes(), Member.class)).toList();
  }

  /** What the NDJSON holds. */
  List<Invitation> delivered() {
    return invitations.stream()
        .flatMap(part -> new String(part.bytes(), UTF_8).lines())
        .map(line -> read(line.getBytes(UTF_8), Invitation.class))
        .toList();
  }

  /** Where an inviter can be written to. */
  String addressOf(PersonKey inviter) {
    return delivered().stream()
        .map(Invitation::inviter)
        .filter(person -> person.profile().equals(inviter))
        .map(Person::email)
        .findFirst()
        .orElseThrow();
  }

  private static <T> T read(byte[] json, Class<T> type) {
    return switch (Codec.DOOR.read(json, type)) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T>(var reason, var refusal) ->
          throw new IllegalStateException("the sample firm: " + refusal.sentence());
    };
  }

  private record Reader(RelativeDates dates) {
    SampleFirm read(Path root) throws IOException {
      return new SampleFirm(
          parts(root.resolve("members"), RelativeDates.ISO),
          archives(root.resolve("archives")),
          parts(root.resolve("invitations"), RelativeDates.ISO),
          parts(root.resolve("mails"), RelativeDates.MAIL),
          parts(root.resolve("replies"), RelativeDates.MAIL),
          meant(root.resolve("as-meant.ndjson")));
    }

    private List<Part> parts(Path folder, DateTimeFormatter usual) throws IOException {
      var parts = new ArrayList<Part>();
      for (var file : inside(folder)) {
        var name = file.getFileName().toString();
        parts.add(new Part(name.substring(0, name.lastIndexOf('.')), filled(file, usual)));
      }
      return parts;
    }

    private List<Part> archives(Path folder) throws IOException {
      var archives = new ArrayList<Part>();
      for (var member : inside(folder)) {
        archives.add(new Part(member.getFileName().toString().replace("/", ""), zipped(member)));
      }
      return archives;
    }

    private byte[] zipped(Path folder) throws IOException {
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes);
          var files = Files.walk(folder)) {
        for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
          zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
          zip.write(filled(file, RelativeDates.ISO));
          zip.closeEntry();
        }
      }
      return bytes.toByteArray();
    }

    private byte[] filled(Path file, DateTimeFormatter usual) throws IOException {
      return dates.filledIn(Files.readString(file, UTF_8), usual).getBytes(UTF_8);
    }

    private static List<Meant> meant(Path file) throws IOException {
      return Files.readAllLines(file, UTF_8).stream()
          .map(line -> SampleFirm.read(line.getBytes(UTF_8), Meant.class))
          .toList();
    }

    private static List<Path> inside(Path folder) throws IOException {
      try (var files = Files.list(folder)) {
        return files.sorted(comparing(Path::toString)).toList();
      }
    }
  }
}
