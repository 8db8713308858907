package dev.tend.ingest.publish;

/** Through which door an event came in: its {@code ce_source}, and the label of the metric. */
public enum Source {
  HTTP("http"),
  ARCHIVE("archive"),
  MAIL("mail"),
  WEBHOOK("webhook"),
  /** The CRM of the firm as a whole. */
  CRM("crm"),
  /** What a single member keeps in a CRM. */
  CRM_OF_MEMBER("crm-of-member"),
  LOOKUP("lookup"),
  PORTABILITY("portability");

  private final String word;

  Source(String word) {
    this.word = word;
  }

  /** The {@code ce_source}, such as {@code /ingest/http}. */
  public String uri() {
    return "/ingest/" + word;
  }

  /** The label of the metric. */
  public String word() {
    return word;
  }
}
