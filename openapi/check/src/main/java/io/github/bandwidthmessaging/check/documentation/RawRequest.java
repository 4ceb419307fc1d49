package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request that is sent without the client, which would refuse to build most invalid ones. */
public record RawRequest(String method, String url, Map<String, String> headers, String body) {
  private static final Pattern HTTP =
      Pattern.compile("(\\S+) (\\S+) HTTP/1\\.1\n(.*?)\n\n(.*)", Pattern.DOTALL);
  private static final Pattern CURL =
      Pattern.compile(
          "curl -X (\\S+) .*--url '([^']+)'.*-u '([^']+)'.*-H '([^']+)'.*--data-raw '(.*)'\\s*",
          Pattern.DOTALL);
  private static final JsonAdapter<Map<String, Object>> FIELDS =
      new Moshi.Builder()
          .build()
          .<Map<String, Object>>adapter(
              Types.newParameterizedType(Map.class, String.class, Object.class))
          .serializeNulls();

  public static RawRequest printedAsHttp(String text) {
    Matcher printed = match(HTTP, text);
    Map<String, String> headers = new LinkedHashMap<>();
    printed.group(3).lines().forEach(line -> putHeader(headers, line));
    return new RawRequest(printed.group(1), printed.group(2), headers, printed.group(4));
  }

  public static RawRequest printedAsCurl(String text) {
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

  public RawRequest withField(String name, Object value) {
    return withFields(fields -> fields.put(name, value));
  }

  public RawRequest withoutField(String name) {
    return withFields(fields -> fields.remove(name));
  }

  public RawRequest withBody(String newBody) {
    return new RawRequest(method, url, headers, newBody);
  }

  public RawRequest withHeader(String name, String value) {
    Map<String, String> newHeaders = new LinkedHashMap<>(headers);
    newHeaders.put(name, value);
    return new RawRequest(method, url, newHeaders, body);
  }

  public RawRequest withoutHeader(String name) {
    Map<String, String> newHeaders = new LinkedHashMap<>(headers);
    newHeaders.remove(name);
    return new RawRequest(method, url, newHeaders, body);
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
