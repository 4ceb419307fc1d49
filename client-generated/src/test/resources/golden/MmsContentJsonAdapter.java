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
final class MmsContentJsonAdapter extends JsonAdapter<MmsContent> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MmsContent> INSTANCE = new MmsContentJsonAdapter();
  static final JsonReader.Options NAMES = JsonReader.Options.of("text", "media");

  private MmsContentJsonAdapter() {}

  @Override
  public @Nullable MmsContent fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MmsContent.Builder builder = new MmsContent.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.text = Json.STRING.fromJson(reader);
        case 1 -> builder.media = MmsFileJsonAdapter.LIST.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MmsContent(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MmsContent value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.text != null) {
      writer.name("text");
      Json.STRING.toJson(writer, value.text);
    }
    if (value.media != null) {
      writer.name("media");
      MmsFileJsonAdapter.LIST.toJson(writer, value.media);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MmsContent)";
  }
}
