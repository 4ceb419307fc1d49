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
final class ChannelReceiptJsonAdapter extends JsonAdapter<ChannelReceipt> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<ChannelReceipt> INSTANCE = new ChannelReceiptJsonAdapter();
  static final JsonAdapter<List<ChannelReceipt>> LIST = Json.list(INSTANCE);

  private ChannelReceiptJsonAdapter() {}

  @Override
  public @Nullable ChannelReceipt fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case BEGIN_OBJECT -> {
        String type = Json.text(reader, "channel");
        if ("RBM".equals(type)) {
          return RbmChannelReceiptJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("SMS".equals(type)) {
          return SmsChannelReceiptJsonAdapter.INSTANCE.fromJson(reader);
        }
        if ("MMS".equals(type)) {
          return MmsChannelReceiptJsonAdapter.INSTANCE.fromJson(reader);
        }
      }
      default -> {}
    }
    return new ChannelReceipt.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable ChannelReceipt value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof RbmChannelReceipt alternative) {
      RbmChannelReceiptJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof SmsChannelReceipt alternative) {
      SmsChannelReceiptJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof MmsChannelReceipt alternative) {
      MmsChannelReceiptJsonAdapter.INSTANCE.toJson(writer, alternative);
    } else if (value instanceof ChannelReceipt.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of ChannelReceipt at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(ChannelReceipt)";
  }
}
