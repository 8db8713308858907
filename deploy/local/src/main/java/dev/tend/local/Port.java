package dev.tend.local;

/** What listens, each at its distance from the port base. */
enum Port {
  INGEST(1, "ingest-service"),
  SCORING(2, "scoring-service"),
  NOTIFY(3, "notify-service"),
  KAFKA(4, "Kafka"),
  SMTP(5, "SMTP"),
  IMAP(6, "IMAP"),
  POSTGRESQL(7, "PostgreSQL");

  private final int distance;
  private final String purpose;

  Port(int distance, String purpose) {
    this.distance = distance;
    this.purpose = purpose;
  }

  int distance() {
    return distance;
  }

  String purpose() {
    return purpose;
  }
}
