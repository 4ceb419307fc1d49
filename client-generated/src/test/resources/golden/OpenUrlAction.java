// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Opens a web page. */
@Generated
public final class OpenUrlAction implements SuggestedAction {
  final String type;
  final String text;
  final ByteString postbackData;
  final URI url;
  final @Nullable UrlApplication application;
  final @Nullable WebviewViewMode webviewViewMode;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  OpenUrlAction(Builder builder) {
    this.type = builder.type;
    this.text = builder.text;
    this.postbackData = builder.postbackData;
    this.url = builder.url;
    this.application = builder.application;
    this.webviewViewMode = builder.webviewViewMode;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<OpenUrlAction> jsonAdapter() {
    return OpenUrlActionJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = this.type;
    builder.text = this.text;
    builder.postbackData = this.postbackData;
    builder.url = this.url;
    builder.application = this.application;
    builder.webviewViewMode = this.webviewViewMode;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The kind of action, {@code OPEN_URL}. */
  @Override
  public String type() {
    return type;
  }

  /** The text to tap, at most 25 characters. */
  @Override
  public String text() {
    return text;
  }

  /** The data to send back on a tap, at most 2048 characters of base64. */
  @Override
  public ByteString postbackData() {
    return postbackData;
  }

  /** The URL to open, {@code http} or {@code https}, at most 2048 characters. */
  public URI url() {
    return url;
  }

  /**
   * Whether a web page opens in the phone's browser ({@code BROWSER}, the default, and if the phone
   * has no web view) or in a web view ({@code WEBVIEW}).
   */
  public @Nullable UrlApplication application() {
    return application;
  }

  /**
   * How much of the screen a web view covers: all, half, or three quarters ({@code TALL}). Required
   * if the application is {@code WEBVIEW}, and forbidden if it is {@code BROWSER}.
   */
  public @Nullable WebviewViewMode webviewViewMode() {
    return webviewViewMode;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code application} replaced.
   *
   * @param application whether a web page opens in the phone's browser ({@code BROWSER}, the
   *     default, and if the phone has no web view) or in a web view ({@code WEBVIEW}); null for
   *     none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public OpenUrlAction withApplication(@Nullable UrlApplication application) {
    return toBuilder().application(application).build();
  }

  /**
   * Returns a copy with {@code webviewViewMode} replaced.
   *
   * @param webviewViewMode how much of the screen a web view covers: all, half, or three quarters
   *     ({@code TALL}); null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public OpenUrlAction withWebviewViewMode(@Nullable WebviewViewMode webviewViewMode) {
    return toBuilder().webviewViewMode(webviewViewMode).build();
  }

  /**
   * Returns every limit that this object exceeds; empty if there is none. {@code build()} checks
   * only what is required.
   */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    Rules.check("", this, found);
    return List.copyOf(found);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OpenUrlAction that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.postbackData, that.postbackData)
        && Objects.equals(this.url, that.url)
        && Objects.equals(this.application, that.application)
        && Objects.equals(this.webviewViewMode, that.webviewViewMode)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        type, text, postbackData, url, application, webviewViewMode, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "OpenUrlAction{"
        + "type="
        + type
        + ", text="
        + Json.masked(text)
        + ", postbackData="
        + Json.masked(postbackData)
        + ", url="
        + Json.masked(url)
        + ", application="
        + application
        + ", webviewViewMode="
        + webviewViewMode
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link OpenUrlAction}s. */
  public static final class Builder {
    @Nullable String type = "OPEN_URL";
    @Nullable String text;
    @Nullable ByteString postbackData;
    @Nullable URI url;
    @Nullable UrlApplication application;
    @Nullable WebviewViewMode webviewViewMode;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The kind of action, {@code OPEN_URL}. */
    public Builder type(String type) {
      Objects.requireNonNull(type, "type == null");
      this.type = type;
      return this;
    }

    /** The text to tap, at most 25 characters. */
    public Builder text(String text) {
      Objects.requireNonNull(text, "text == null");
      this.text = text;
      return this;
    }

    /** The data to send back on a tap, at most 2048 characters of base64. */
    public Builder postbackData(ByteString postbackData) {
      Objects.requireNonNull(postbackData, "postbackData == null");
      this.postbackData = postbackData;
      return this;
    }

    /** The URL to open, {@code http} or {@code https}, at most 2048 characters. */
    public Builder url(URI url) {
      Objects.requireNonNull(url, "url == null");
      this.url = url;
      return this;
    }

    /**
     * Whether a web page opens in the phone's browser ({@code BROWSER}, the default, and if the
     * phone has no web view) or in a web view ({@code WEBVIEW}).
     */
    public Builder application(@Nullable UrlApplication application) {
      this.application = application;
      return this;
    }

    /**
     * How much of the screen a web view covers: all, half, or three quarters ({@code TALL}).
     * Required if the application is {@code WEBVIEW}, and forbidden if it is {@code BROWSER}.
     */
    public Builder webviewViewMode(@Nullable WebviewViewMode webviewViewMode) {
      this.webviewViewMode = webviewViewMode;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties =
          Json.undeclared(OpenUrlActionJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link OpenUrlAction}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public OpenUrlAction build() {
      if (text == null) {
        throw new IllegalArgumentException("OpenUrlAction.text is required");
      }
      if (postbackData == null) {
        throw new IllegalArgumentException("OpenUrlAction.postbackData is required");
      }
      if (url == null) {
        throw new IllegalArgumentException("OpenUrlAction.url is required");
      }
      return new OpenUrlAction(this);
    }
  }
}
