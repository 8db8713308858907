package dev.tend.ingest.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a mail was taken for.
 *
 * @param recognised {@code invitation}, {@code reply}, {@code auto-reply} or {@code nothing}
 * @param invitation which invitation it is about; empty when it is about none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Recognised(String recognised, String invitation) {
  static final Recognised AUTO_REPLY = new Recognised("auto-reply", "");
  static final Recognised NOTHING = new Recognised("nothing", "");

  static Recognised invitation(String id) {
    return new Recognised("invitation", id);
  }

  static Recognised reply(String invitation) {
    return new Recognised("reply", invitation);
  }
}
