// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Generated
final class BandwidthErrorJsonAdapter extends JsonAdapter<BandwidthError> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<BandwidthError> INSTANCE = new BandwidthErrorJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("type", "description", "fieldErrors");

  private BandwidthErrorJsonAdapter() {}

  @Override
  public @Nullable BandwidthError fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    BandwidthError.Builder builder = new BandwidthError.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.type = Json.STRING.fromJson(Json.withoutNull(reader));
        case 1 -> builder.description = Json.STRING.fromJson(Json.withoutNull(reader));
        case 2 ->
            builder.fieldErrors = FieldErrorJsonAdapter.LIST.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new BandwidthError(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable BandwidthError value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.type != null) {
      writer.name("type");
      Json.STRING.toJson(writer, value.type);
    }
    if (value.description != null) {
      writer.name("description");
      Json.STRING.toJson(writer, value.description);
    }
    if (value.fieldErrors != null) {
      writer.name("fieldErrors");
      FieldErrorJsonAdapter.LIST.toJson(writer, value.fieldErrors);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(BandwidthError)";
  }
}
