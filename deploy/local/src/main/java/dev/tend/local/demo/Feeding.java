package dev.tend.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the sample firm to the front door of ingest-service, and says how it goes. */
final class Feeding {
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final String ZIP = "application/zip";
  private static final String MAIL = "message/rfc822";

  private static final int NOT_FOUND = 404;
  private static final Patience UNTIL_IMPORTED = new Patience(Duration.ofSeconds(60));

  private final Door ingest;
  private final Console console;

  Feeding(Door ingest, Console console) {
    this.ingest = ingest;
    this.console = console;
  }

  void feed(SampleFirm firm) throws StoryBrokenException, InterruptedException {
    members(firm.members());
    archives(firm.archives());
    invitations(firm.invitations());
    notices(firm.notices());
  }

  /**
   * A member who is known is left alone: their archive, and perhaps whoever plays with the stack,
   * has added to the record since.
   */
  private void members(List<Part> members) throws StoryBrokenException, InterruptedException {
    int known = 0;
    for (var member : members) {
      console.underWay("members", member.name());
      var path = "/members/" + member.name();
      var found = ingest.get(path);
      if (found.status() == NOT_FOUND) {
        var _ = ingest.put(path, JSON, member.bytes()).agreed();
      } else {
        var _ = found.agreed();
        known++;
      }
    }
    console.done(
        "members",
        Words.count(members.size(), "consultant", "consultants")
            + (known == 0 ? "" : ", " + known + " of them known already"));
  }

  private void archives(List<Part> archives) throws StoryBrokenException, InterruptedException {
    var imports = new ArrayList<String>();
    for (var archive : archives) {
      console.underWay("archives", archive.name());
      var answer = ingest.post("/members/" + archive.name() + "/archive", ZIP, archive.bytes());
      var _ = answer.agreed();
      imports.add(answer.location());
    }
    long read = 0;
    long refused = 0;
    for (int i = 0; i < imports.size(); i++) {
      console.underWay("archives", "reading " + (i + 1) + " of " + imports.size());
      var report = finished(archives.get(i).name(), imports.get(i));
      for (var file : report.path("files")) {
        read += file.path("rows").asLong();
        refused += file.path("refusedCount").asLong();
      }
    }
    console.done(
        "archives",
        "%s, %s read, %s refused"
            .formatted(
                Words.count(archives.size(), "LinkedIn export", "LinkedIn exports"),
                Words.count(read, "row", "rows"),
                refused == 0 ? "none" : Long.toString(refused)));
  }

  private JsonNode finished(String member, String location)
      throws StoryBrokenException, InterruptedException {
    var report =
        UNTIL_IMPORTED
            .until(
                () -> {
                  var seen = ingest.get(location).agreed();
                  return seen.path("state").asText().equals("running")
                      ? Optional.empty()
                      : Optional.of(seen);
                })
            .orElseThrow(
                () ->
                    new StoryBrokenException("The archive of " + member + " is still being read"));
    if (!report.path("state").asText().equals("done")) {
      throw new StoryBrokenException(
          "The archive of " + member + " was not taken: " + report.path("reason").asText());
    }
    return report;
  }

  private void invitations(List<Part> invitations)
      throws StoryBrokenException, InterruptedException {
    long accepted = 0;
    for (var part : invitations) {
      console.underWay("invitations", part.name());
      var taken = ingest.post("/invitations", NDJSON, part.bytes()).agreed();
      var refused = taken.path("refused");
      if (!refused.isEmpty()) {
        throw new StoryBrokenException(
            "ingest-service refused line %d of %s.ndjson: %s %s"
                .formatted(
                    refused.get(0).path("index").asInt() + 1,
                    part.name(),
                    refused.get(0).path("field").asText(),
                    refused.get(0).path("reason").asText()));
      }
      accepted += taken.path("accepted").asLong();
    }
    console.done("invitations", Words.count(accepted, "invitation", "invitations") + " as NDJSON");
  }

  private void notices(List<Part> notices) throws StoryBrokenException, InterruptedException {
    int taken = 0;
    var refused = new ArrayList<String>();
    for (var notice : notices) {
      console.underWay("mails", notice.name());
      var answer = ingest.post("/mail", MAIL, notice.bytes());
      if (answer.status() / 100 == 2) {
        taken++;
      } else {
        refused.add(answer.whyNot());
      }
    }
    console.done("mails", Words.count(taken, "notice", "notices") + " by mail, reminders included");
    for (var why : refused) {
      console.done("", "1 forged notice refused: " + why);
    }
  }
}
