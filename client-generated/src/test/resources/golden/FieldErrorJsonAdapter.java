// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Generated
final class FieldErrorJsonAdapter extends JsonAdapter<FieldError> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<FieldError> INSTANCE = new FieldErrorJsonAdapter();
  static final JsonAdapter<List<FieldError>> LIST = Json.list(INSTANCE);
  static final JsonReader.Options NAMES = JsonReader.Options.of("fieldName", "description");

  private FieldErrorJsonAdapter() {}

  @Override
  public @Nullable FieldError fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    FieldError.Builder builder = new FieldError.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.fieldName = Json.STRING.fromJson(Json.withoutNull(reader));
        case 1 -> builder.description = Json.STRING.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new FieldError(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable FieldError value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.fieldName != null) {
      writer.name("fieldName");
      Json.STRING.toJson(writer, value.fieldName);
    }
    if (value.description != null) {
      writer.name("description");
      Json.STRING.toJson(writer, value.description);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(FieldError)";
  }
}
