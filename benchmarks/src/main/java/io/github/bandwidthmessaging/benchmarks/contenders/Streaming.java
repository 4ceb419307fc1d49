package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** Moshi's reader and writer, used by hand: the limit for these two. */
public final class Streaming implements Contender {
  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "id",
          "owner",
          "time",
          "direction",
          "to",
          "from",
          "text",
          "applicationId",
          "media",
          "tag",
          "segmentCount",
          "priority",
          "expiration");
  private static final JsonReader.Options DIRECTIONS = JsonReader.Options.of("in", "out");

  @Override
  public Callable<?> reading(String receipt) {
    byte[] bytes = receipt.getBytes(UTF_8);
    return () -> receipt(JsonReader.of(new Buffer().write(bytes)));
  }

  @Override
  public Callable<?> writing(String request) throws IOException {
    MessageToSend message = message(JsonReader.of(new Buffer().writeUtf8(request)));
    Buffer buffer = new Buffer();
    return () -> {
      write(JsonWriter.of(buffer), message);
      return sent(buffer);
    };
  }

  @Override
  public Callable<?> sending(String baseUrl) throws IOException {
    OkHttpClient client = new OkHttpClient();
    HttpUrl url = RawOkHttp.url(baseUrl);
    MessageToSend message =
        message(JsonReader.of(new Buffer().writeUtf8(Inputs.request("example 1"))));
    return () -> {
      Buffer json = new Buffer();
      write(JsonWriter.of(json), message);
      RequestBody body = RequestBody.create(json.readByteString(), RawOkHttp.JSON);
      try (Response response = client.newCall(RawOkHttp.request(url, body)).execute()) {
        return receipt(JsonReader.of(response.body().source()));
      }
    };
  }

  /** The same for everything on Moshi. */
  static Callable<?> reading(JsonAdapter<?> adapter, String receipt) {
    byte[] bytes = receipt.getBytes(UTF_8);
    return () -> adapter.fromJson(new Buffer().write(bytes));
  }

  /** The same for everything on Moshi. */
  static <T> Callable<?> writing(JsonAdapter<T> adapter, T message) {
    Buffer buffer = new Buffer();
    return () -> {
      adapter.toJson(buffer, message);
      return sent(buffer);
    };
  }

  private static boolean sent(Buffer buffer) {
    boolean any = !buffer.exhausted();
    buffer.clear();
    return any;
  }

  private static Receipt receipt(JsonReader reader) throws IOException {
    Receipt receipt = new Receipt();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(NAMES)) {
        case 0 -> receipt.id = reader.nextString();
        case 1 -> receipt.owner = reader.nextString();
        case 2 -> receipt.time = OffsetDateTime.parse(reader.nextString());
        case 3 ->
            receipt.direction =
                reader.selectString(DIRECTIONS) == 0 ? Receipt.Direction.in : Receipt.Direction.out;
        case 4 -> receipt.to = texts(reader);
        case 5 -> receipt.from = reader.nextString();
        case 6 -> receipt.text = reader.nextString();
        case 7 -> receipt.applicationId = reader.nextString();
        case 8 -> receipt.media = texts(reader);
        case 9 -> receipt.tag = reader.nextString();
        case 10 -> receipt.segmentCount = reader.nextInt();
        case 11 -> receipt.priority = reader.nextString();
        case 12 -> receipt.expiration = OffsetDateTime.parse(reader.nextString());
        default -> {
          reader.skipName();
          reader.skipValue();
        }
      }
    }
    reader.endObject();
    return receipt;
  }

  private static List<String> texts(JsonReader reader) throws IOException {
    List<String> texts = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      texts.add(reader.nextString());
    }
    reader.endArray();
    return texts;
  }

  private static MessageToSend message(JsonReader reader) throws IOException {
    MessageToSend message = new MessageToSend();
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "from" -> message.from = reader.nextString();
        case "to" -> message.to = texts(reader);
        case "text" -> message.text = reader.nextString();
        case "applicationId" -> message.applicationId = reader.nextString();
        case "media" -> message.media = texts(reader).stream().map(URI::create).toList();
        case "tag" -> message.tag = reader.nextString();
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    return message;
  }

  private static void write(JsonWriter writer, MessageToSend message) throws IOException {
    writer.beginObject();
    writer.name("from").value(message.from);
    writer.name("to").beginArray();
    for (String number : message.to) {
      writer.value(number);
    }
    writer.endArray();
    writer.name("text").value(message.text);
    writer.name("applicationId").value(message.applicationId);
    if (message.media != null) {
      writer.name("media").beginArray();
      for (URI media : message.media) {
        writer.value(media.toString());
      }
      writer.endArray();
    }
    writer.name("tag").value(message.tag);
    writer.endObject();
  }
}
