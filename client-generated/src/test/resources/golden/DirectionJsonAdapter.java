package io.github.bandwidthmessaging.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

final class DirectionJsonAdapter extends JsonAdapter<Direction> {
  static final DirectionJsonAdapter INSTANCE = new DirectionJsonAdapter();
  private static final JsonReader.Options VALUES = JsonReader.Options.of("in", "out");

  private DirectionJsonAdapter() {}

  @Override
  public @Nullable Direction fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NULL) {
      return reader.nextNull();
    }
    return switch (reader.selectString(VALUES)) {
      case 0 -> Direction.IN;
      case 1 -> Direction.OUT;
      default -> Direction.of(reader.nextString());
    };
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Direction value) throws IOException {
    Json.STRING.toJson(writer, value == null ? null : value.value());
  }
}
