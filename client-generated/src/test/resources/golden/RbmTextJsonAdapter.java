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
final class RbmTextJsonAdapter extends JsonAdapter<RbmText> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<RbmText> INSTANCE = new RbmTextJsonAdapter();
  static final JsonReader.Options NAMES = JsonReader.Options.of("text", "suggestions");

  private RbmTextJsonAdapter() {}

  @Override
  public @Nullable RbmText fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    RbmText.Builder builder = new RbmText.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.text = Json.STRING.fromJson(Json.withoutNull(reader));
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
    return new RbmText(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable RbmText value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.text != null) {
      writer.name("text");
      Json.STRING.toJson(writer, value.text);
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
    return "JsonAdapter(RbmText)";
  }
}
