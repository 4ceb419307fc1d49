package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.Batch;
import io.github.bandwidthmessaging.BatchOptions;
import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** This project's client. */
public final class Ours implements Contender {
  @Override
  public Callable<?> reading(String receipt) {
    return Streaming.reading(RetrofitClient.moshi().adapter(Message.class), receipt);
  }

  @Override
  public Callable<?> writing(String request) throws IOException {
    JsonAdapter<MessageRequest> adapter = RetrofitClient.moshi().adapter(MessageRequest.class);
    return Streaming.writing(adapter, requireNonNull(adapter.fromJson(request)));
  }

  @Override
  public Callable<?> sending(String baseUrl) {
    MessagingClient client = builder(baseUrl).build();
    MessageRequest message = message();
    return () -> client.send(message);
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) {
    sendMany(builder(baseUrl), count, inFlight);
  }

  @Override
  public void sendManyOverHttp2(String baseUrl, int count, int inFlight) {
    OkHttpClient http2 =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    sendMany(builder(baseUrl).httpClient(http2), count, inFlight);
  }

  private static void sendMany(MessagingClient.Builder builder, int count, int inFlight) {
    MessageRequest message = message();
    try (MessagingClient client = builder.build();
        Batch<MessageRequest> batch =
            client.sendAll(
                Stream.generate(() -> message).limit(count).iterator(),
                BatchOptions.defaults().withInFlight(inFlight))) {
      for (Batch.Result<MessageRequest> result : batch) {
        if (result.failure() != null) {
          throw result.failure();
        }
      }
    }
  }

  private static MessagingClient.Builder builder(String baseUrl) {
    return MessagingClient.builder()
        .accountId(ACCOUNT)
        .credentials(Credentials.basic(USER, PASSWORD))
        .baseUrl(baseUrl);
  }

  private static MessageRequest message() {
    return Sender.of(FROM, APPLICATION).text(PhoneNumber.of(TO), TEXT).withTag(TAG);
  }
}
