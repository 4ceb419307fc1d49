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
final class SmsChannelMessageJsonAdapter extends JsonAdapter<SmsChannelMessage> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<SmsChannelMessage> INSTANCE = new SmsChannelMessageJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("from", "applicationId", "channel", "content");

  private SmsChannelMessageJsonAdapter() {}

  @Override
  public @Nullable SmsChannelMessage fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    SmsChannelMessage.Builder builder = new SmsChannelMessage.Builder();
    builder.channel = null;
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.from = Json.STRING.fromJson(reader);
        case 1 -> builder.applicationId = Json.STRING.fromJson(reader);
        case 2 -> builder.channel = Json.STRING.fromJson(reader);
        case 3 -> builder.content = SmsContentJsonAdapter.INSTANCE.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new SmsChannelMessage(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable SmsChannelMessage value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.from != null) {
      writer.name("from");
      Json.STRING.toJson(writer, value.from);
    }
    if (value.applicationId != null) {
      writer.name("applicationId");
      Json.STRING.toJson(writer, value.applicationId);
    }
    if (value.channel != null) {
      writer.name("channel");
      Json.STRING.toJson(writer, value.channel);
    }
    if (value.content != null) {
      writer.name("content");
      SmsContentJsonAdapter.INSTANCE.toJson(writer, value.content);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(SmsChannelMessage)";
  }
}
