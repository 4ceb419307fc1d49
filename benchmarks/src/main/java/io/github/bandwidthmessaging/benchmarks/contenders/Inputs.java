package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The documented messages. */
public final class Inputs {
  private Inputs() {}

  /** Returns a request: {@code example 1}. */
  public static String request(String example) {
    return resource("request-" + example);
  }

  /** Returns the receipt of the request. */
  public static String receipt(String example) {
    return resource("response-202-" + example);
  }

  /** On one line, as servers write it. */
  private static String resource(String what) {
    String name = "/" + what.replace(" ", "") + ".json";
    try (InputStream in = requireNonNull(Inputs.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8).replaceAll("\\n\\s*", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
