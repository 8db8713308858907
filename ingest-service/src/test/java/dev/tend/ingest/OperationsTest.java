package dev.tend.ingest;

import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.tend.testing.BrokerResource;
import dev.tend.testing.TokenResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class OperationsTest {
  @Inject IngestConfig config;

  @Test
  void metricsAreForOperatorsAndStartAtZero() {
    asOperator()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("tend_invitations_received_total{source=\"mail\"}"))
        .body(
            containsString(
                "tend_mailbox_messages_total{mailbox=\"http\",outcome=\"unknown-member\"}"))
        .body(containsString("tend_items_refused_total{door=\"invitations\"}"))
        .body(containsString("tend_import_rows_total{kind=\"connections\",outcome=\"published\"}"));
    asIngest().get("/q/metrics").then().statusCode(403).contentType("application/problem+json");
    plain().get("/q/metrics").then().statusCode(401).contentType("application/problem+json");
  }

  @Test
  void theDoorsAreDescribed() {
    var described =
        asOperator().get("/q/openapi").then().statusCode(200).extract().body().asString();

    assertThat(described)
        .contains(
            "/invitations:",
            "/members/{member}:",
            "/members/{member}/archive:",
            "/imports/{id}:",
            "/mail:",
            "/webhooks/{provider}:",
            "/people/{person}:",
            "/crm/contacts:",
            "/crm/accounts:",
            "application/cloudevents-batch+json");
    plain().get("/q/openapi").then().statusCode(401);
  }

  @Test
  void healthIsOpen() {
    plain().get("/q/health/live").then().statusCode(200);
    plain().get("/q/health/started").then().statusCode(200);
  }

  @Test
  void whatIsNotSetUpSaysSo() {
    asIngest()
        .post("/members/amy.chen/portability")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body(containsString("tend.ingest.portability.client-id"));
    plain().get("/portability/callback?state=s&code=c").then().statusCode(404);
  }

  @Test
  void whatIsNotSetHasItsDefault() {
    assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.bodiesInMemory().asLongValue()).isEqualTo(32L << 20);
    assertThat(config.invitations().largestBody().asLongValue()).isEqualTo(16L << 20);
    assertThat(config.invitations().mostItems()).isEqualTo(50_000);
    assertThat(config.archive().largestUpload().asLongValue()).isEqualTo(1L << 30);
    assertThat(config.archive().largestSpool().asLongValue()).isEqualTo(8L << 30);
    assertThat(config.archive().mostFiles()).isEqualTo(5_000);
    assertThat(config.archive().largestFile().asLongValue()).isEqualTo(512L << 20);
    assertThat(config.archive().largestUnpacked().asLongValue()).isEqualTo(4L << 30);
    assertThat(config.archive().largestRatio()).isEqualTo(100);
    assertThat(config.archive().atOnce()).isEqualTo(2);
    assertThat(config.archive().refusedShown()).isEqualTo(100);
    assertThat(config.archive().patience()).isEqualTo(Duration.ofHours(1));
    assertThat(config.archive().reportsKept()).isEqualTo(Duration.ofDays(30));
    assertThat(config.webhooks().get("unipile"))
        .satisfies(
            webhook -> {
              assertThat(webhook.largestBody().asLongValue()).isEqualTo(512L << 10);
              assertThat(webhook.signing().tolerance()).isEqualTo(Duration.ofMinutes(5));
              assertThat(webhook.signing().content()).isEqualTo("{id}.{timestamp}.{body}");
              assertThat(webhook.signing().idHeader()).isEqualTo("webhook-id");
              assertThat(webhook.signing().timestampHeader()).isEqualTo("webhook-timestamp");
              assertThat(webhook.signing().signatureHeader()).isEqualTo("webhook-signature");
              assertThat(webhook.signing().version()).isEqualTo("v1");
              assertThat(webhook.signing().encoding())
                  .isEqualTo(IngestConfig.SignatureEncoding.BASE64);
            });
    assertThat(config.crm().largestUpload().asLongValue()).isEqualTo(8L << 20);
    assertThat(config.crm().mostRows()).isEqualTo(20_000);
    assertThat(config.crm().refusedShown()).isEqualTo(100);
    assertThat(config.lookup().address()).isEmpty();
    assertThat(config.lookup().again()).isEqualTo(Duration.ofDays(30));
    assertThat(config.lookup().perDay()).isEqualTo(200);
    assertThat(config.lookup().perMinute()).isEqualTo(20);
    assertThat(config.lookup().timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.lookup().restAfterFailures()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.lookup().largestAnswer().asLongValue()).isEqualTo(1L << 20);
    assertThat(config.portability().clientId()).isEmpty();
    assertThat(config.portability().clientSecret()).isEmpty();
    assertThat(config.portability().redirect()).isEmpty();
    assertThat(config.portability().keys()).isEmpty();
    assertThat(config.portability().keysFile()).isEmpty();
    assertThat(config.portability().authorization())
        .hasToString("https://www.linkedin.com/oauth/v2/authorization");
    assertThat(config.portability().token())
        .hasToString("https://www.linkedin.com/oauth/v2/accessToken");
    assertThat(config.portability().api()).hasToString("https://api.linkedin.com/rest");
    assertThat(config.portability().version()).isEqualTo("202312");
    assertThat(config.portability().scope()).isEqualTo("r_dma_portability_3rd_party");
    assertThat(config.portability().pkce()).isFalse();
    assertThat(config.portability().consentWithin()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.portability().every()).isEqualTo(Duration.ofHours(1));
    assertThat(config.portability().invitationsEvery()).isEqualTo(Duration.ofHours(6));
    assertThat(config.portability().snapshotEvery()).isEqualTo(Duration.ofDays(7));
    assertThat(config.portability().hold()).isEqualTo(Duration.ofDays(14));
    assertThat(config.portability().pageSize()).isEqualTo(10);
    assertThat(config.portability().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.portability().largestAnswer().asLongValue()).isEqualTo(16L << 20);
    assertThat(config.mail().largestMessage().asLongValue()).isEqualTo(10L << 20);
    assertThat(config.mail().largestMbox().asLongValue()).isEqualTo(4L << 30);
    assertThat(config.mail().dkim()).isTrue();
    assertThat(config.mail().dnsServers()).isEmpty();
    assertThat(config.mail().dnsTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.mail().keyPatience()).isEqualTo(Duration.ofHours(1));
    assertThat(config.mail().intake()).isEmpty();
    assertThat(config.mailboxes()).isEmpty();
  }
}
