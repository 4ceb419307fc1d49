package io.github.bandwidthmessaging.benchmarks.contenders;

import com.bandwidth.ApiHelper;
import com.bandwidth.BandwidthClient;
import com.bandwidth.Environment;
import com.bandwidth.messaging.controllers.APIController;
import com.bandwidth.messaging.models.BandwidthMessage;
import com.bandwidth.messaging.models.MessageRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

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

  /** It does not accept the user's HTTP client, and so makes five calls at a time. */
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
