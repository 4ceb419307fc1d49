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
final class RecipientsJsonAdapter extends JsonAdapter<Recipients> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<Recipients> INSTANCE = new RecipientsJsonAdapter();

  private RecipientsJsonAdapter() {}

  @Override
  public @Nullable Recipients fromJson(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case NULL -> {
        return reader.nextNull();
      }
      case STRING -> {
        return new Recipients.One(Json.STRING.fromJson(reader));
      }
      case BEGIN_ARRAY -> {
        List<String> stringListValue = Json.attempt(reader, Json.STRING_LIST);
        if (stringListValue != null && !Json.holdsNull(stringListValue)) {
          reader.skipValue();
          return new Recipients.Several(stringListValue);
        }
      }
      default -> {}
    }
    return new Recipients.Unknown(Objects.requireNonNull(Json.ANY.fromJson(reader)));
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Recipients value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof Recipients.One alternative) {
      Json.STRING.toJson(writer, alternative.value());
    } else if (value instanceof Recipients.Several alternative) {
      Json.STRING_LIST.toJson(writer, alternative.value());
    } else if (value instanceof Recipients.Unknown unknown) {
      Json.ANY.toJson(writer, unknown.json());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getName()
              + " is not an alternative of Recipients at path "
              + writer.getPath());
    }
  }

  @Override
  public String toString() {
    return "JsonAdapter(Recipients)";
  }
}
