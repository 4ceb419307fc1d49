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
final class MessagePageJsonAdapter extends JsonAdapter<MessagePage> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessagePage> INSTANCE = new MessagePageJsonAdapter();
  static final JsonReader.Options NAMES =
      JsonReader.Options.of("totalCount", "pageInfo", "messages");

  private MessagePageJsonAdapter() {}

  @Override
  public @Nullable MessagePage fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MessagePage.Builder builder = new MessagePage.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.totalCount = Json.LONG.fromJson(reader);
        case 1 -> builder.pageInfo = PageInfoJsonAdapter.INSTANCE.fromJson(reader);
        case 2 -> builder.messages = MessageSummaryJsonAdapter.LIST.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MessagePage(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessagePage value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.totalCount != null) {
      writer.name("totalCount");
      Json.LONG.toJson(writer, value.totalCount);
    }
    if (value.pageInfo != null) {
      writer.name("pageInfo");
      PageInfoJsonAdapter.INSTANCE.toJson(writer, value.pageInfo);
    }
    if (value.messages != null) {
      writer.name("messages");
      MessageSummaryJsonAdapter.LIST.toJson(writer, value.messages);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessagePage)";
  }
}
