package consumer;

import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kotlin.KotlinVersion;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Sends the documented group picture message, checks what arrived and the answer. */
public final class Send {
  public static void main(String[] args) throws Exception {
    Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
    MessageRequest request =
        sender
            .groupMedia(
                List.of(PhoneNumber.of("+12345678902"), PhoneNumber.parse("(234) 567-8903", "US")),
                "Hey, check this out!",
                URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png"))
            .withTag("test message");

    AtomicReference<String> userAgent = new AtomicReference<>();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  userAgent.set(response.networkResponse().request().header("User-Agent"));
                  return response;
                })
            .build();
    try (FakeBandwidth bandwidth = FakeBandwidth.start();
        MessagingClient client =
            MessagingClient.builder()
                .accountId("9900000")
                .credentials(Credentials.basic("username", "password"))
                .baseUrl(bandwidth.url())
                .httpClient(http)
                .build()) {
      Message message = client.send(request).message();

      equal("request", request, bandwidth.onlySent());
      equal("to", Recipients.of(List.of("+12345678902", "+12345678903")), bandwidth.onlySent().to());
      equal("message", bandwidth.accepted().get(0), message);
      equal("tag", "test message", message.tag());
      equal("unknown version", false, userAgent.get().contains("unknown"));
    } finally {
      http.dispatcher().executorService().shutdown();
    }

    String okHttp = OkHttpClient.class.getName().replace('.', '/') + ".class";
    List<URL> copies = Collections.list(Send.class.getClassLoader().getResources(okHttp));
    equal("copies of OkHttp " + copies, 1, copies.size());
    System.out.println("Sent by " + userAgent.get() + " Kotlin/" + KotlinVersion.CURRENT);
  }

  private static void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + ": expected " + expected + " but was " + actual);
    }
  }
}
