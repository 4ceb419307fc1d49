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
final class MessageJsonAdapter extends JsonAdapter<Message> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<Message> INSTANCE = new MessageJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "id",
          "owner",
          "time",
          "direction",
          "to",
          "from",
          "text",
          "applicationId",
          "media",
          "tag",
          "segmentCount",
          "priority",
          "expiration",
          "channel",
          "suggestionResponse",
          "locationResponse");

  private MessageJsonAdapter() {}

  @Override
  public @Nullable Message fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    Message.Builder builder = new Message.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.id = Json.STRING.fromJson(reader);
        case 1 -> builder.owner = Json.STRING.fromJson(reader);
        case 2 -> builder.time = Json.DATE_TIME.fromJson(reader);
        case 3 -> builder.direction = DirectionJsonAdapter.INSTANCE.fromJson(reader);
        case 4 -> builder.to = Json.STRING_LIST.fromJson(reader);
        case 5 -> builder.from = Json.STRING.fromJson(reader);
        case 6 -> builder.text = Json.STRING.fromJson(reader);
        case 7 -> builder.applicationId = Json.STRING.fromJson(reader);
        case 8 -> builder.media = Json.STRING_LIST.fromJson(reader);
        case 9 -> builder.tag = Json.STRING.fromJson(reader);
        case 10 -> builder.segmentCount = Json.INTEGER.fromJson(reader);
        case 11 -> builder.priority = PriorityJsonAdapter.INSTANCE.fromJson(reader);
        case 12 -> builder.expiration = Json.DATE_TIME.fromJson(reader);
        case 13 -> builder.channel = Json.STRING.fromJson(reader);
        case 14 ->
            builder.suggestionResponse = ChosenSuggestionJsonAdapter.INSTANCE.fromJson(reader);
        case 15 -> builder.locationResponse = SharedLocationJsonAdapter.INSTANCE.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new Message(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Message value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.id != null) {
      writer.name("id");
      Json.STRING.toJson(writer, value.id);
    }
    if (value.owner != null) {
      writer.name("owner");
      Json.STRING.toJson(writer, value.owner);
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
      Json.STRING_LIST.toJson(writer, value.to);
    }
    if (value.from != null) {
      writer.name("from");
      Json.STRING.toJson(writer, value.from);
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
      Json.STRING_LIST.toJson(writer, value.media);
    }
    if (value.tag != null) {
      writer.name("tag");
      Json.STRING.toJson(writer, value.tag);
    }
    if (value.segmentCount != null) {
      writer.name("segmentCount");
      Json.INTEGER.toJson(writer, value.segmentCount);
    }
    if (value.priority != null) {
      writer.name("priority");
      PriorityJsonAdapter.INSTANCE.toJson(writer, value.priority);
    }
    if (value.expiration != null) {
      writer.name("expiration");
      Json.DATE_TIME.toJson(writer, value.expiration);
    }
    if (value.channel != null) {
      writer.name("channel");
      Json.STRING.toJson(writer, value.channel);
    }
    if (value.suggestionResponse != null) {
      writer.name("suggestionResponse");
      ChosenSuggestionJsonAdapter.INSTANCE.toJson(writer, value.suggestionResponse);
    }
    if (value.locationResponse != null) {
      writer.name("locationResponse");
      SharedLocationJsonAdapter.INSTANCE.toJson(writer, value.locationResponse);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(Message)";
  }
}
