package dev.tend.ingest;

import static io.restassured.RestAssured.given;

import dev.tend.events.Codec;
import dev.tend.events.Member;
import dev.tend.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Requests as the callers of the doors make them. */
public final class Http {
  private Http() {}

  /** A request of somebody who may bring things in. */
  public static RequestSpecification asIngest() {
    return plain().auth().oauth2(Tokens.of("ingest"));
  }

  /** A request of somebody who runs the service. */
  public static RequestSpecification asOperator() {
    return plain().auth().oauth2(Tokens.of("operator"));
  }

  /** A request without a token, whose Content-Type goes out as it is given. */
  public static RequestSpecification plain() {
    var asGiven =
        EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
            .encodeContentTypeAs("application/jsonl", ContentType.TEXT);
    return given().config(RestAssured.config().encoderConfig(asGiven));
  }

  /** Puts a member, who can be read at once afterwards. */
  public static void put(Member member) {
    asIngest()
        .contentType("application/json")
        .body(Codec.TOPIC.write(member))
        .put("/members/{id}", member.id())
        .then()
        .statusCode(204);
  }
}
