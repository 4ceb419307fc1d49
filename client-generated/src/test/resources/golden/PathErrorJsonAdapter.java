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
final class PathErrorJsonAdapter extends JsonAdapter<PathError> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<PathError> INSTANCE = new PathErrorJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("timestamp", "status", "error", "message", "path");

  private PathErrorJsonAdapter() {}

  @Override
  public @Nullable PathError fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    PathError.Builder builder = new PathError.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.timestamp = Json.STRING.fromJson(Json.withoutNull(reader));
        case 1 -> builder.status = Json.INTEGER.fromJson(Json.withoutNull(reader));
        case 2 -> builder.error = Json.STRING.fromJson(Json.withoutNull(reader));
        case 3 -> builder.message = Json.STRING.fromJson(Json.withoutNull(reader));
        case 4 -> builder.path = Json.STRING.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new PathError(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable PathError value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.timestamp != null) {
      writer.name("timestamp");
      Json.STRING.toJson(writer, value.timestamp);
    }
    if (value.status != null) {
      writer.name("status");
      Json.INTEGER.toJson(writer, value.status);
    }
    if (value.error != null) {
      writer.name("error");
      Json.STRING.toJson(writer, value.error);
    }
    if (value.message != null) {
      writer.name("message");
      Json.STRING.toJson(writer, value.message);
    }
    if (value.path != null) {
      writer.name("path");
      Json.STRING.toJson(writer, value.path);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(PathError)";
  }
}
