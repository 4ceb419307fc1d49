package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;

/** Gson, from bytes to bytes. */
public final class GsonCodec implements Contender {
  private final Gson gson =
      new GsonBuilder()
          .registerTypeAdapter(OffsetDateTime.class, new Moments().nullSafe())
          .create();

  @Override
  public Callable<?> reading(String receipt) {
    byte[] bytes = receipt.getBytes(UTF_8);
    return () ->
        gson.fromJson(new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8), Receipt.class);
  }

  @Override
  public Callable<?> writing(String request) {
    MessageToSend message = gson.fromJson(request, MessageToSend.class);
    return () -> {
      ByteArrayOutputStream out = new ByteArrayOutputStream(512);
      try (OutputStreamWriter writer = new OutputStreamWriter(out, UTF_8)) {
        gson.toJson(message, writer);
      }
      return out;
    };
  }

  private static final class Moments extends TypeAdapter<OffsetDateTime> {
    @Override
    public OffsetDateTime read(JsonReader reader) throws IOException {
      return OffsetDateTime.parse(reader.nextString());
    }

    @Override
    public void write(JsonWriter writer, OffsetDateTime moment) throws IOException {
      writer.value(moment.toString());
    }
  }
}
