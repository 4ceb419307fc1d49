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
final class CardMediaJsonAdapter extends JsonAdapter<CardMedia> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<CardMedia> INSTANCE = new CardMediaJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("fileUrl", "thumbnailUrl", "height");

  private CardMediaJsonAdapter() {}

  @Override
  public @Nullable CardMedia fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    CardMedia.Builder builder = new CardMedia.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.fileUrl = Json.LINK.fromJson(Json.withoutNull(reader));
        case 1 -> builder.thumbnailUrl = Json.LINK.fromJson(Json.withoutNull(reader));
        case 2 ->
            builder.height = CardMediaHeightJsonAdapter.INSTANCE.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new CardMedia(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable CardMedia value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.fileUrl != null) {
      writer.name("fileUrl");
      Json.LINK.toJson(writer, value.fileUrl);
    }
    if (value.thumbnailUrl != null) {
      writer.name("thumbnailUrl");
      Json.LINK.toJson(writer, value.thumbnailUrl);
    }
    if (value.height != null) {
      writer.name("height");
      CardMediaHeightJsonAdapter.INSTANCE.toJson(writer, value.height);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(CardMedia)";
  }
}
