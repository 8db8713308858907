package dev.tend.ingest.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A mail to Amy Chen, header by header. */
final class AMail {
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String body = "";

  private AMail() {
    with("Return-Path", "<someone@mail.example>");
    with("Delivered-To", "amy.chen@tend.example");
    with("Date", "Mon, 09 Feb 2026 14:37:00 +0000");
    with("From", "Jane Doe <jane@doe.example>");
    with("To", "Amy Chen <amy.chen@tend.example>");
    with("Subject", "Hello");
    with("Message-ID", "<1@mail.example>");
    with("MIME-Version", "1.0");
    with("Content-Type", "text/plain; charset=utf-8");
  }

  static AMail aMail() {
    return new AMail();
  }

  /** A notice as LinkedIn sends it, in plain text and HTML, received by the firm's own server. */
  static AMail aNotice(String name, String slug, String number, String note) {
    var links =
        """
        View profile: https://www.linkedin.com/comm/in/%s?midToken=AQ&trk=eml-email_m2m_invite_single_01-hero

        Accept: https://www.linkedin.com/comm/people/invite-accept?mboxid=I%s_500&invitationId=%s&midToken=AQ&ek=email_m2m_invite_single_01

        .........................
        Unsubscribe: https://www.linkedin.com/e/v2?e=unsub
        This email was intended for Amy Chen (Partner).
        """
            .formatted(slug, number, number);
    var html =
        """
        <html><head><style>p > b {}</style></head><body><p>Hi Amy,</p>
        <table><tr><td><img src="https://media.licdn.example/1.jpg" alt="%s"></td>
        <td><a href="https://www.linkedin.com/comm/in/%s?midToken=AQ">%s</a><br>Partner &amp; Founder at Contoso<br>Lisbon, Portugal</td></tr></table>
        <p>3 connections in common</p></body></html>
        """
            .formatted(name, slug, name);
    return aMail()
        .from(name + " via LinkedIn <invitations@linkedin.com>")
        .with(
            "Authentication-Results",
            "mx.firm.example;\n dkim=pass (2048 bit) header.d=linkedin.com header.s=d2048;\n dmarc=pass (p=reject) header.from=linkedin.com")
        .with("Subject", "Amy, please add me to your LinkedIn network")
        .with("Content-Type", "multipart/alternative; boundary=\"part\"")
        .saying(
            "--part\nContent-Type: text/plain; charset=UTF-8\n\nHi Amy,\n\n"
                + note
                + "\n\n"
                + name
                + "\nPartner & Founder at Contoso\n\n3 connections in common\n\n"
                + links
                + "\n--part\nContent-Type: text/html; charset=UTF-8\n\n"
                + html
                + "\n--part--\n");
  }

  AMail with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  AMail without(String header) {
    headers.remove(header);
    return this;
  }

  AMail from(String address) {
    return with("From", address);
  }

  AMail to(String address) {
    return with("To", address).with("Delivered-To", address);
  }

  AMail saying(String text) {
    body = text;
    return this;
  }

  byte[] build() {
    return headers.entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue() + "\n")
        .collect(Collectors.joining("", "", "\n" + body))
        .replace("\n", "\r\n")
        .getBytes(UTF_8);
  }
}
