package io.github.bandwidthmessaging.benchmarks.contenders;

import com.bandwidth.ApiHelper;
import com.bandwidth.BandwidthClient;
import com.bandwidth.Environment;
import com.bandwidth.http.client.HttpClient;
import com.bandwidth.http.client.OkClient;
import com.bandwidth.messaging.controllers.APIController;
import com.bandwidth.messaging.models.BandwidthMessage;
import com.bandwidth.messaging.models.MessageRequest;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;

/** Bandwidth's SDK. */
public final class Vendor implements Contender {
  @Override
  public Callable<?> reading(String receipt) {
    return () -> ApiHelper.deserialize(receipt, BandwidthMessage.class);
  }

  @Override
  public Callable<?> writing(String request) throws IOException {
    MessageRequest message = ApiHelper.deserialize(request, MessageRequest.class);
    return () -> ApiHelper.serialize(message);
  }

  @Override
  public Callable<?> sending(String baseUrl) {
    APIController controller = controller(baseUrl);
    MessageRequest message = message();
    return () -> controller.createMessage(ACCOUNT, message).getResult();
  }

  @Override
  public Callable<?> answering(String receipt) throws Exception {
    APIController controller = controller("http://127.0.0.1:1/api/v2");
    HttpClient http = controller.getClientInstance();
    // It does not accept the user's HTTP client.
    Field client = OkClient.class.getDeclaredField("client");
    client.setAccessible(true);
    client.set(
        http,
        ((OkHttpClient) client.get(http)).newBuilder().addInterceptor(new AtHand(receipt)).build());
    MessageRequest message = message();
    return () -> controller.createMessage(ACCOUNT, message).getResult();
  }

  @Override
  public void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    APIController controller = controller(baseUrl);
    MessageRequest message = message();
    Contender.inParallel(count, inFlight, () -> controller.createMessageAsync(ACCOUNT, message));
  }

  private static MessageRequest message() {
    MessageRequest message = new MessageRequest();
    message.setApplicationId(APPLICATION);
    message.setFrom(FROM);
    message.setTo(List.of(TO));
    message.setText(TEXT);
    message.setTag(TAG);
    return message;
  }

  private static APIController controller(String baseUrl) {
    return new BandwidthClient.Builder()
        .environment(Environment.CUSTOM)
        .baseUrl(baseUrl)
        .messagingBasicAuthCredentials(USER, PASSWORD)
        .build()
        .getMessagingClient()
        .getAPIController();
  }
}
