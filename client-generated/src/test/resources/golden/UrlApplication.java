// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a web page opens in the phone's browser ({@code BROWSER}, the default, and if the phone
 * has no web view) or in a web view ({@code WEBVIEW}).
 *
 * <p>The list is open: unknown values are kept as they are.
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

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static UrlApplication of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (UrlApplication known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new UrlApplication(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<UrlApplication> jsonAdapter() {
    return UrlApplicationJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<UrlApplication> known() {
    return KNOWN;
  }

  /** Returns the value as it is in JSON. */
  public String value() {
    return value;
  }

  /** Returns whether this is a known value. */
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
