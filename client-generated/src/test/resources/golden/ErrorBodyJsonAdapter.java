// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Generated
final class ErrorBodyJsonAdapter extends JsonAdapter<ErrorBody> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<ErrorBody> INSTANCE = new ErrorBodyJsonAdapter();
  private static final List<Json.Shape<? extends ErrorBody>> SHAPES =
      List.of(
          new Json.Shape<>(
              PathErrorJsonAdapter.INSTANCE,
              Set.of("status", "error"),
              PathErrorJsonAdapter.NAMES.strings(),
              Map.of()),
          new Json.Shape<>(
              BandwidthErrorJsonAdapter.INSTANCE,
              Set.of("type", "description"),
              BandwidthErrorJsonAdapter.NAMES.strings(),
              Map.of()));

  private ErrorBodyJsonAdapter() {}

  @Override
  public @Nullable ErrorBody fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        JsonAdapter<? extends ErrorBody> best = Json.best(reader, SHAPES);
        if (best != null) {
          return best.fromJson(reader);
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
