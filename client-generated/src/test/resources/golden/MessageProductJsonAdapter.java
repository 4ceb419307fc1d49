// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Generated
final class MessageProductJsonAdapter extends JsonAdapter<MessageProduct> {
  // Not declared as this class, so that those who name it need not load it.
  static final JsonAdapter<MessageProduct> INSTANCE = new MessageProductJsonAdapter();
  private static final JsonReader.Options VALUES =
      JsonReader.Options.of(
          "LOCAL_A2P",
          "P2P",
          "SHORT_CODE_REACH",
          "TOLL_FREE",
          "HOSTED_SHORT_CODE",
          "ALPHA_NUMERIC",
          "RBM_MEDIA",
          "RBM_RICH",
          "RBM_CONVERSATIONAL");

  private MessageProductJsonAdapter() {}

  @Override
  public @Nullable MessageProduct fromJson(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.STRING) {
      int index = reader.selectString(VALUES);
      if (index >= 0) {
        return MessageProduct.known().get(index);
      }
    }
    String value = Json.STRING.fromJson(reader);
    return value == null ? null : MessageProduct.of(value);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable MessageProduct value) throws IOException {
    Json.STRING.toJson(writer, value == null ? null : value.value());
  }

  @Override
  public String toString() {
    return "JsonAdapter(MessageProduct)";
  }
}
