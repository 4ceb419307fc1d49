package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.BandwidthError;
import io.github.bandwidthmessaging.api.ErrorBody;
import io.github.bandwidthmessaging.api.ErrorSource;
import io.github.bandwidthmessaging.api.FieldError;
import io.github.bandwidthmessaging.api.MultiChannelError;
import io.github.bandwidthmessaging.api.MultiChannelErrorDetail;
import io.github.bandwidthmessaging.api.PathError;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What an error body says, whichever of its shapes it has. */
record ErrorDetails(@Nullable String type, String description, List<FieldError> fieldErrors) {
  /** The only documented 5xx, and the only type that is documented for it. */
  private static final int SERVER_ERROR = 500;

  private static final String SERVER_ERROR_TYPE = "internal-server-error";

  /** Reads either shape, whatever the status: only the 404 is documented in both. */
  static @Nullable ErrorDetails read(ByteString json, JsonAdapter<ErrorBody> adapter) {
    ErrorBody error;
    try {
      error = adapter.fromJson(new Buffer().write(json));
    } catch (IOException | RuntimeException e) {
      // A proxy's HTML, or nothing: the status decides then, and the body stays available.
      return null;
    }
    // The generated readers let null through where the document has a required property.
    if (error instanceof BandwidthError bandwidth
        && bandwidth.type() != null
        && bandwidth.description() != null) {
      return new ErrorDetails(
          bandwidth.type(),
          bandwidth.description(),
          Stream.ofNullable(bandwidth.fieldErrors())
              .flatMap(List::stream)
              .filter(Objects::nonNull)
              .toList());
    }
    if (error instanceof PathError path) {
      String description = path.message() == null ? path.error() : path.message();
      return description == null ? null : new ErrorDetails(null, description, List.of());
    }
    return null;
  }

  /** Reads the envelope of a multi-channel message, unless it holds a message. */
  static @Nullable ErrorDetails readEnvelope(
      ByteString json, JsonAdapter<MultiChannelError> adapter) {
    MultiChannelError envelope;
    try {
      envelope = adapter.fromJson(new Buffer().write(json));
    } catch (IOException | RuntimeException e) {
      return null;
    }
    if (envelope == null || envelope.data() != null || envelope.errors() == null) {
      return null;
    }
    List<MultiChannelErrorDetail> errors =
        envelope.errors().stream()
            .filter(error -> error != null && error.type() != null && error.description() != null)
            .toList();
    if (errors.isEmpty()) {
      return null;
    }
    return new ErrorDetails(
        errors.get(0).type(),
        errors.get(0).description(),
        errors.stream().flatMap(ErrorDetails::fieldErrors).toList());
  }

  private static Stream<FieldError> fieldErrors(MultiChannelErrorDetail error) {
    ErrorSource source = error.source();
    if (source == null) {
      return Stream.of();
    }
    return Stream.of(
            Optional.ofNullable(source.field()),
            Optional.ofNullable(source.parameter()),
            Optional.ofNullable(source.header()))
        .flatMap(Optional::stream)
        .limit(1)
        .map(name -> FieldError.builder().fieldName(name).description(error.description()).build());
  }

  /**
   * Whether Bandwidth itself failed, which means that the message is neither sent nor billed. A
   * gateway in front of it cannot tell, and can use the same property names.
   */
  boolean isServerErrorOfBandwidth(int status) {
    return status == SERVER_ERROR && SERVER_ERROR_TYPE.equals(type);
  }
}
