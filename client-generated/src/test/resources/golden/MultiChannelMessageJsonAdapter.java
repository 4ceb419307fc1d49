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
final class MultiChannelMessageJsonAdapter extends JsonAdapter<MultiChannelMessage> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MultiChannelMessage> INSTANCE = new MultiChannelMessageJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "id", "time", "direction", "to", "channelList", "tag", "priority", "expiration");

  private MultiChannelMessageJsonAdapter() {}

  @Override
  public @Nullable MultiChannelMessage fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MultiChannelMessage.Builder builder = new MultiChannelMessage.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.id = Json.STRING.fromJson(reader);
        case 1 -> builder.time = Json.DATE_TIME.fromJson(reader);
        case 2 -> builder.direction = DirectionJsonAdapter.INSTANCE.fromJson(reader);
        case 3 -> builder.to = Json.STRING_SET.fromJson(reader);
        case 4 -> builder.channelList = ChannelReceiptJsonAdapter.LIST.fromJson(reader);
        case 5 -> builder.tag = Json.STRING.fromJson(reader);
        case 6 -> builder.priority = PriorityJsonAdapter.INSTANCE.fromJson(reader);
        case 7 -> builder.expiration = Json.DATE_TIME.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MultiChannelMessage(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MultiChannelMessage value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.id != null) {
      writer.name("id");
      Json.STRING.toJson(writer, value.id);
    }
    if (value.time != null) {
      writer.name("time");
      Json.DATE_TIME.toJson(writer, value.time);
    }
    if (value.direction != null) {
      writer.name("direction");
      DirectionJsonAdapter.INSTANCE.toJson(writer, value.direction);
    }
    if (value.to != null) {
      writer.name("to");
      Json.STRING_SET.toJson(writer, value.to);
    }
    if (value.channelList != null) {
      writer.name("channelList");
      ChannelReceiptJsonAdapter.LIST.toJson(writer, value.channelList);
    }
    if (value.tag != null) {
      writer.name("tag");
      Json.STRING.toJson(writer, value.tag);
    }
    if (value.priority != null) {
      writer.name("priority");
      PriorityJsonAdapter.INSTANCE.toJson(writer, value.priority);
    }
    if (value.expiration != null) {
      writer.name("expiration");
      Json.DATE_TIME.toJson(writer, value.expiration);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MultiChannelMessage)";
  }
}
