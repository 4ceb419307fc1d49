// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Generated
final class MessageTypeJsonAdapter extends JsonAdapter<MessageType> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessageType> INSTANCE = new MessageTypeJsonAdapter();
  private static final JsonReader.Options VALUES = JsonReader.Options.of("sms", "mms", "rcs");

  private MessageTypeJsonAdapter() {}

  @Override
  public @Nullable MessageType fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.STRING) {
      int index = reader.selectString(VALUES);
      if (index >= 0) {
        return MessageType.known().get(index);
      }
    }
    String value = Json.STRING.fromJson(reader);
    return value == null ? null : MessageType.of(value);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessageType value) throws IOException {
    Json.STRING.toJson(writer, value == null ? null : value.value());
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessageType)";
  }
}
