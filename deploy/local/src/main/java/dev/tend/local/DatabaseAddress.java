package dev.tend.local;

/** Where a PostgreSQL database is, and who may use it. */
record DatabaseAddress(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return jdbcUrl;
  }
}
