package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
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
    OkHttpClient client = new OkHttpClient();
    HttpUrl url = url(baseUrl);
    return () -> {
      try (Response response = client.newCall(request(url)).execute()) {
        return response.body().bytes();
      }
    };
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    sendMany(Protocol.HTTP_1_1, baseUrl, count, inFlight);
  }

  @Override
  public void sendManyOverHttp2(String baseUrl, int count, int inFlight) throws Exception {
    sendMany(Protocol.H2_PRIOR_KNOWLEDGE, baseUrl, count, inFlight);
  }

  private void sendMany(Protocol protocol, String baseUrl, int count, int inFlight)
      throws Exception {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(inFlight);
    dispatcher.setMaxRequestsPerHost(inFlight);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .protocols(List.of(protocol))
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(inFlight, 1, TimeUnit.MINUTES))
            .build();
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
    dispatcher.executorService().shutdown();
    client.connectionPool().evictAll();
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
}
