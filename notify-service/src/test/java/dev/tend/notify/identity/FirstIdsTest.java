package dev.tend.notify.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.testing.RealDatabase;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was decided and chosen under a later id, before anybody knew that it is one. */
class FirstIdsTest {
  private static final RealDatabase DATABASE = RealDatabase.start();

  /** As the version before kept it: an invitation that two sources call alike, and one more. */
  @BeforeAll
  static void bringUpToDate() {
    var before = Flyway.configure().dataSource(url(), user(), password()).target("2").load();
    before.migrate();
    jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    insert into invitations values
                      ('first', 'amy', 'in/jane', '', '{"sentAt": "2026-02-09T14:00:00Z"}', '',
                       '2026-02-09T15:00:00Z', '2026-02-10T15:00:00Z', '{/ingest/http,/ingest/mail}'),
                      ('ahead', 'amy', 'in/jim', '', '{"sentAt": "2027-02-09T14:00:00Z"}', '',
                       '2026-02-09T15:00:00Z', '2026-02-10T15:00:00Z', '{/ingest/http}')
                    """));
    Flyway.configure().dataSource(url(), user(), password()).load().migrate();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatWasKeptBeforeIsCalledAsItWas() {
    assertThat(rows("select id || ' ' || source from invitation_names order by invitation, source"))
        .containsExactly("ahead /ingest/http", "first /ingest/http", "first /ingest/mail");
    assertThat(rows("select id from invitations where sent_at = '2026-02-09T14:00:00Z'"))
        .containsExactly("first");
    assertThat(rows("select id from invitations where sent_at is null")).containsExactly("ahead");
  }

  @Test
  void theLatestOfAllThatWasFiledHolds() {
    jdbi()
        .useTransaction(
            transaction -> {
              decided(transaction, "first", 1, "ask");
              decided(transaction, "later", 2, "accept");
              decided(transaction, "latest", 1, "ignore");
              chosen(transaction, "first", "accept", 2);
              chosen(transaction, "later", "ignore", 1);
              assertThat(FirstIds.gather(transaction, List.of("later", "unknown")))
                  .as("nobody knows yet")
                  .containsExactly("later", "unknown");
              called(transaction, "later");
              called(transaction, "latest");

              assertThat(FirstIds.gather(transaction, List.of("latest", "later", "first")))
                  .containsExactly("first");
              assertThat(FirstIds.of(transaction, "latest")).isEqualTo("first");
            });

    assertThat(rows("select invitation || ' ' || revision from decisions order by revision"))
        .containsExactly("first 1", "first 2");
    assertThat(rows("select invitation || ' ' || verdict from verdicts"))
        .containsExactly("first accept");
    assertThat(rows("select invitation || ' ' || choice from standing_choices"))
        .containsExactly("first accept");
    assertThat(rows("select distinct invitation from choices")).containsExactly("first");
  }

  private static void decided(Handle transaction, String id, int revision, String verdict) {
    transaction.execute("insert into decisions values (?, ?, 'amy', '{}', now())", id, revision);
    transaction.execute(
        "insert into verdicts values (?, 'amy', ?, ?, 0, 0, now())", id, revision, verdict);
  }

  private static void chosen(Handle transaction, String id, String choice, int hour) {
    var at = "2026-02-09T0%d:00:00Z".formatted(hour);
    transaction.execute(
        "insert into choices values (?, ?, 'amy', 'in/jane', ?, ?::timestamptz)",
        "of-" + id,
        id,
        choice,
        at);
    transaction.execute(
        "insert into standing_choices values (?, 'amy', ?, ?::timestamptz)", id, choice, at);
  }

  private static void called(Handle transaction, String id) {
    transaction.execute("insert into invitation_names values (?, '/ingest/archive', 'first')", id);
  }

  private static List<String> rows(String query) {
    return jdbi().withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  private static Jdbi jdbi() {
    return Jdbi.create(url(), user(), password());
  }

  private static String url() {
    return DATABASE.jdbcUrl();
  }

  private static String user() {
    return DATABASE.user();
  }

  private static String password() {
    return DATABASE.password();
  }
}
