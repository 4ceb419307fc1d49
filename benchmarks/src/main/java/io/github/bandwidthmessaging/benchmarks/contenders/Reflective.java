package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.ToJson;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;

/** Moshi's reflective adapters. */
public final class Reflective implements Contender {
  private final Moshi moshi = new Moshi.Builder().add(new Texts()).build();

  @Override
  public Callable<?> reading(String receipt) {
    return Streaming.reading(moshi.adapter(Receipt.class), receipt);
  }

  @Override
  public Callable<?> writing(String request) throws IOException {
    JsonAdapter<MessageToSend> adapter = moshi.adapter(MessageToSend.class);
    return Streaming.writing(adapter, requireNonNull(adapter.fromJson(request)));
  }

  /** An adapter that Moshi lacks. */
  @SuppressWarnings("unused") // called by Moshi
  private static final class Texts {
    @FromJson
    OffsetDateTime moment(String text) {
      return OffsetDateTime.parse(text);
    }

    @ToJson
    String text(OffsetDateTime moment) {
      return moment.toString();
    }

    @FromJson
    URI link(String text) {
      return URI.create(text);
    }

    @ToJson
    String text(URI link) {
      return link.toString();
    }
  }
}
