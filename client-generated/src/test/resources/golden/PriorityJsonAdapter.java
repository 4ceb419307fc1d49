package io.github.bandwidthmessaging.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class PriorityJsonAdapter extends JsonAdapter<Priority> {
  static final PriorityJsonAdapter INSTANCE = new PriorityJsonAdapter();
  private static final JsonReader.Options VALUES = JsonReader.Options.of("default", "high");

  private PriorityJsonAdapter() {}

  @Override
  public @Nullable Priority fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    return switch (reader.selectString(VALUES)) {
      case 0 -> Priority.DEFAULT;
      case 1 -> Priority.HIGH;
      default -> Priority.of(reader.nextString());
    };
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Priority value) throws IOException {
    Json.STRING.toJson(writer, value == null ? null : value.value());
  }
}
