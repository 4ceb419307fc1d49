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
final class ChosenSuggestionJsonAdapter extends JsonAdapter<ChosenSuggestion> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<ChosenSuggestion> INSTANCE = new ChosenSuggestionJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("text", "postbackData", "pairedMessageId");

  private ChosenSuggestionJsonAdapter() {}

  @Override
  public @Nullable ChosenSuggestion fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    ChosenSuggestion.Builder builder = new ChosenSuggestion.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.text = Json.STRING.fromJson(reader);
        case 1 -> builder.postbackData = Json.STRING.fromJson(reader);
        case 2 -> {
          builder.nullProperties =
              Json.nullOrNot(builder.nullProperties, "pairedMessageId", reader);
          builder.pairedMessageId = Json.STRING.fromJson(reader);
        }
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new ChosenSuggestion(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ChosenSuggestion value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.text != null) {
      writer.name("text");
      Json.STRING.toJson(writer, value.text);
    }
    if (value.postbackData != null) {
      writer.name("postbackData");
      Json.STRING.toJson(writer, value.postbackData);
    }
    if (value.pairedMessageId != null || value.nullProperties.contains("pairedMessageId")) {
      Json.writeNullable(writer, "pairedMessageId", Json.STRING, value.pairedMessageId);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(ChosenSuggestion)";
  }
}
