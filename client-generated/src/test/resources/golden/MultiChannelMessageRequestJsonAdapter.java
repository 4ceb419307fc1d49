// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Generated
final class MultiChannelMessageRequestJsonAdapter extends JsonAdapter<MultiChannelMessageRequest> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MultiChannelMessageRequest> INSTANCE =
      new MultiChannelMessageRequestJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("to", "channelList", "tag", "priority", "expiration");

  private MultiChannelMessageRequestJsonAdapter() {}

  @Override
  public @Nullable MultiChannelMessageRequest fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MultiChannelMessageRequest.Builder builder = new MultiChannelMessageRequest.Builder();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.to = Json.STRING.fromJson(reader);
        case 1 -> builder.channelList = ChannelMessageJsonAdapter.LIST.fromJson(reader);
        case 2 -> builder.tag = Json.STRING.fromJson(reader);
        case 3 -> builder.priority = PriorityJsonAdapter.INSTANCE.fromJson(reader);
        case 4 -> builder.expiration = Json.DATE_TIME.fromJson(reader);
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    return new MultiChannelMessageRequest(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MultiChannelMessageRequest value)
      throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.to != null) {
      writer.name("to");
      Json.STRING.toJson(writer, value.to);
    }
    if (value.channelList != null) {
      writer.name("channelList");
      ChannelMessageJsonAdapter.LIST.toJson(writer, value.channelList);
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
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MultiChannelMessageRequest)";
  }
}
