package dev.tend.notify.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Member;
import dev.tend.notify.Stored;
import dev.tend.notify.http.Cursor;
import dev.tend.notify.mail.Mails;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes a member's data as files that they can read, a page at a time, so that memory stays flat
 * however much it is.
 */
@ApplicationScoped
class Export {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "received",
              "inviter",
              "profile",
              "note",
              "verdict",
              "relevance",
              "risk",
              "why",
              "your choice",
              "chosen",
              "id")
          .get();

  private final Jdbi database;
  private final Invitations invitations;
  private final Mails mails;

  Export(Jdbi database, Invitations invitations, Mails mails) {
    this.database = database;
    this.invitations = invitations;
    this.mails = mails;
  }

  /** Whether there is anything of a member. */
  boolean hasAny(String member) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select exists (select from members where id = :member)
                        or exists (select from invitations where member = :member)
                        or exists (select from mails where member = :member)
                    """)
                .bind("member", member)
                .mapTo(boolean.class)
                .one());
  }

  /** Writes the zip; the stream is the caller's to close. */
  void write(String member, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out, UTF_8);
    entry(zip, "README.txt", Export::explain);
    entry(zip, "member.json", to -> to.write(record(member)));
    entry(zip, "invitations.json", to -> list(to, each -> eachInvitation(member, each::add)));
    entry(zip, "invitations.csv", to -> table(to, member));
    entry(zip, "mails.json", to -> list(to, each -> mails.each(member, each::add)));
    zip.finish();
  }

  private byte[] record(String member) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select document from members where id = :member")
                .bind("member", member)
                .mapTo(String.class)
                .findOne()
                .map(document -> Codec.DOOR.write(Stored.read(document, Member.class)))
                .orElseGet(() -> "{}".getBytes(UTF_8)));
  }

  private void eachInvitation(String member, Consumer<InvitationView> each) {
    @Nullable String next = "1";
    while (next != null) {
      var page = invitations.page(member, "", "", Cursor.of(next));
      page.items().forEach(each);
      next = page.next();
    }
  }

  private void table(OutputStream to, String member) throws IOException {
    // its own writer is not closed, since that would close the zip
    var csv = new CSVPrinter(new OutputStreamWriter(to, UTF_8), CSV);
    eachInvitation(
        member,
        one -> {
          try {
            row(csv, one);
          } catch (IOException broken) {
            throw new BrokenOffException(broken);
          }
        });
    csv.flush();
  }

  private static void row(CSVPrinter csv, InvitationView one) throws IOException {
    var inviter = one.inviter();
    var choice = one.choice();
    csv.printRecord(
        one.receivedAt(),
        inviter == null ? "" : cell(inviter.name()),
        inviter == null ? "" : inviter.profile().url(),
        cell(one.note()),
        one.verdict() == null ? "undecided" : one.verdict().word(),
        one.relevance(),
        one.risk(),
        cell(one.summary()),
        choice == null ? "" : choice.choice(),
        choice == null ? "" : choice.chosenAt(),
        one.invitation());
  }

  /**
   * What strangers wrote must not be a formula where a spreadsheet opens it (OWASP, CSV injection).
   */
  private static String cell(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static void explain(OutputStream to) throws IOException {
    try (InputStream text = Export.class.getResourceAsStream("export-readme.txt")) {
      var _ = Objects.requireNonNull(text, "export-readme.txt").transferTo(to);
    }
  }

  private static void list(OutputStream to, Consumer<Items> all) throws IOException {
    var items = new Items(to);
    to.write('[');
    all.accept(items);
    to.write("\n]\n".getBytes(UTF_8));
  }

  private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try {
      content.write(zip);
    } catch (BrokenOffException broken) {
      throw broken.cause;
    }
    zip.closeEntry();
  }

  /** What stands in a file. */
  @FunctionalInterface
  private interface Content {
    void write(OutputStream to) throws IOException;
  }

  /** Carries a failure to write through code that reads. */
  private static final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException cause;

    BrokenOffException(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** The elements of a JSON array, as they are found. */
  private static final class Items {
    private final OutputStream to;
    private boolean begun;

    Items(OutputStream to) {
      this.to = to;
    }

    void add(Object one) {
      try {
        to.write((begun ? ",\n" : "\n").getBytes(UTF_8));
        to.write(Codec.DOOR.write(one));
        begun = true;
      } catch (IOException broken) {
        throw new BrokenOffException(broken);
      }
    }
  }
}
