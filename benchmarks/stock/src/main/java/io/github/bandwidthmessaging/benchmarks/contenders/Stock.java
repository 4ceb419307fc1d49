package io.github.bandwidthmessaging.benchmarks.contenders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import stock.ApiCallback;
import stock.ApiClient;
import stock.ApiException;
import stock.JSON;
import stock.MessagesApi;
import stock.model.Message;
import stock.model.MessageRequest;
import stock.model.Recipients;

/** OpenAPI Generator's own client of the document. */
public final class Stock implements Contender {
  /** It cannot write a list of recipients, "Not a JSON Primitive". */
  private static final Recipients TO_ONE = new Recipients(TO);

  /** The first client sets up its static part. */
  private final ApiClient client = new ApiClient();

  @Override
  public Callable<?> reading(String receipt) {
    return () -> JSON.deserialize(receipt, Message.class);
  }

  @Override
  public Callable<?> writing(String request) {
    // It cannot read a list of recipients either.
    MessageRequest message = message();
    return () -> JSON.serialize(message);
  }

  @Override
  public Callable<?> sending(String baseUrl) {
    MessagesApi api = api(baseUrl, client);
    MessageRequest message = message();
    return () -> api.createMessage(ACCOUNT, message);
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(inFlight);
    dispatcher.setMaxRequestsPerHost(inFlight);
    client.setHttpClient(
        client
            .getHttpClient()
            .newBuilder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(inFlight, 1, TimeUnit.MINUTES))
            .build());
    MessagesApi api = api(baseUrl, client);
    MessageRequest message = message();
    Contender.inParallel(count, inFlight, () -> later(api, message));
  }

  private static MessageRequest message() {
    return new MessageRequest()
        .from(FROM)
        .to(TO_ONE)
        .text(TEXT)
        .applicationId(APPLICATION)
        .tag(TAG);
  }

  private static MessagesApi api(String baseUrl, ApiClient client) {
    client.setBasePath(baseUrl);
    client.setUsername(USER);
    client.setPassword(PASSWORD);
    return new MessagesApi(client);
  }

  private static CompletableFuture<Message> later(MessagesApi api, MessageRequest message) {
    CompletableFuture<Message> future = new CompletableFuture<>();
    try {
      api.createMessageAsync(
          ACCOUNT,
          message,
          new ApiCallback<>() {
            @Override
            public void onFailure(ApiException e, int status, Map<String, List<String>> headers) {
              future.completeExceptionally(e);
            }

            @Override
            public void onSuccess(Message result, int status, Map<String, List<String>> headers) {
              future.complete(result);
            }

            @Override
            public void onUploadProgress(long bytes, long length, boolean done) {}

            @Override
            public void onDownloadProgress(long bytes, long length, boolean done) {}
          });
    } catch (ApiException e) {
      future.completeExceptionally(e);
    }
    return future;
  }
}
