package io.github.bandwidthmessaging.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp with the bytes at hand: the limit for this transport. */
public final class RawOkHttp implements Contender {
  @Override
  public Callable<?> sending(String baseUrl) {
    OkHttpClient client = new OkHttpClient();
    Request http = request(baseUrl);
    return () -> send(client, http);
  }

  @Override
  public Callable<?> answering(String receipt) {
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new AtHand(receipt)).build();
    Request http = request("http://127.0.0.1:1/api/v2");
    return () -> send(client, http);
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    OkHttpClient client = new OkHttpClient();
    Request http = request(baseUrl);
    Contender.inParallel(
        count,
        inFlight,
        () -> {
          CompletableFuture<byte[]> future = new CompletableFuture<>();
          client
              .newCall(http)
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

  private static Request request(String baseUrl) {
    return new Request.Builder()
        .url(baseUrl + "/users/" + ACCOUNT + "/messages")
        .header("Authorization", Credentials.basic(USER, PASSWORD))
        .header("Accept", "application/json")
        .post(
            RequestBody.create(
                Inputs.request("example 1").getBytes(UTF_8), MediaType.get("application/json")))
        .build();
  }

  private static byte[] send(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return response.body().bytes();
    }
  }
}
