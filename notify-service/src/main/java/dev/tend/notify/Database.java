package dev.tend.notify;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** How this service speaks to PostgreSQL. */
public final class Database {
  /** No statement of ours takes long; one that does waits for a lock, and must give way. */
  private static final int SECONDS_PER_STATEMENT = 20;

  private Database() {}

  /** Jdbi over a pool of connections. */
  public static Jdbi over(DataSource connections) {
    var jdbi = Jdbi.create(connections);
    jdbi.getConfig(SqlStatements.class).setQueryTimeout(SECONDS_PER_STATEMENT);
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(Integer.class, "int");
    return jdbi;
  }
}
