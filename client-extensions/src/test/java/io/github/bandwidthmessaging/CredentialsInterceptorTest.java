package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

/** The generated client alone, with the credentials of this module. */
@Timeout(30)
class CredentialsInterceptorTest {
  private static final Pattern AUTHORIZATION = Pattern.compile("(?m)^Authorization: (.*)$");

  /** Counts its values, and has another one after each that was refused. */
  private static final class Renewable implements Credentials {
    private int number = 1;

    @Override
    public String authorization() {
      return "Bearer " + number;
    }

    @Override
    public boolean refused(String authorization) {
      number++;
      return true;
    }
  }

  /** Records the credentials and messages that arrive, and responds in order. */
  private static final class Responses implements CountingServer.Behaviour {
    private final List<String> responses;
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Responses(String... responses) {
      this.responses = List.of(responses);
    }

    @Override
    public void head(String head) {
      AUTHORIZATION.matcher(head).results().forEach(found -> credentials.add(found.group(1)));
    }

    @Override
    public void read(String message) {
      messages.add(message);
    }

    @Override
    public boolean answer(int number, Socket socket) throws IOException {
      String response = responses.get(number - 1);
      write(socket, response);
      return !response.isEmpty();
    }
  }

  private static final String UNAUTHORIZED = "HTTP/1.1 401 Unauthorized\nContent-Length: 2\n\n{}";

  @Test
  void authenticatesGeneratedClient() throws IOException {
    Responses responses = new Responses(StaleConnectionTest.ACCEPTED);

    assertThat(send(responses, Credentials.basic("user", "password")).body())
        .extracting(Message::id)
        .isEqualTo("1");
    assertThat(responses.credentials).containsExactly("Basic dXNlcjpwYXNzd29yZA==");
  }

  @Test
  void repeatsOnceWhatWasUnauthorized() throws IOException {
    Responses responses = new Responses(UNAUTHORIZED, StaleConnectionTest.ACCEPTED);

    assertThat(send(responses, new Renewable()).code()).isEqualTo(202);
    assertThat(responses.credentials).containsExactly("Bearer 1", "Bearer 2");
    assertThat(responses.messages).hasSize(2);
    assertThat(responses.messages.get(1))
        .contains("Hey, check this out!")
        .isEqualTo(responses.messages.get(0));
  }

  @Test
  void returnsSecondUnauthorized() throws IOException {
    Responses responses = new Responses(UNAUTHORIZED, UNAUTHORIZED);

    assertThat(send(responses, new Renewable()).code()).isEqualTo(401);
    assertThat(responses.messages).hasSize(2);
  }

  @Test
  void returnsUnauthorizedIfThereAreNoOtherCredentials() throws IOException {
    Responses responses = new Responses(UNAUTHORIZED);

    assertThat(send(responses, Credentials.basic("user", "password")).code()).isEqualTo(401);
    assertThat(responses.messages).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 503 Busy\nRetry-After: 0\nContent-Length: 0\n\n",
        "HTTP/1.1 408 Timeout\nContent-Length: 0\n\n",
        "HTTP/1.1 307 Elsewhere\nLocation: /elsewhere\nContent-Length: 0\n\n"
      })
  void writesMessageOnceAfterAnyOtherStatus(String response) throws IOException {
    Responses responses = new Responses(response);

    assertThat(send(responses, new Renewable()).isSuccessful()).isFalse();
    assertThat(responses.messages).hasSize(1);
  }

  @Test
  void writesMessageOnceIfResponseIsLost() throws IOException {
    Responses responses = new Responses("");

    assertThatIOException().isThrownBy(() -> send(responses, new Renewable()));
    assertThat(responses.messages).hasSize(1);
  }

  /** The first server might have carried it out. */
  @Test
  void doesNotRepeatWhatWasRedirected() throws IOException {
    Responses responses =
        new Responses(
            "HTTP/1.1 302 Elsewhere\nLocation: /elsewhere\nContent-Length: 0\n\n", UNAUTHORIZED);

    assertThat(send(responses, new Renewable()).code()).isEqualTo(401);
    assertThat(responses.messages).hasSize(1);
  }

  @Test
  void doesNotRepeatLongBodyThatIsWrittenOnce() throws IOException {
    Responses responses = new Responses(UNAUTHORIZED);
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("image/png");
          }

          @Override
          public long contentLength() {
            return 1024 * 1024 + 1;
          }

          @Override
          public boolean isOneShot() {
            return true;
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.write(new byte[1024 * 1024 + 1]);
          }
        };
    try (CountingServer server = new CountingServer(responses);
        okhttp3.Response response =
            client(new Renewable(), server.url())
                .newCall(new Request.Builder().url(server.url()).put(body).build())
                .execute()) {
      assertThat(response.code()).isEqualTo(401);
      assertThat(responses.messages).hasSize(1);
    }
  }

  @Test
  void keepsCredentialsFromOtherServers() throws IOException {
    Responses other = new Responses(StaleConnectionTest.ACCEPTED);
    try (CountingServer server = new CountingServer(other)) {
      Response<Message> response =
          api(client(new Renewable(), "https://messaging.bandwidth.com"), server.url())
              .createMessage("9900000", Examples.REQUEST)
              .execute();

      assertThat(response.code()).isEqualTo(202);
      assertThat(other.credentials).isEmpty();
    }
  }

  @Test
  void rejectsServerThatEveryoneCouldListenTo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Renewable().interceptor("http://messaging.bandwidth.com"))
        .withMessageStartingWith("baseUrl must be https");
  }

  @Test
  void obtainsTokenThroughTheSameClient() throws IOException {
    Responses responses = new Responses(StaleConnectionTest.ACCEPTED);
    try (MockWebServer tokens = new MockWebServer();
        CountingServer server = new CountingServer(responses)) {
      tokens.start();
      tokens.enqueue(new MockResponse.Builder().body("{\"access_token\":\"t1\"}").build());
      List<String> lookups = new CopyOnWriteArrayList<>();
      Credentials oauth =
          Credentials.oauth("id", "secret", "http://localhost:" + tokens.getPort() + "/token");
      OkHttpClient http =
          new OkHttpClient.Builder()
              .dns(
                  host -> {
                    lookups.add(host);
                    return List.of(InetAddress.getLoopbackAddress());
                  })
              .addInterceptor(oauth.interceptor(server.url()))
              .build();
      Response<Message> response =
          api(http, server.url()).createMessage("9900000", Examples.REQUEST).execute();

      assertThat(response.code()).isEqualTo(202);
      assertThat(responses.credentials).containsExactly("Bearer t1");
      assertThat(lookups).containsExactly("localhost");
    }
  }

  private static Response<Message> send(Responses responses, Credentials credentials)
      throws IOException {
    try (CountingServer server = new CountingServer(responses)) {
      return api(client(credentials, server.url()), server.url())
          .createMessage("9900000", Examples.REQUEST)
          .execute();
    }
  }

  private static OkHttpClient client(Credentials credentials, String baseUrl) {
    return new OkHttpClient.Builder().addInterceptor(credentials.interceptor(baseUrl)).build();
  }

  private static MessagesApi api(OkHttpClient client, String baseUrl) {
    return RetrofitClient.builder(client).baseUrl(baseUrl + "/").build().create(MessagesApi.class);
  }
}
