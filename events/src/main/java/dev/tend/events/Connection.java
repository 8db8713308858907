package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member knows a person: they are connected, or have written to each other, or both. A tombstone
 * under the same key takes all of it back.
 *
 * @param name of the person; company and position are today's, not those of the day they connected
 * @param since null when not known
 * @param connected false when they only wrote to each other; null, as on nearly every record, means
 *     that they are connected
 * @param correspondence null when nothing is known of one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Connection(
    PersonKey person,
    String member,
    String name,
    String company,
    String position,
    @Nullable LocalDate since,
    @Nullable Boolean connected,
    @Nullable Correspondence correspondence) {
  public Connection {
    person = Checked.required("person", person);
    member = MemberId.check("member", member);
    name = Checked.line("name", name);
    company = Checked.line("company", company);
    position = Checked.line("position", position);
    connected = Boolean.FALSE.equals(connected) ? connected : null;
  }

  /** A connection of which nothing else is known. */
  public Connection(
      PersonKey person,
      String member,
      String name,
      String company,
      String position,
      @Nullable LocalDate since) {
    this(person, member, name, company, position, since, null, null);
  }

  /** Somebody with whom a member exchanged messages without being connected. */
  public static Connection correspondent(
      PersonKey person, String member, String name, Correspondence correspondence) {
    return new Connection(person, member, name, "", "", null, false, correspondence);
  }

  /** The same with what is known of their messages; null when nothing is. */
  public Connection with(@Nullable Correspondence known) {
    return new Connection(person, member, name, company, position, since, connected, known);
  }

  /** Whether they are connected. */
  public boolean areConnected() {
    return connected == null;
  }

  /** The record key: the person, then the member. */
  public ConnectionKey key() {
    return new ConnectionKey(person, member);
  }

  @Override
  public String toString() {
    return "Connection[redacted]";
  }
}
