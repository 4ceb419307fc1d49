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
final class MultiChannelErrorJsonAdapter extends JsonAdapter<MultiChannelError> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MultiChannelError> INSTANCE = new MultiChannelErrorJsonAdapter();
  static final JsonReader.Options NAMES = JsonReader.Options.of("links", "data", "errors");

  private MultiChannelErrorJsonAdapter() {}

  @Override
  public @Nullable MultiChannelError fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MultiChannelError.Builder builder = new MultiChannelError.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.links = LinkJsonAdapter.LIST.fromJson(reader);
        case 1 -> {
          builder.nullProperties = Json.nullOrNot(builder.nullProperties, "data", reader);
          builder.data = Json.ANY_MAP.fromJson(reader);
        }
        case 2 -> builder.errors = MultiChannelErrorDetailJsonAdapter.LIST.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MultiChannelError(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MultiChannelError value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.links != null) {
      writer.name("links");
      LinkJsonAdapter.LIST.toJson(writer, value.links);
    }
    if (value.data != null || value.nullProperties.contains("data")) {
      Json.writeNullable(writer, "data", Json.ANY_MAP, value.data);
    }
    if (value.errors != null) {
      writer.name("errors");
      MultiChannelErrorDetailJsonAdapter.LIST.toJson(writer, value.errors);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MultiChannelError)";
  }
}
