package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.api.Message;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads the body of a 2xx response, forgiving whatever can be forgiven: the message is sent. */
final class ResponseReader {
  private final JsonAdapter<Message> messages;
  private final JsonAdapter<Object> values;

  ResponseReader(Moshi moshi) {
    this.messages = moshi.adapter(Message.class);
    this.values = moshi.adapter(Object.class);
  }

  /**
   * Returns the message if the body has one, with an id in it.
   *
   * @throws IOException if the body is not JSON
   * @throws JsonDataException if it is other JSON
   */
  @Nullable Message read(ByteString json) throws IOException {
    Message message;
    try {
      message = whole(messages, json);
    } catch (JsonDataException e) {
      if (!(whole(values, json) instanceof Map<?, ?> properties)) {
        throw e;
      }
      message = messages.fromJsonValue(readable(properties));
    }
    // The generated reader lets a missing id through, but without it the message cannot be
    // identified.
    return message == null || message.id() == null || message.id().isBlank() ? null : message;
  }

  private static <T> @Nullable T whole(JsonAdapter<T> adapter, ByteString json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    T value = adapter.fromJson(reader);
    if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new JsonDataException("More than one value");
    }
    return value;
  }

  /** Returns the id in the part of a response that arrived, wherever it breaks off. */
  static @Nullable String findId(ByteString json) {
    try (JsonReader reader = JsonReader.of(new Buffer().write(json))) {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals("id")
            && (reader.peek() == JsonReader.Token.STRING
                || reader.peek() == JsonReader.Token.NUMBER)) {
          String id = reader.nextString();
          return id.isBlank() ? null : id;
        }
        reader.skipValue();
      }
    } catch (IOException | RuntimeException noMore) {
      // What came so far had no id.
    }
    return null;
  }

  /** Without the properties that have another JSON type than the document says. */
  private Map<String, @Nullable Object> readable(Map<?, ?> properties) {
    Map<String, @Nullable Object> readable = new LinkedHashMap<>();
    properties.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (isReadable(name, value)) {
            readable.put(name, value);
          } else if (value != null && isReadable(name, List.of(value))) {
            readable.put(name, List.of(value));
          } else if (value instanceof Number && isReadable(name, value.toString())) {
            readable.put(name, value.toString());
          }
        });
    return readable;
  }

  private boolean isReadable(String name, @Nullable Object value) {
    try {
      Message unused = messages.fromJsonValue(Collections.singletonMap(name, value));
      return true;
    } catch (JsonDataException e) {
      return false;
    }
  }
}
