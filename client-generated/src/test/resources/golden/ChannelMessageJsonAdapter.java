// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Generated
final class ChannelMessageJsonAdapter extends JsonAdapter<ChannelMessage> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<ChannelMessage> INSTANCE = new ChannelMessageJsonAdapter();
  static final JsonAdapter<List<ChannelMessage>> LIST = Json.list(INSTANCE);

  private ChannelMessageJsonAdapter() {}

  @Override
  public @Nullable ChannelMessage fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        String type = Json.text(reader, "channel");
        if ("RBM".equals(type)) {
          return RbmChannelMessageJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("SMS".equals(type)) {
          return SmsChannelMessageJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("MMS".equals(type)) {
          return MmsChannelMessageJsonAdapter.INSTANCE.fromJson(reader);
        }
      }
      default -> {}
    }
    return new ChannelMessage.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ChannelMessage value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof RbmChannelMessage alternative) {
      RbmChannelMessageJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof SmsChannelMessage alternative) {
      SmsChannelMessageJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MmsChannelMessage alternative) {
      MmsChannelMessageJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof ChannelMessage.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of ChannelMessage at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(ChannelMessage)";
  }
}
