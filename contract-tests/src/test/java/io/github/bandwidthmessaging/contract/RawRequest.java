package io.github.bandwidthmessaging.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that is sent without the client, which would refuse to build most of the wrong ones.
 */
record RawRequest(String method, String url, Map<String, String> headers, String body) {
  static final String DOCUMENTED_SERVER = "https://messaging.bandwidth.com/api/v2";
  static final String ACCOUNT_ID = "920012";

  private static final Pattern HTTP =
      Pattern.compile("(\\S+) (\\S+) HTTP/1\\.1\n(.*?)\n\n(.*)", Pattern.DOTALL);
  private static final Pattern CURL =
      Pattern.compile(
          "curl -X (\\S+) .*--url '([^']+)'.*-u '([^']+)'.*-H '([^']+)'.*--data-raw '(.*)'\\s*",
          Pattern.DOTALL);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final HttpClient HTTP_CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private static final JsonAdapter<Map<String, Object>> FIELDS =
      new Moshi.Builder()
          .build()
          .<Map<String, Object>>adapter(
              Types.newParameterizedType(Map.class, String.class, Object.class))
          .serializeNulls();

  static RawRequest printedAsHttp(String text) {
    Matcher printed = match(HTTP, text);
    Map<String, String> headers = new LinkedHashMap<>();
    printed.group(3).lines().forEach(line -> putHeader(headers, line));
    return new RawRequest(printed.group(1), printed.group(2), headers, printed.group(4));
  }

  static RawRequest printedAsCurl(String text) {
    Matcher printed = match(CURL, text);
    String credentials =
        printed.group(3).replace("{username}", "username").replace("{password}", "password");
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    putHeader(headers, printed.group(4));
    return new RawRequest(printed.group(1), printed.group(2), headers, printed.group(5));
  }

  RawRequest withField(String name, Object value) {
    return withFields(fields -> fields.put(name, value));
  }

  RawRequest withoutField(String name) {
    return withFields(fields -> fields.remove(name));
  }

  RawRequest withBody(String newBody) {
    return new RawRequest(method, url, headers, newBody);
  }

  RawRequest withHeader(String name, String value) {
    Map<String, String> newHeaders = new LinkedHashMap<>(headers);
    newHeaders.put(name, value);
    return new RawRequest(method, url, newHeaders, body);
  }

  RawRequest withoutHeader(String name) {
    Map<String, String> newHeaders = new LinkedHashMap<>(headers);
    newHeaders.remove(name);
    return new RawRequest(method, url, newHeaders, body);
  }

  /** Sends it to Prism instead of the documented server. */
  HttpResponse<String> sendTo(Prism prism) {
    if (!url.startsWith(DOCUMENTED_SERVER + "/")) {
      throw new IllegalStateException(url + " is not on " + DOCUMENTED_SERVER);
    }
    String path = url.substring(DOCUMENTED_SERVER.length()).replace("{accountId}", ACCOUNT_ID);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(prism.url() + path))
            .timeout(TIMEOUT)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return HTTP_CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private RawRequest withFields(Consumer<Map<String, Object>> change) {
    try {
      Map<String, Object> fields = FIELDS.fromJson(body);
      if (fields == null) {
        throw new IllegalStateException("The body is null");
      }
      change.accept(fields);
      return withBody(FIELDS.toJson(fields));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not printed as expected: " + text);
    }
    return matcher;
  }

  private static void putHeader(Map<String, String> headers, String line) {
    int colon = line.indexOf(": ");
    headers.put(line.substring(0, colon), line.substring(colon + 2));
  }
}
