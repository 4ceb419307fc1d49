package consumer;

import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.Lookup;
import io.github.bandwidthmessaging.MediaUpload;
import io.github.bandwidthmessaging.MessageQuery;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.UnknownMessage;
import io.github.bandwidthmessaging.UnknownOutcomeException;
import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MediaItem;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kotlin.KotlinVersion;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Sends the documented group picture message, keeps media, searches, and checks what arrived. */
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

      keepsMedia(client);
      callsRetrofit(bandwidth, message.id());
      searches(client, bandwidth, message.id());
    } finally {
      http.dispatcher().executorService().shutdown();
    }

    String okHttp = OkHttpClient.class.getName().replace('.', '/') + ".class";
    List<URL> copies = Collections.list(Send.class.getClassLoader().getResources(okHttp));
    equal("copies of OkHttp " + copies, 1, copies.size());
    System.out.println("Sent by " + userAgent.get() + " Kotlin/" + KotlinVersion.CURRENT);
  }

  private static void keepsMedia(MessagingClient client) throws IOException {
    byte[] picture = {1, 2, 3};
    URI uri = client.media().upload(MediaUpload.of("a/0/bw.png", picture));
    Path file = Path.of("target", "bw.png");
    client.media().download(uri.toString(), file, StandardCopyOption.REPLACE_EXISTING);
    equal("picture", 0, Arrays.compare(picture, Files.readAllBytes(file)));
    equal(
        "media",
        List.of("a/0/bw.png"),
        client.media().list().stream().map(MediaItem::mediaName).toList());
    client.media().delete("a/0/bw.png");
    equal("media", false, client.media().list().iterator().hasNext());
  }

  /** MessagingClient itself does without Retrofit and its proxies. */
  private static void callsRetrofit(FakeBandwidth bandwidth, String id) throws IOException {
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                Credentials.basic("username", "password").interceptor(bandwidth.url()))
            .build();
    MessagesApi api =
        RetrofitClient.builder(http).baseUrl(bandwidth.url()).build().create(MessagesApi.class);
    ListMessagesParameters one = ListMessagesParameters.builder().messageId(id).build();
    equal("page", 1, api.listMessages("9900000", one).execute().body().messages().size());
  }

  private static void searches(MessagingClient client, FakeBandwidth bandwidth, String id) {
    Instant now = Instant.now();
    MessageQuery query =
        MessageQuery.between(now.minusSeconds(60), now).withDirection(MessageDirection.OUTBOUND);
    equal(
        "listed",
        List.of(id),
        client.messages().search(query).stream().map(MessageSummary::messageId).toList());

    bandwidth.failNext(FakeBandwidth.Fault.HANG_UP);
    try {
      client.send(bandwidth.onlySent());
      throw new AssertionError("sent");
    } catch (UnknownOutcomeException e) {
      Lookup lookup =
          client
              .messages()
              .find(List.of(UnknownMessage.of(e)), other -> false, Duration.ZERO)
              .get(0);
      equal("lookup", Lookup.Verdict.FOUND, lookup.verdict());
    }
  }

  private static void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + ": expected " + expected + " but was " + actual);
    }
  }
}
