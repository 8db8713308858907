package dev.tend.testing.linkedin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What LinkedIn's answers hold, row by row and change by change. */
public final class Wire {
  public static final String OWNER = "urn:li:person:owner1";

  /** By the clock of the sample members. */
  private static final DateTimeFormatter SENT =
      DateTimeFormatter.ofPattern("M/d/yy, h:mm a", Locale.ENGLISH)
          .withZone(ZoneId.of("America/Toronto"));

  private Wire() {}

  public static Map<String, String> profile(String first, String last) {
    return row("First Name", first, "Last Name", last, "Headline", "Partner", "Zip Code", "94086");
  }

  public static Map<String, String> position(String company, String from, String to) {
    return row(
        "Company Name", company, "Title", "Consultant", "Started On", from, "Finished On", to);
  }

  public static Map<String, String> connection(String slug) {
    return row(
        "First Name", "Ann",
        "Last Name", slug,
        "URL", "https://www.linkedin.com/in/" + slug,
        "Company", "Contoso",
        "Position", "Director",
        "Connected On", "08 Feb 2026");
  }

  public static Map<String, String> incoming(String slug, Instant sentAt) {
    return row(
        "From",
        "Dana " + slug,
        "To",
        "Amy Chen",
        "Sent At",
        SENT.format(sentAt),
        "Message",
        "Hello from " + slug,
        "Direction",
        "INCOMING",
        "inviterProfileUrl",
        "https://www.linkedin.com/in/" + slug,
        "inviteeProfileUrl",
        "https://www.linkedin.com/in/amy-at-linkedin");
  }

  public static Map<String, String> outgoing(String slug, Instant sentAt) {
    var row = new LinkedHashMap<>(incoming(slug, sentAt));
    row.put("Direction", "OUTGOING");
    row.put("inviterProfileUrl", "https://www.linkedin.com/in/amy-at-linkedin");
    row.put("inviteeProfileUrl", "https://www.linkedin.com/in/" + slug);
    return row;
  }

  /** Somebody invited the member. */
  public static Map<String, Object> invited(long id, Instant sentAt, Instant processedAt) {
    return invitation(id, processedAt, "CREATE", "PENDING", sentAt);
  }

  /** An invitation became something else. */
  public static Map<String, Object> became(
      long id, String state, Instant sentAt, Instant processedAt) {
    return invitation(id, processedAt, "UPDATE", state, sentAt);
  }

  private static Map<String, Object> invitation(
      long id, Instant processedAt, String method, String state, Instant sentAt) {
    return change(
        id * 10 + method.length() + state.length(),
        "invitations",
        method,
        processedAt,
        Map.of(
            "id",
            "urn:li:invitation:" + id,
            "inviter",
            "urn:li:person:inviter" + id,
            "invitee",
            OWNER,
            "created",
            sentAt.toEpochMilli(),
            "sentAt",
            sentAt.toEpochMilli(),
            "lastModified",
            processedAt.toEpochMilli(),
            "state",
            state));
  }

  public static Map<String, Object> change(
      long id, String resource, String method, Instant processedAt, Map<String, ?> activity) {
    var change = new LinkedHashMap<String, Object>();
    change.put("id", id);
    change.put("capturedAt", processedAt.toEpochMilli() - 800);
    change.put("processedAt", processedAt.toEpochMilli());
    change.put("configVersion", 12);
    change.put("owner", OWNER);
    change.put("actor", OWNER);
    change.put("resourceName", resource);
    change.put("resourceId", "r" + id);
    change.put("resourceUri", "/" + resource + "/r" + id);
    change.put("method", method);
    change.put("activity", activity);
    change.put("processedActivity", activity);
    change.put("activityId", "a" + id);
    change.put("activityStatus", "SUCCESS");
    return change;
  }

  private static Map<String, String> row(String... cells) {
    var row = new LinkedHashMap<String, String>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }
}
