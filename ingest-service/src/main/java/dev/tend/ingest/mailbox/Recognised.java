package dev.tend.ingest.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a mail was taken for.
 *
 * @param recognised {@code invitation}, {@code reply}, {@code auto-reply}, {@code bounce} or {@code
 *     nothing}
 * @param invitation which invitation it is about; empty when it is about none
 * @param kind of what is nothing to Tend: {@code accepted} when LinkedIn tells that an invitation
 *     was accepted, {@code linkedin} for its other mail; else empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Recognised(String recognised, String invitation, String kind) {

  static Recognised of(Sorted sorted) {
    return switch (sorted.kind()) {
      case ACCEPTED, LINKEDIN -> new Recognised("nothing", "", sorted.kind().word());
      default -> new Recognised(sorted.kind().word(), sorted.invitation(), "");
    };
  }
}
