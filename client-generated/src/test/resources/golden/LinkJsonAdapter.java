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
final class LinkJsonAdapter extends JsonAdapter<Link> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<Link> INSTANCE = new LinkJsonAdapter();
  static final JsonAdapter<List<Link>> LIST = Json.list(INSTANCE);
  static final JsonReader.Options NAMES = JsonReader.Options.of("rel", "href");

  private LinkJsonAdapter() {}

  @Override
  public @Nullable Link fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    Link.Builder builder = new Link.Builder();
    Map<String, @Nullable Object> unknown = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> builder.rel = Json.STRING.fromJson(reader);
        case 1 -> builder.href = Json.STRING.fromJson(reader);
        default -> unknown = Json.keep(unknown, reader, Json.ANY);
      }
    }
    reader.endObject();
    if (unknown != null) {
      builder.additionalProperties = Collections.unmodifiableMap(unknown);
    }
    return new Link(builder);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Link value) throws IOException {
    if (value == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    if (value.rel != null) {
      writer.name("rel");
      Json.STRING.toJson(writer, value.rel);
    }
    if (value.href != null) {
      writer.name("href");
      Json.STRING.toJson(writer, value.href);
    }
    Json.write(writer, value.additionalProperties, Json.ANY);
    writer.endObject();
  }

  @Override
  public String toString() {
    return "JsonAdapter(Link)";
  }
}
