// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Generated
final class MessageRequestJsonAdapter extends JsonAdapter<MessageRequest> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessageRequest> INSTANCE = new MessageRequestJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "from", "to", "text", "applicationId", "media", "tag", "priority", "expiration");

  private MessageRequestJsonAdapter() {}

  @Override
  public @Nullable MessageRequest fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MessageRequest.Builder builder = new MessageRequest.Builder();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.from = Json.STRING.fromJson(reader);
        case 1 -> builder.to = RecipientsJsonAdapter.INSTANCE.fromJson(reader);
        case 2 -> builder.text = Json.STRING.fromJson(reader);
        case 3 -> builder.applicationId = Json.STRING.fromJson(reader);
        case 4 -> builder.media = Json.LINK_LIST.fromJson(reader);
        case 5 -> builder.tag = Json.STRING.fromJson(reader);
        case 6 -> builder.priority = PriorityJsonAdapter.INSTANCE.fromJson(reader);
        case 7 -> builder.expiration = Json.DATE_TIME.fromJson(reader);
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    return new MessageRequest(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessageRequest value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.from != null) {
      writer.name("from");
      Json.STRING.toJson(writer, value.from);
    }
    if (value.to != null) {
      writer.name("to");
      RecipientsJsonAdapter.INSTANCE.toJson(writer, value.to);
    }
    if (value.text != null) {
      writer.name("text");
      Json.STRING.toJson(writer, value.text);
    }
    if (value.applicationId != null) {
      writer.name("applicationId");
      Json.STRING.toJson(writer, value.applicationId);
    }
    if (value.media != null) {
      writer.name("media");
      Json.LINK_LIST.toJson(writer, value.media);
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
    return "JsonAdapter(MessageRequest)";
  }
}
