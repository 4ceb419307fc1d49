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
final class RbmCardJsonAdapter extends JsonAdapter<RbmCard> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<RbmCard> INSTANCE = new RbmCardJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("orientation", "thumbnailImageAlignment", "cardContent", "suggestions");

  private RbmCardJsonAdapter() {}

  @Override
  public @Nullable RbmCard fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    RbmCard.Builder builder = new RbmCard.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 ->
            builder.orientation =
                CardOrientationJsonAdapter.INSTANCE.fromJson(Json.withoutNull(reader));
        case 1 ->
            builder.thumbnailImageAlignment =
                ThumbnailAlignmentJsonAdapter.INSTANCE.fromJson(Json.withoutNull(reader));
        case 2 ->
            builder.cardContent =
                CardContentJsonAdapter.INSTANCE.fromJson(Json.withoutNull(reader));
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
    return new RbmCard(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable RbmCard value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.orientation != null) {
      writer.name("orientation");
      CardOrientationJsonAdapter.INSTANCE.toJson(writer, value.orientation);
    }
    if (value.thumbnailImageAlignment != null) {
      writer.name("thumbnailImageAlignment");
      ThumbnailAlignmentJsonAdapter.INSTANCE.toJson(writer, value.thumbnailImageAlignment);
    }
    if (value.cardContent != null) {
      writer.name("cardContent");
      CardContentJsonAdapter.INSTANCE.toJson(writer, value.cardContent);
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
    return "JsonAdapter(RbmCard)";
  }
}
