package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AnswerMailTest {
  private static final Letter QUESTION =
      new Letter(
          "<question-1@firm.example>",
          "Amy Chen <tend@firm.example>",
          "answer+4711@reply.firm.example",
          "Amy Chen asks how you're connected",
          "Hello Nadine,\nremind me, please.\n");

  @Test
  void goesWhereTheQuestionWantsItAndNamesTheQuestion() throws Exception {
    var bytes =
        AnswerMail.to(
            QUESTION,
            "Zoë Frost",
            "zoe@mail.example",
            "At RBC, 2015.",
            "<answer-4711@mail.example>",
            Instant.parse("2026-03-01T10:00:00Z"));
    var mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    var letter = Letter.of(mail);

    assertThat(mail.getAllRecipients()).singleElement().hasToString(QUESTION.replyTo());
    assertThat(mail.getHeader("In-Reply-To")).containsExactly(QUESTION.messageId());
    assertThat(mail.getHeader("Message-ID")).containsExactly("<answer-4711@mail.example>");
    assertThat(letter.from()).isEqualTo("Zoë Frost <zoe@mail.example>");
    assertThat(letter.subject()).isEqualTo("Re: " + QUESTION.subject());
    assertThat(letter.text().replace("\r\n", "\n"))
        .isEqualTo(
            """
            At RBC, 2015.
            Amy Chen <tend@firm.example> wrote:
            > Hello Nadine,
            > remind me, please.
            """);
    assertThat(new String(bytes, UTF_8)).contains("Sun, 1 Mar 2026");
  }
}
