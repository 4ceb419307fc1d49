// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Generated
final class MmsFileJsonAdapter extends JsonAdapter<MmsFile> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MmsFile> INSTANCE = new MmsFileJsonAdapter();
  static final JsonAdapter<List<MmsFile>> LIST = Json.list(INSTANCE);
  static final JsonReader.Options NAMES = JsonReader.Options.of("fileUrl");

  private MmsFileJsonAdapter() {}

  @Override
  public @Nullable MmsFile fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    MmsFile.Builder builder = new MmsFile.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.fileUrl = Json.LINK.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new MmsFile(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MmsFile value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.fileUrl != null) {
      writer.name("fileUrl");
      Json.LINK.toJson(writer, value.fileUrl);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(MmsFile)";
  }
}
