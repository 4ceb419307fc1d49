package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNullElse;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.client.BandwidthError;
import io.github.bandwidthmessaging.client.FieldError;
import io.github.bandwidthmessaging.client.NotFoundError;
import io.github.bandwidthmessaging.client.PathError;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an error body says, whichever of its two shapes it has. */
record Reason(
    boolean isBandwidthError,
    @Nullable String type,
    String description,
    List<FieldError> fieldErrors) {
  /** The 404 of the document has both shapes, so its adapter reads every error. */
  static @Nullable Reason read(String body, JsonAdapter<NotFoundError> adapter) {
    NotFoundError error;
    try {
      error = adapter.fromJson(body);
    } catch (IOException | RuntimeException e) {
      // A proxy's HTML, or nothing: the status decides then, and the body stays reachable.
      return null;
    }
    if (error instanceof BandwidthError bandwidth) {
      return new Reason(
          true,
          bandwidth.type(),
          bandwidth.description(),
          requireNonNullElse(bandwidth.fieldErrors(), List.of()));
    }
    if (error instanceof PathError path) {
      return new Reason(
          false, null, path.message() == null ? path.error() : path.message(), List.of());
    }
    return null;
  }
}
