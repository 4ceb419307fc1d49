// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Generated
final class MessageEventJsonAdapter extends JsonAdapter<MessageEvent> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessageEvent> INSTANCE = new MessageEventJsonAdapter();

  private MessageEventJsonAdapter() {}

  @Override
  public @Nullable MessageEvent fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        String type = Json.text(reader, "type");
        if ("message-received".equals(type)) {
          return MessageReceivedJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("message-sending".equals(type)) {
          return MessageSendingJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("message-sent".equals(type)) {
          return MessageSentJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("message-delivered".equals(type)) {
          return MessageDeliveredJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("message-failed".equals(type)) {
          return MessageFailedJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("message-read".equals(type)) {
          return MessageReadJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("suggestion-response".equals(type)) {
          return SuggestionResponseJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("requested-location-response".equals(type)) {
          return LocationResponseJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("request-location-response".equals(type)) {
          return LocationResponseJsonAdapter.INSTANCE.fromJson(reader);
        }
      }
      default -> {}
    }
    return new MessageEvent.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessageEvent value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof MessageReceived alternative) {
      MessageReceivedJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MessageSending alternative) {
      MessageSendingJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MessageSent alternative) {
      MessageSentJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MessageDelivered alternative) {
      MessageDeliveredJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MessageFailed alternative) {
      MessageFailedJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MessageRead alternative) {
      MessageReadJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof SuggestionResponse alternative) {
      SuggestionResponseJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof LocationResponse alternative) {
      LocationResponseJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MessageEvent.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of MessageEvent at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessageEvent)";
  }
}
