package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Reads the body of a 2xx response as leniently as possible, because the message was sent. */
final class ResponseReader<M> {
  private final JsonAdapter<M> messages;
  private final Function<M, @Nullable String> id;

  ResponseReader(JsonAdapter<M> messages, Function<M, @Nullable String> id) {
    this.messages = messages;
    this.id = id;
  }

  /**
   * Returns the message if the body has one, with an ID in it.
   *
   * @throws IOException if the body is not JSON
   * @throws JsonDataException if it is other JSON
   */
  @Nullable M read(ByteString json) throws IOException {
    M message;
    try {
      message = whole(messages, json);
    } catch (JsonDataException e) {
      JsonAdapter<Object> values = RetrofitClient.moshi().adapter(Object.class);
      if (!(whole(values, json) instanceof Map<?, ?> properties)) {
        throw e;
      }
      message = messages.fromJsonValue(readable(properties, UnaryOperator.identity()));
    }
    // The generated reader lets a missing ID through, but without it the message cannot be
    // identified.
    String found = message == null ? null : id.apply(message);
    return found == null || found.isBlank() ? null : message;
  }

  /** Returns what a parser says, without its advice, which is for who calls it. */
  static @Nullable String why(Exception e) {
    String message = e.getMessage();
    return message == null
        ? null
        : message.replace(
            "Use JsonReader.setLenient(true) to accept malformed JSON", "malformed JSON");
  }

  private static <T> @Nullable T whole(JsonAdapter<T> adapter, ByteString json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    T value = adapter.fromJson(reader);
    if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new JsonDataException("More than one value");
    }
    return value;
  }

  /**
   * Returns the ID in the part of a response that arrived, wherever it breaks off.
   *
   * @param path the names of the properties that lead to the ID
   */
  static @Nullable String findId(ByteString json, String... path) {
    try (JsonReader reader = JsonReader.of(new Buffer().write(json))) {
      int depth = 0;
      reader.beginObject();
      while (reader.hasNext()) {
        boolean isOnPath = reader.nextName().equals(path[depth]);
        JsonReader.Token next = reader.peek();
        if (isOnPath && depth < path.length - 1 && next == JsonReader.Token.BEGIN_OBJECT) {
          reader.beginObject();
          depth++;
        } else if (isOnPath
            && depth == path.length - 1
            && (next == JsonReader.Token.STRING || next == JsonReader.Token.NUMBER)) {
          String id = reader.nextString();
          return id.isBlank() ? null : id;
        } else {
          reader.skipValue();
        }
      }
    } catch (IOException | RuntimeException noMore) {
      // What arrived has no ID.
    }
    return null;
  }

  /**
   * Returns whether there is anything in an array, as far as a response arrived.
   *
   * @param name the property that is the array
   */
  static boolean hasElement(ByteString json, String name) {
    try (JsonReader reader = JsonReader.of(new Buffer().write(json))) {
      reader.beginObject();
      while (reader.hasNext()) {
        if (reader.nextName().equals(name) && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
          reader.beginArray();
          return reader.hasNext();
        }
        reader.skipValue();
      }
    } catch (IOException | RuntimeException noMore) {
      // What arrived has no element.
    }
    return false;
  }

  /**
   * Without the properties that have another JSON type than the document says.
   *
   * @param within returns the whole body with these properties in their place
   */
  private Map<String, @Nullable Object> readable(
      Map<?, ?> properties, UnaryOperator<Object> within) {
    Map<String, @Nullable Object> readable = new LinkedHashMap<>();
    properties.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          UnaryOperator<@Nullable Object> place =
              property -> within.apply(Collections.singletonMap(name, property));
          if (isReadable(place.apply(value))) {
            readable.put(name, value);
          } else if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> some = readable(members, place);
            if (isReadable(place.apply(some))) {
              readable.put(name, some);
            }
          } else if (value != null && isReadable(place.apply(List.of(value)))) {
            readable.put(name, List.of(value));
          } else if (value instanceof Number && isReadable(place.apply(value.toString()))) {
            readable.put(name, value.toString());
          }
        });
    return readable;
  }

  private boolean isReadable(@Nullable Object body) {
    try {
      M unused = messages.fromJsonValue(body);
      return true;
    } catch (JsonDataException e) {
      return false;
    }
  }
}
