package dev.tend.ingest.archive;

import dev.tend.events.Connection;
import dev.tend.events.Invitation;
import dev.tend.events.PersonBuilder;
import dev.tend.events.RefusedException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a row says about somebody else: that they are connected to the member, or wish to be. */
public final class Acquaintances {
  private Acquaintances() {}

  /**
   * The connection of a row.
   *
   * @throws RefusedException when it does not say who it is
   */
  public static Connection connection(Row row, String member) {
    var name = name(row);
    if (name.isEmpty() && row.line("URL").isEmpty()) {
      throw new RefusedException("URL", "is blank, and so is the name: this member is hidden");
    }
    return new Connection(
        row.person("URL"),
        member,
        name,
        row.line("Company"),
        row.line("Position"),
        row.day("Connected On").orElse(null));
  }

  /**
   * The invitation of a row, with its id; empty when the member sent it.
   *
   * @param zone the member's, in which LinkedIn writes a time that states none
   * @throws RefusedException when it does not say who sent it to whom, or when
   */
  public static Optional<Invitation> invitation(Row row, String member, ZoneId zone) {
    return switch (Owner.Direction.of(row)) {
      case OUTGOING -> Optional.empty();
      case UNKNOWN -> throw new RefusedException("Direction", "must be INCOMING or OUTGOING");
      case INCOMING -> {
        var inviter = PersonBuilder.person(row.person("Inviter Profile URL"), row.required("From"));
        var invitation =
            new Invitation(
                "",
                member,
                inviter.build(),
                row.prose("Message"),
                row.instant("Sent At", zone),
                null,
                List.of());
        yield Optional.of(invitation.identified());
      }
    };
  }

  static String name(Row row) {
    return (row.line("First Name") + " " + row.line("Last Name")).strip();
  }
}
