package io.github.bandwidthmessaging.benchmarks.contenders;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/** The generated client without the extensions. */
public final class Generated implements Contender {
  @Override
  public Callable<?> sending(String baseUrl) {
    return sending(baseUrl, new OkHttpClient.Builder());
  }

  @Override
  public Callable<?> answering(String receipt) {
    return sending(
        "http://127.0.0.1:1/api/v2",
        new OkHttpClient.Builder().addInterceptor(new AtHand(receipt)));
  }

  private static Callable<?> sending(String baseUrl, OkHttpClient.Builder builder) {
    String authorization = Credentials.basic(USER, PASSWORD);
    // Before the one that responds.
    builder
        .interceptors()
        .add(
            0,
            chain ->
                chain.proceed(
                    chain.request().newBuilder().header("Authorization", authorization).build()));
    MessagesApi api =
        RetrofitClient.builder(builder.build())
            .baseUrl(baseUrl + "/")
            .build()
            .create(MessagesApi.class);
    MessageRequest message =
        MessageRequest.builder()
            .from(FROM)
            .to(List.of(TO))
            .text(TEXT)
            .applicationId(APPLICATION)
            .tag(TAG)
            .build();
    return () -> api.createMessage(ACCOUNT, message).execute().body();
  }
}
