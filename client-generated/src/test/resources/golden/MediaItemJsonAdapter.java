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
final class MediaItemJsonAdapter extends JsonAdapter<MediaItem> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MediaItem> INSTANCE = new MediaItemJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("content", "contentLength", "mediaName");

  private MediaItemJsonAdapter() {}

  @Override
  public @Nullable MediaItem fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MediaItem.Builder builder = new MediaItem.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.content = Json.STRING.fromJson(reader);
        case 1 -> builder.contentLength = Json.LONG.fromJson(reader);
        case 2 -> builder.mediaName = Json.STRING.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MediaItem(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MediaItem value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.content != null) {
      writer.name("content");
      Json.STRING.toJson(writer, value.content);
    }
    if (value.contentLength != null) {
      writer.name("contentLength");
      Json.LONG.toJson(writer, value.contentLength);
    }
    if (value.mediaName != null) {
      writer.name("mediaName");
      Json.STRING.toJson(writer, value.mediaName);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MediaItem)";
  }
}
