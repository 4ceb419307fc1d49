// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of the screen a web view covers: all, half, or three quarters ({@code TALL}). Required
 * if the application is {@code WEBVIEW}, and forbidden if it is {@code BROWSER}.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class WebviewViewMode {
  /** The value {@code FULL}. */
  public static final WebviewViewMode FULL = new WebviewViewMode("FULL");

  /** The value {@code HALF}. */
  public static final WebviewViewMode HALF = new WebviewViewMode("HALF");

  /** The value {@code TALL}. */
  public static final WebviewViewMode TALL = new WebviewViewMode("TALL");

  private static final List<WebviewViewMode> KNOWN = List.of(FULL, HALF, TALL);

  private final String value;

  private WebviewViewMode(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static WebviewViewMode of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (WebviewViewMode known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new WebviewViewMode(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<WebviewViewMode> jsonAdapter() {
    return WebviewViewModeJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<WebviewViewMode> known() {
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
    return other instanceof WebviewViewMode that && value.equals(that.value);
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
