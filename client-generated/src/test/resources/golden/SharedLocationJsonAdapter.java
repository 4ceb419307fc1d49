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
final class SharedLocationJsonAdapter extends JsonAdapter<SharedLocation> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<SharedLocation> INSTANCE = new SharedLocationJsonAdapter();
  static final JsonReader.Options NAMES = JsonReader.Options.of("latitude", "longitude");

  private SharedLocationJsonAdapter() {}

  @Override
  public @Nullable SharedLocation fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    SharedLocation.Builder builder = new SharedLocation.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.latitude = Json.STRING.fromJson(reader);
        case 1 -> builder.longitude = Json.STRING.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new SharedLocation(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable SharedLocation value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.latitude != null) {
      writer.name("latitude");
      Json.STRING.toJson(writer, value.latitude);
    }
    if (value.longitude != null) {
      writer.name("longitude");
      Json.STRING.toJson(writer, value.longitude);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(SharedLocation)";
  }
}
