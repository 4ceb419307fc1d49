package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;

/** The documented messages, and variants of the first. */
public final class Inputs {
  private Inputs() {}

  /** Returns a request: {@code example 1}, {@code text 2048}, {@code recipients 10} and so on. */
  public static String request(String what) {
    return json("request", what);
  }

  /** Returns a receipt, for example {@code unknown 100}. */
  public static String receipt(String what) {
    return json("response-202", what);
  }

  private static String json(String kind, String what) {
    String[] words = what.split(" ", -1);
    int count = Integer.parseInt(words[1]);
    String example = resource(kind + "-example" + (words[0].equals("example") ? count : 1));
    return switch (words[0]) {
      case "example" -> example;
      case "text" -> example.replace("Hey, check this out!", "a".repeat(count));
      case "recipients" ->
          example.replace(
              "\"+12345678902\"",
              items(IntStream.range(0, count).mapToObj(i -> "+1234567" + (8000 + i))));
      case "media" ->
          with(
              example,
              "\"media\": ["
                  + items(IntStream.range(0, count).mapToObj(i -> "https://example.com/" + i))
                  + "]");
      case "unknown" ->
          with(
              example,
              IntStream.range(0, count)
                  .mapToObj(i -> "\"unknown" + i + "\": \"value\"")
                  .collect(joining(",")));
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static String items(java.util.stream.Stream<String> texts) {
    return texts.map(text -> '"' + text + '"').collect(joining(","));
  }

  private static String with(String json, String properties) {
    return properties.isEmpty() ? json : json.replaceFirst("\\{", "{" + properties + ",");
  }

  /** On one line, as servers write it. */
  private static String resource(String name) {
    try (InputStream in =
        requireNonNull(Inputs.class.getResourceAsStream("/" + name + ".json"), name)) {
      return new String(in.readAllBytes(), UTF_8).replaceAll("\\n\\s*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
