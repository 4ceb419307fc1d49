package consumer;

import com.bandwidth.BandwidthClient;
import com.bandwidth.Environment;
import com.bandwidth.messaging.models.MessageRequest;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.util.List;

/** Sends a message with each SDK. */
public final class SendBoth {
  public static void main(String[] args) throws Exception {
    try (FakeBandwidth bandwidth = FakeBandwidth.start();
        MessagingClient client = bandwidth.clientBuilder().build()) {
      client.send(
          client.sender("+12345678901").text(PhoneNumber.of("+12345678902"), "Sent by ours"));

      MessageRequest request = new MessageRequest();
      request.setApplicationId("93de2206-9669-4e07-948d-329f4b722ee2");
      request.setFrom("+12345678901");
      request.setTo(List.of("+12345678902"));
      request.setText("Sent by the vendor's");
      new BandwidthClient.Builder()
          .environment(Environment.CUSTOM)
          .baseUrl(bandwidth.url())
          .messagingBasicAuthCredentials("username", "password")
          .build()
          .getMessagingClient()
          .getAPIController()
          .createMessage("9900000", request);

      if (bandwidth.sent().size() != 2) {
        throw new AssertionError("Not both sent: " + bandwidth.sent());
      }
      System.out.println("Both sent");
    }
    // The vendor's SDK keeps threads.
    System.exit(0);
  }
}
