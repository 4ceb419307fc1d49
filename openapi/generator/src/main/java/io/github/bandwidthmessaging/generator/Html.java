package io.github.bandwidthmessaging.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A part of an HTML page. */
final class Html implements Escaped {
  private final String html;

  private Html(String html) {
    this.html = html;
  }

  /** Text, in an element or in an attribute with double quotes. */
  static Html text(String text) {
    return new Html(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }

  /** JSON in a script; every {@code <} is escaped, so it cannot end the script. */
  static Html script(JsonNode json) {
    return new Html(json.toString().replace("<", "\\u003c"));
  }

  /** A resource of this program. */
  static Html resource(@CompileTimeConstant String name) {
    try (InputStream resource = Html.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new Html(new String(resource.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return html;
  }
}
