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
final class RbmMediaJsonAdapter extends JsonAdapter<RbmMedia> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<RbmMedia> INSTANCE = new RbmMediaJsonAdapter();
  static final JsonReader.Options NAMES = JsonReader.Options.of("media", "suggestions");

  private RbmMediaJsonAdapter() {}

  @Override
  public @Nullable RbmMedia fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    RbmMedia.Builder builder = new RbmMedia.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.media = RbmFileJsonAdapter.LIST.fromJson(Json.withoutNull(reader));
        case 1 ->
            builder.suggestions =
                SuggestedActionJsonAdapter.LIST.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new RbmMedia(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable RbmMedia value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.media != null) {
      writer.name("media");
      RbmFileJsonAdapter.LIST.toJson(writer, value.media);
    }
    if (value.suggestions != null) {
      writer.name("suggestions");
      SuggestedActionJsonAdapter.LIST.toJson(writer, value.suggestions);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(RbmMedia)";
  }
}
