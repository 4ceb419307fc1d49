// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Generated
final class ErrorBodyJsonAdapter extends JsonAdapter<ErrorBody> {
  static final ErrorBodyJsonAdapter INSTANCE = new ErrorBodyJsonAdapter();
  private static final Json.Shape PATH_ERROR_SHAPE =
      new Json.Shape(
          Set.of("status", "error"), Set.of("timestamp", "status", "error", "message", "path"));
  private static final Json.Shape BANDWIDTH_ERROR_SHAPE =
      new Json.Shape(Set.of("type", "description"), Set.of("type", "description", "fieldErrors"));

  private ErrorBodyJsonAdapter() {}

  @Override
  public @Nullable ErrorBody fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        Set<String> names = Json.names(reader);
        int best = 0;
        int pathErrorFit = PATH_ERROR_SHAPE.fit(names);
        best = Math.max(best, pathErrorFit);
        int bandwidthErrorFit = BANDWIDTH_ERROR_SHAPE.fit(names);
        best = Math.max(best, bandwidthErrorFit);
        if (best > 0 && pathErrorFit == best) {
          return PathErrorJsonAdapter.INSTANCE.fromJson(reader);
        }
        if (best > 0 && bandwidthErrorFit == best) {
          return BandwidthErrorJsonAdapter.INSTANCE.fromJson(reader);
        }
      }
      default -> {}
    }
    return new ErrorBody.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ErrorBody value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof PathError alternative) {
      PathErrorJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof BandwidthError alternative) {
      BandwidthErrorJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof ErrorBody.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of ErrorBody at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(ErrorBody)";
  }
}
