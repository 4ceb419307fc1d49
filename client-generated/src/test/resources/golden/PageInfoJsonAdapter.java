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
final class PageInfoJsonAdapter extends JsonAdapter<PageInfo> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<PageInfo> INSTANCE = new PageInfoJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("prevPage", "nextPage", "prevPageToken", "nextPageToken");

  private PageInfoJsonAdapter() {}

  @Override
  public @Nullable PageInfo fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    PageInfo.Builder builder = new PageInfo.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.prevPage = Json.STRING.fromJson(reader);
        case 1 -> builder.nextPage = Json.STRING.fromJson(reader);
        case 2 -> builder.prevPageToken = Json.STRING.fromJson(reader);
        case 3 -> builder.nextPageToken = Json.STRING.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new PageInfo(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable PageInfo value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.prevPage != null) {
      writer.name("prevPage");
      Json.STRING.toJson(writer, value.prevPage);
    }
    if (value.nextPage != null) {
      writer.name("nextPage");
      Json.STRING.toJson(writer, value.nextPage);
    }
    if (value.prevPageToken != null) {
      writer.name("prevPageToken");
      Json.STRING.toJson(writer, value.prevPageToken);
    }
    if (value.nextPageToken != null) {
      writer.name("nextPageToken");
      Json.STRING.toJson(writer, value.nextPageToken);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(PageInfo)";
  }
}
