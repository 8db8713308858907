package dev.tend.ingest.lookup;

import dev.tend.events.Person;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.mapping.MappingFile;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Any provider that answers a GET with JSON. The address is a template with {@code {slug}} (the
 * last part of the profile's address) or {@code {profile}} (all of it). Redirects are not followed,
 * since the credential would go with them. Thread-safe.
 */
final class HttpProvider implements ProfileProvider {
  private static final String SLUG = "{slug}";
  private static final String PROFILE = "{profile}";

  private final IngestConfig.Lookup config;
  private final String address;
  private final LookupMapping mapping;
  private final HttpClient client;

  /**
   * A provider at this address.
   *
   * @throws IllegalStateException when it is not set up rightly; the message says what to set
   */
  HttpProvider(IngestConfig.Lookup config, String address) {
    this.config = config;
    this.address = address;
    if (!address.matches("https?://.+") || !(address.contains(SLUG) || address.contains(PROFILE))) {
      throw new IllegalStateException(
          "Set tend.ingest.lookup.address to an address with {slug} or {profile}, such as"
              + " https://data.example/people/{slug}.");
    }
    mapping =
        MappingFile.read(
            config
                .mapping()
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "Set tend.ingest.lookup.mapping to the mapping of the provider.")),
            LookupMapping.class);
    client =
        HttpClient.newBuilder()
            .connectTimeout(config.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Answer ask(Person known) throws ProviderAwayException, InterruptedException {
    var answer = answer(request(known));
    return switch (answer.statusCode()) {
      case 200 -> mapping.read(answer.body(), known);
      case 204, 404, 410 -> new Answer.Unknown();
      case 401, 403, 408, 429 -> throw away(answer.statusCode());
      default -> {
        if (answer.statusCode() >= 500) {
          throw away(answer.statusCode());
        }
        yield new Answer.Unusable("The provider answered " + answer.statusCode());
      }
    };
  }

  private HttpRequest request(Person known) {
    var path = known.profile().path();
    var place =
        address
            .replace(SLUG, encoded(path.substring(path.indexOf('/') + 1)))
            .replace(PROFILE, encoded(known.profile().url()));
    var request =
        HttpRequest.newBuilder(URI.create(place))
            .timeout(config.timeout())
            .header("Accept", "application/json");
    config.headers().forEach(request::header);
    return request.GET().build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The time of a request ends with its head; this one bounds the body too. */
  private HttpResponse<byte[]> answer(HttpRequest request)
      throws ProviderAwayException, InterruptedException {
    long most = config.largestAnswer().asLongValue();
    var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    Duration patience = config.timeout();
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new ProviderAwayException(
          "The provider did not answer in " + patience.toMillis() + " ms");
    } catch (ExecutionException failed) {
      var cause = failed.getCause() == null ? failed : failed.getCause();
      throw new ProviderAwayException(
          "The provider cannot be read: " + cause.getClass().getSimpleName());
    } finally {
      answer.cancel(true);
    }
  }

  private static ProviderAwayException away(int status) {
    return new ProviderAwayException("The provider answered " + status);
  }
}
