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
final class CardContentJsonAdapter extends JsonAdapter<CardContent> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<CardContent> INSTANCE = new CardContentJsonAdapter();
  static final JsonAdapter<List<CardContent>> LIST = Json.list(INSTANCE);
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("title", "description", "media", "suggestions");

  private CardContentJsonAdapter() {}

  @Override
  public @Nullable CardContent fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    CardContent.Builder builder = new CardContent.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.title = Json.STRING.fromJson(Json.withoutNull(reader));
        case 1 -> builder.description = Json.STRING.fromJson(Json.withoutNull(reader));
        case 2 -> builder.media = CardMediaJsonAdapter.INSTANCE.fromJson(Json.withoutNull(reader));
        case 3 ->
            builder.suggestions =
                SuggestedActionJsonAdapter.LIST.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new CardContent(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable CardContent value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.title != null) {
      writer.name("title");
      Json.STRING.toJson(writer, value.title);
    }
    if (value.description != null) {
      writer.name("description");
      Json.STRING.toJson(writer, value.description);
    }
    if (value.media != null) {
      writer.name("media");
      CardMediaJsonAdapter.INSTANCE.toJson(writer, value.media);
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
    return "JsonAdapter(CardContent)";
  }
}
