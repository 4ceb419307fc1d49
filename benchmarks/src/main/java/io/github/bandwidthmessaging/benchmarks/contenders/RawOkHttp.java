package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp with the bytes in memory: the limit for this transport. */
public final class RawOkHttp implements Contender {
  static final MediaType JSON = MediaType.get("application/json");
  private static final String AUTHORIZATION = Credentials.basic(USER, PASSWORD);
  private final byte[] json = Inputs.request("example 1").getBytes(UTF_8);

  @Override
  public Callable<?> sending(String baseUrl) {
    return sending(new OkHttpClient(), url(baseUrl));
  }

  @Override
  public Callable<?> answering(String receipt) {
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new AtHand(receipt)).build();
    return sending(client, url("http://127.0.0.1:1/api/v2"));
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    OkHttpClient client = new OkHttpClient();
    HttpUrl url = url(baseUrl);
    Contender.inParallel(
        count,
        inFlight,
        () -> {
          CompletableFuture<byte[]> future = new CompletableFuture<>();
          client
              .newCall(request(url))
              .enqueue(
                  new Callback() {
                    @Override
                    public void onFailure(Call call, IOException e) {
                      future.completeExceptionally(e);
                    }

                    @Override
                    public void onResponse(Call call, Response response) throws IOException {
                      try (response) {
                        future.complete(response.body().bytes());
                      }
                    }
                  });
          return future;
        });
  }

  static HttpUrl url(String baseUrl) {
    return HttpUrl.get(baseUrl + "/users/" + ACCOUNT + "/messages");
  }

  private Request request(HttpUrl url) {
    return request(url, RequestBody.create(json, JSON));
  }

  static Request request(HttpUrl url, RequestBody body) {
    return new Request.Builder()
        .url(url)
        .header("Authorization", AUTHORIZATION)
        .header("Accept", "application/json")
        .post(body)
        .build();
  }

  private Callable<?> sending(OkHttpClient client, HttpUrl url) {
    return () -> {
      try (Response response = client.newCall(request(url)).execute()) {
        return response.body().bytes();
      }
    };
  }
}
