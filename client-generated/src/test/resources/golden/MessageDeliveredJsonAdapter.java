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
final class MessageDeliveredJsonAdapter extends JsonAdapter<MessageDelivered> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessageDelivered> INSTANCE = new MessageDeliveredJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("type", "time", "description", "to", "carrierName", "message");

  private MessageDeliveredJsonAdapter() {}

  @Override
  public @Nullable MessageDelivered fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MessageDelivered.Builder builder = new MessageDelivered.Builder();
    builder.type = null;
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.type = Json.STRING.fromJson(reader);
        case 1 -> builder.time = Json.DATE_TIME.fromJson(reader);
        case 2 -> builder.description = Json.STRING.fromJson(reader);
        case 3 -> builder.to = Json.STRING.fromJson(reader);
        case 4 -> builder.carrierName = Json.STRING.fromJson(reader);
        case 5 -> builder.message = MessageJsonAdapter.INSTANCE.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MessageDelivered(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessageDelivered value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.type != null) {
      writer.name("type");
      Json.STRING.toJson(writer, value.type);
    }
    if (value.time != null) {
      writer.name("time");
      Json.DATE_TIME.toJson(writer, value.time);
    }
    if (value.description != null) {
      writer.name("description");
      Json.STRING.toJson(writer, value.description);
    }
    if (value.to != null) {
      writer.name("to");
      Json.STRING.toJson(writer, value.to);
    }
    if (value.carrierName != null) {
      writer.name("carrierName");
      Json.STRING.toJson(writer, value.carrierName);
    }
    if (value.message != null) {
      writer.name("message");
      MessageJsonAdapter.INSTANCE.toJson(writer, value.message);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessageDelivered)";
  }
}
