// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a web page opens in the browser of the phone ({@code BROWSER}, also if absent or if the
 * phone has no web view) or in a web view ({@code WEBVIEW}).
 *
 * <p>The list is open: a value that the document does not name is kept as it is.
 */
@Generated
public final class UrlApplication {
  /** The value {@code BROWSER}. */
  public static final UrlApplication BROWSER = new UrlApplication("BROWSER");

  /** The value {@code WEBVIEW}. */
  public static final UrlApplication WEBVIEW = new UrlApplication("WEBVIEW");

  private static final List<UrlApplication> KNOWN = List.of(BROWSER, WEBVIEW);

  private final String value;

  private UrlApplication(String value) {
    this.value = value;
  }

  /**
   * Returns the constant for a value, or an instance that keeps a value the document does not name.
   */
  public static UrlApplication of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (UrlApplication known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new UrlApplication(value);
  }

  /** Returns the values that the document names, in its order. */
  public static List<UrlApplication> known() {
    return KNOWN;
  }

  /** Returns the value as it is in JSON. */
  public String value() {
    return value;
  }

  /** Returns whether the document names this value. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UrlApplication that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
