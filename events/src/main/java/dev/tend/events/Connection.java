package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member is connected to a person. A tombstone under the same key takes it back.
 *
 * @param name of the person; company and position are today's, not those of the day they connected
 * @param since null when not known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Connection(
    PersonKey person,
    String member,
    String name,
    String company,
    String position,
    @Nullable LocalDate since) {
  public Connection {
    person = Checked.required("person", person);
    member = MemberId.check("member", member);
    name = Checked.line("name", name);
    company = Checked.line("company", company);
    position = Checked.line("position", position);
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
