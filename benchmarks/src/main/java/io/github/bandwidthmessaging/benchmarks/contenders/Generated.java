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
    String authorization = Credentials.basic(USER, PASSWORD);
    OkHttpClient httpClient =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", authorization)
                            .build()))
            .build();
    MessagesApi api =
        RetrofitClient.builder(httpClient).baseUrl(baseUrl + "/").build().create(MessagesApi.class);
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
