package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.client.BandwidthError;
import io.github.bandwidthmessaging.client.FieldError;
import io.github.bandwidthmessaging.client.NotFoundError;
import io.github.bandwidthmessaging.client.PathError;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    // The generated readers let null through where the document has a required property.
    if (error instanceof BandwidthError bandwidth
        && bandwidth.type() != null
        && bandwidth.description() != null) {
      return new Reason(
          true,
          bandwidth.type(),
          bandwidth.description(),
          Stream.ofNullable(bandwidth.fieldErrors())
              .flatMap(List::stream)
              .filter(Objects::nonNull)
              .toList());
    }
    if (error instanceof PathError path) {
      String description = path.message() == null ? path.error() : path.message();
      return description == null ? null : new Reason(false, null, description, List.of());
    }
    return null;
  }
}
