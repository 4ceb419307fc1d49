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
final class ErrorSourceJsonAdapter extends JsonAdapter<ErrorSource> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<ErrorSource> INSTANCE = new ErrorSourceJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("parameter", "field", "header", "reference");

  private ErrorSourceJsonAdapter() {}

  @Override
  public @Nullable ErrorSource fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    ErrorSource.Builder builder = new ErrorSource.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.parameter = Json.STRING.fromJson(reader);
        case 1 -> builder.field = Json.STRING.fromJson(reader);
        case 2 -> builder.header = Json.STRING.fromJson(reader);
        case 3 -> builder.reference = Json.STRING.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new ErrorSource(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ErrorSource value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.parameter != null) {
      writer.name("parameter");
      Json.STRING.toJson(writer, value.parameter);
    }
    if (value.field != null) {
      writer.name("field");
      Json.STRING.toJson(writer, value.field);
    }
    if (value.header != null) {
      writer.name("header");
      Json.STRING.toJson(writer, value.header);
    }
    if (value.reference != null) {
      writer.name("reference");
      Json.STRING.toJson(writer, value.reference);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(ErrorSource)";
  }
}
