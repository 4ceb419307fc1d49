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
final class RbmCarouselJsonAdapter extends JsonAdapter<RbmCarousel> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<RbmCarousel> INSTANCE = new RbmCarouselJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("cardWidth", "cardContents", "suggestions");

  private RbmCarouselJsonAdapter() {}

  @Override
  public @Nullable RbmCarousel fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    RbmCarousel.Builder builder = new RbmCarousel.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 ->
            builder.cardWidth = CardWidthJsonAdapter.INSTANCE.fromJson(Json.withoutNull(reader));
        case 1 ->
            builder.cardContents = CardContentJsonAdapter.LIST.fromJson(Json.withoutNull(reader));
        case 2 ->
            builder.suggestions =
                SuggestedActionJsonAdapter.LIST.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new RbmCarousel(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable RbmCarousel value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.cardWidth != null) {
      writer.name("cardWidth");
      CardWidthJsonAdapter.INSTANCE.toJson(writer, value.cardWidth);
    }
    if (value.cardContents != null) {
      writer.name("cardContents");
      CardContentJsonAdapter.LIST.toJson(writer, value.cardContents);
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
    return "JsonAdapter(RbmCarousel)";
  }
}
