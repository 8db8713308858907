package dev.tend.ingest.mailbox;

/** Notices as LinkedIn writes them today, all invented, in the language that a test wants. */
final class LinkedInMail {
  private String name = "Dana Reed";
  private String via = "Dana Reed via LinkedIn";
  private String subject = "Dana Reed wants to connect";
  private String above = "Dana Reed wants to connect";
  private String mutual = "12 mutual connections";
  private String below = "";
  private String buttons = "View profile";
  private boolean withText = true;
  private boolean withHtml = true;

  private LinkedInMail() {}

  static LinkedInMail linkedInMail() {
    return new LinkedInMail();
  }

  LinkedInMail from(String inviter, String displayName) {
    name = inviter;
    via = displayName;
    return this;
  }

  LinkedInMail about(String wanted) {
    subject = wanted;
    return this;
  }

  /** The line above the inviter's name. */
  LinkedInMail above(String line) {
    above = line;
    return this;
  }

  LinkedInMail mutual(String line) {
    mutual = line;
    return this;
  }

  /** What stands below the inviter's details. */
  LinkedInMail below(String lines) {
    below = lines;
    return this;
  }

  LinkedInMail button(String label) {
    buttons = label;
    return this;
  }

  LinkedInMail textOnly() {
    withHtml = false;
    return this;
  }

  LinkedInMail htmlOnly() {
    withText = false;
    return this;
  }

  String text() {
    return """
        %s

        %s
        Head of Design at Harbour & Field
        Harbour & Field · Porto, Portugal
        %s

        %s
        %s:https://www.linkedin.com/comm/in/dana-reed-9a?midToken=AQ&trk=eml-email_m2m_invite_single_01-hero
        Accept:https://www.linkedin.com/comm/mynetwork/invite-accept?invitationId=7100000000000000001&trk=x

        ----------------------------------------
        This email was intended for Amy Chen (Partner)
        """
        .formatted(above, name, mutual, below, buttons);
  }

  String html() {
    return """
        <html><head><title>LinkedIn</title></head><body><div style="display:none">%s</div>
        <a href="https://www.linkedin.com/comm/in/amy-chen?midToken=AQ"><img alt="Amy Chen" src="https://m.example/a.jpg"></a>
        <h2>%s</h2><table><tr><td><img src="https://media.example/1.jpg" alt="%s&#39;s picture"></td><td>
        <a href="https://www.linkedin.com/comm/in/dana-reed-9a?midToken=AQ&amp;trk=y">%s</a><br>
        <p>Head of Design at Harbour &amp; Field</p><p>Harbour &amp; Field · Porto, Portugal</p><p>%s</p></td></tr></table>
        <div>%s</div>
        <a href="https://www.linkedin.com/comm/mynetwork/invite-accept?invitationId=7100000000000000001&amp;trk=x">%s</a>
        <p>This email was intended for Amy Chen (Partner)</p></body></html>
        """
        .formatted(subject, above, name, name, mutual, below, buttons);
  }

  AMail mail() {
    var mail =
        AMail.aMail()
            .from("\"" + via + "\" <invitations@linkedin.com>")
            .with("Subject", subject)
            .with(
                "Authentication-Results",
                "mx.firm.example; dkim=pass header.d=linkedin.com; dmarc=pass");
    if (withText && withHtml) {
      return mail.with("Content-Type", "multipart/alternative; boundary=\"part\"")
          .saying(
              "--part\nContent-Type: text/plain; charset=UTF-8\n\n"
                  + text()
                  + "\n--part\nContent-Type: text/html; charset=UTF-8\n\n"
                  + html()
                  + "\n--part--\n");
    }
    return withText
        ? mail.with("Content-Type", "text/plain; charset=UTF-8").saying(text())
        : mail.with("Content-Type", "text/html; charset=UTF-8").saying(html());
  }

  Letter letter() {
    return ReceivedMail.of(mail().build()).letter();
  }
}
