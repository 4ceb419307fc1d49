// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** Writes what is not JSON: parameters in the path, the query, headers and cookies, and forms. */
@Generated
final class RequestWriter {
  private static final String HEX = "0123456789ABCDEF";

  enum Style {
    EXPLODED(""),
    COMMAS(","),
    SPACES("%20"),
    BARS("%7C"),
    DEEP_OBJECT(""),
    JSON("");

    final String sign;

    Style(String sign) {
      this.sign = sign;
    }
  }

  enum PathStyle {
    SIMPLE,
    LABEL,
    MATRIX,
    JSON,
    SLASHES
  }

  /** How a parameter in the path is written. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface InPath {
    String name();

    PathStyle style();

    boolean explode() default false;
  }

  /** Parameters that Retrofit cannot write itself. */
  abstract static class Parameters {
    abstract void write(RequestWriter writer);
  }

  private final StringJoiner query = new StringJoiner("&");

  /** Adds the parameters among a Retrofit method's arguments to its request. */
  static Request withParameters(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return request;
    }
    Request written = request;
    for (Object argument : invocation.arguments()) {
      if (argument instanceof Parameters parameters) {
        written = with(parameters, written);
      }
    }
    return written;
  }

  static Request with(Parameters parameters, Request request) {
    RequestWriter writer = new RequestWriter();
    parameters.write(writer);
    return writer.added(request);
  }

  private Request added(Request request) {
    Request.Builder builder = request.newBuilder();
    if (query.length() > 0) {
      String first = request.url().encodedQuery();
      HttpUrl.Builder url = request.url().newBuilder();
      builder.url(url.encodedQuery(first == null ? query.toString() : first + "&" + query).build());
    }
    return builder.build();
  }

  <T> void query(String name, JsonAdapter<T> adapter, @Nullable T value) {
    query(name, Style.EXPLODED, false, adapter, value);
  }

  <T> void query(
      String name, Style style, boolean reserved, JsonAdapter<T> adapter, @Nullable T value) {
    if (value != null) {
      add(query, encoded(name), style, "", adapter, value);
    }
  }

  /** A value in the path; it must not change the path. */
  static <T> String path(InPath parameter, JsonAdapter<T> adapter, T value) {
    Object tree = tree(adapter, value);
    String written =
        switch (parameter.style()) {
          case SIMPLE -> String.join(",", items(tree, parameter.explode(), RequestWriter::encoded));
          case LABEL ->
              "."
                  + String.join(
                      parameter.explode() ? "." : ",",
                      items(tree, parameter.explode(), RequestWriter::encoded));
          case MATRIX -> matrix(encoded(parameter.name()), parameter.explode(), tree);
          case JSON -> encoded(adapter.toJson(value));
          case SLASHES -> segments(parameter.name(), text(tree));
        };
    if (written.isEmpty()) {
      throw new IllegalArgumentException(parameter.name() + " is empty");
    }
    return written;
  }

  private static String matrix(String name, boolean explode, Object tree) {
    List<String> items = items(tree, explode, RequestWriter::encoded);
    if (explode && tree instanceof Map) {
      items.replaceAll(item -> ";" + item);
      return String.join("", items);
    }
    if (explode && tree instanceof List) {
      items.replaceAll(item -> ";" + name + "=" + item);
      return String.join("", items);
    }
    String joined = String.join(",", items);
    return ";" + name + (joined.isEmpty() ? "" : "=" + joined);
  }

  private static String segments(String name, String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException(name + " has a segment that is empty, \".\" or \"..\"");
      }
    }
    return encoded(path, "/");
  }

  /** A single value as text, which is its JSON without quotes. */
  static <T> String text(JsonAdapter<T> adapter, T value) {
    return text(tree(adapter, value));
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List || value instanceof Map) {
      throw new IllegalArgumentException(
          "OpenAPI does not say how to write a list or map in another, outside JSON");
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  private static <T> Object tree(JsonAdapter<T> adapter, T value) {
    try {
      Object tree = Json.ANY.fromJson(adapter.toJson(value));
      return tree == null ? "null" : tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The items of a list, the keys and values of a map, or a single value. */
  private static List<String> items(Object value, boolean explode, UnaryOperator<String> encoder) {
    List<String> items = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            String name = encoder.apply(String.valueOf(key));
            String text = encoder.apply(text(item));
            items.addAll(explode ? List.of(name + "=" + text) : List.of(name, text));
          });
    } else {
      for (Object item : value instanceof List<?> list ? list : List.of(value)) {
        items.add(encoder.apply(text(item)));
      }
    }
    return items;
  }

  /** Adds a value in one of the styles of queries, cookies and forms. */
  private static <T> void add(
      StringJoiner pairs,
      String name,
      Style style,
      String allowed,
      JsonAdapter<T> adapter,
      T value) {
    Object tree = tree(adapter, value);
    UnaryOperator<String> encoder = text -> encoded(text, allowed);
    if (style == Style.JSON) {
      pairs.add(name + "=" + encoder.apply(adapter.toJson(value)));
    } else if (!style.sign.isEmpty()) {
      List<String> items = items(tree, false, encoder);
      if (!items.isEmpty()) {
        pairs.add(name + "=" + String.join(style.sign, items));
      }
    } else if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (key, item) -> {
            String inner = encoded(String.valueOf(key));
            String outer = style == Style.EXPLODED ? inner : name + "%5B" + inner + "%5D";
            pairs.add(outer + "=" + encoder.apply(text(item)));
          });
    } else {
      items(tree, false, encoder).forEach(item -> pairs.add(name + "=" + item));
    }
  }

  private static String encoded(String text) {
    return encoded(text, "");
  }

  /** Percent-encodes all but unreserved characters and those allowed. */
  private static String encoded(String text, String allowed) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean unreserved =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (unreserved || "-._~".indexOf(c) >= 0 || allowed.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return encoded.toString();
  }
}
