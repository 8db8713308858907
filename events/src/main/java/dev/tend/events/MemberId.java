package dev.tend.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a member's id: it stands in addresses, keys and file names. */
public final class MemberId {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private MemberId() {}

  /**
   * The id as it was given.
   *
   * @throws RefusedException when it is none
   */
  public static String check(String field, @Nullable String id) {
    var given = Checked.required(field, id);
    if (!FORM.matcher(given).matches()) {
      throw new RefusedException(
          field,
          "must be 1 to 64 lower-case letters, digits, dots, dashes or underscores, such as amy.chen");
    }
    return given;
  }
}
