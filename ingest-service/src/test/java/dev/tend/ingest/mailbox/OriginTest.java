package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AFirm.aFirm;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static dev.tend.ingest.mailbox.LinkedInMail.linkedInMail;
import static dev.tend.ingest.mailbox.SigningDomain.signing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Origin;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  private static final SigningDomain LINKEDIN = signing("linkedin.com");
  private static final SigningDomain FIRM = signing("tend.example");
  private static final SigningDomain EVIL = signing("evil.example");

  private final AFirm firm = aFirm().verifying(LINKEDIN, FIRM, EVIL);

  @Test
  void linkedInsOwnSignatureProvesANotice() {
    assertThat(origin(firm.sorted(LINKEDIN.signed(notice())))).isEqualTo(Origin.SIGNED);
  }

  @Test
  void aSignedMailThatWasStoredWithOtherLineEndsIsStillProven() {
    var stored = new String(LINKEDIN.signed(notice()), UTF_8).replace("\r\n", "\n");

    assertThat(origin(firm.sorted(stored.getBytes(UTF_8)))).isEqualTo(Origin.SIGNED);
  }

  @Test
  void aSignatureOfAnotherDomainProvesNothing() {
    assertThat(origin(firm.sorted(EVIL.signed(notice())))).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aSignatureWithAnotherKeyProvesNothing() {
    assertThat(origin(firm.sorted(signing("linkedin.com").signed(notice()))))
        .isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aSignedMailThatWasChangedProvesNothing() {
    var changed =
        new String(LINKEDIN.signed(notice()), UTF_8).replace("Head of Design", "Head of Sales");

    assertThat(origin(firm.sorted(changed.getBytes(UTF_8)))).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aSignatureOfThePartOfAMailProvesNothing() {
    var signed = new String(LINKEDIN.signed(notice(), "l=20;"), UTF_8);

    assertThat(origin(firm.sorted((signed + "more\r\n").getBytes(UTF_8))))
        .isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aSecondSenderProvesNothing() {
    var signed =
        "From: invitations@linkedin.com\r\n" + new String(LINKEDIN.signed(notice()), UTF_8);

    assertThat(origin(firm.sorted(signed.getBytes(UTF_8)))).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void noNoticeIsLostForWantOfProof() {
    var sorted = firm.sorted(notice());

    assertThat(sorted.kind()).isEqualTo(MailKind.INVITATION);
    assertThat(origin(sorted)).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aForgedNoticeThatLeadsElsewhereIsRefused() {
    var elsewhere =
        new String(notice().build(), UTF_8).replace("www.linkedin.com/", "linkedin.evil.example/");

    var sorted = firm.sorted(elsewhere.getBytes(UTF_8));

    assertThat(sorted.kind()).isEqualTo(MailKind.UNREADABLE);
    assertThat(sorted.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.firm.example; dkim=none; spf=pass",
        "mx.firm.example; dkim=fail header.d=linkedin.com",
        "mx.firm.example; dkim=pass header.d=linkedin.com.evil.example",
        "mx.firm.example; dkim=pass header.d=evil.example; spf=pass header.d=linkedin.com",
        "mx.firm.example; spf=pass (dkim=pass header.d=linkedin.com)",
        "mx.evil.example; dkim=pass header.d=linkedin.com",
        "mx.firm.example.evil.example; dkim=pass header.d=linkedin.com"
      })
  void onlyATrustedServersWordForLinkedInIsProof(String results) {
    assertThat(origin(firm.sorted(notice().with("Authentication-Results", results))))
        .isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aTrustedServersWordIsProof() {
    assertThat(
            origin(
                firm.sorted(
                    notice()
                        .with(
                            "Authentication-Results",
                            "mx.firm.example 1; spf=pass;\n dkim=pass (2048 bit) header.d=linkedin.com"))))
        .isEqualTo(Origin.SIGNED);
  }

  @Test
  void aKeyThatCannotBeLookedUpIsWaitedForAndThenProvesNothing() {
    var away =
        new Dkim(
            (methods, selector, domain) -> {
              throw new TempFailException("no answer");
            });
    var sorting = aFirm().verifying(away::verifies).sorting();
    var mail = LINKEDIN.signed(notice());

    assertThatThrownBy(() -> sorting.sort(mail, true)).isInstanceOf(KeysAwayException.class);
    assertThat(origin(sorting.sort(mail, false))).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void noKeyIsLookedUpForDomainsThatDoNotMatter() {
    var dkim =
        new Dkim(
            (methods, selector, domain) -> {
              throw new AssertionError("asked for " + domain);
            });

    assertThat(origin(aFirm().verifying(dkim::verifies).sorted(EVIL.signed(notice()))))
        .isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aMailWithAHundredSignaturesIsNotVerified() {
    var many = "DKIM-Signature: v=1; d=linkedin.com; s=test; b=AA\r\n".repeat(100);
    var mail = many + new String(LINKEDIN.signed(notice()), UTF_8);

    assertThat(origin(firm.sorted(mail.getBytes(UTF_8)))).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void theFirmsDomainVouchesForAMemberWhoForwards() {
    assertThat(origin(firm.sorted(FIRM.signed(forward(AFirm.AMY))))).isEqualTo(Origin.VOUCHED);
  }

  @Test
  void aForwardThatNobodySignedIsNotVouchedFor() {
    assertThat(origin(firm.sorted(forward(AFirm.AMY)))).isEqualTo(Origin.UNPROVEN);
    assertThat(origin(firm.sorted(EVIL.signed(forward(AFirm.AMY))))).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aStrangerVouchesForNothing() {
    assertThat(origin(firm.sorted(EVIL.signed(forward("x@evil.example").to(AFirm.AMY)))))
        .isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void anAttachedNoticeKeepsItsOwnSignature() {
    var attached = ForwardingTest.attaching(LINKEDIN.signed(notice()), "x@evil.example");

    assertThat(origin(firm.sorted(attached.to(AFirm.AMY)))).isEqualTo(Origin.SIGNED);
  }

  @Test
  void anAttachedNoticeCannotSpeakForTheFirmsServer() {
    var forged =
        notice()
            .with("Authentication-Results", "mx.firm.example; dkim=pass header.d=linkedin.com")
            .build();

    assertThat(origin(firm.sorted(ForwardingTest.attaching(forged, AFirm.AMY))))
        .isEqualTo(Origin.UNPROVEN);
  }

  private static AMail notice() {
    return linkedInMail().mail().without("Authentication-Results");
  }

  private static AMail forward(String from) {
    return aMail()
        .from(from)
        .to("invitations@tend.example")
        .with("Subject", "Fwd: Dana Reed wants to connect")
        .saying(
            "---------- Forwarded message ---------\nFrom: Dana Reed via LinkedIn <invitations@linkedin.com>\n"
                + "Date: Mon, 9 Feb 2026 at 14:37\nSubject: Dana Reed wants to connect\nTo: Amy Chen <amy.chen@tend.example>\n\n"
                + linkedInMail().text());
  }

  private static @Nullable Origin origin(Sorted sorted) {
    return invitation(sorted).origin();
  }

  static Invitation invitation(Sorted sorted) {
    assertThat(sorted.refusal()).isNull();
    var value =
        Codec.TOPIC.read(requireNonNull(sorted.events().getFirst().value()), Invitation.class);
    return ((Decoded.Value<Invitation>) value).value();
  }
}
