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
final class ReplyActionJsonAdapter extends JsonAdapter<ReplyAction> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<ReplyAction> INSTANCE = new ReplyActionJsonAdapter();
  static final JsonReader.Options NAMES = JsonReader.Options.of("type", "text", "postbackData");

  private ReplyActionJsonAdapter() {}

  @Override
  public @Nullable ReplyAction fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    ReplyAction.Builder builder = new ReplyAction.Builder();
    builder.type = null;
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.type = Json.STRING.fromJson(Json.withoutNull(reader));
        case 1 -> builder.text = Json.STRING.fromJson(Json.withoutNull(reader));
        case 2 -> builder.postbackData = Json.BASE64.fromJson(Json.withoutNull(reader));
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new ReplyAction(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ReplyAction value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.type != null) {
      writer.name("type");
      Json.STRING.toJson(writer, value.type);
    }
    if (value.text != null) {
      writer.name("text");
      Json.STRING.toJson(writer, value.text);
    }
    if (value.postbackData != null) {
      writer.name("postbackData");
      Json.BASE64.toJson(writer, value.postbackData);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(ReplyAction)";
  }
}
