package dev.tend.ingest.archive;

/** Why a good row is of no concern. */
public enum Skip {
  ADDRESS_NOT_CONFIRMED("the address is not confirmed"),
  ADDRESS_NOT_PRIMARY("the address is not the one that LinkedIn writes to"),
  NOTHING_SAID("it says nothing that Tend uses"),
  REPEATED("the same stands in the file before"),
  SENT_BY_MEMBER("the member sent it"),
  ACCEPTED("the member accepted it: they are connected"),
  DRAFT("it is a draft"),
  NOBODY_STATED("it does not state the other person's address"),
  SEVERAL_PEOPLE("it belongs to a conversation of several people"),
  NOT_THE_MEMBERS("neither its sender nor its recipient is the member"),
  BEYOND_BOUND("there are more correspondents than Tend keeps");

  private final String words;

  Skip(String words) {
    this.words = words;
  }

  /** As it stands in reports. */
  public String words() {
    return words;
  }
}
