package io.github.bandwidthmessaging.contract.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MediaApi;
import io.github.bandwidthmessaging.api.MessagePage;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.PageInfo;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Response;
import retrofit2.Retrofit;

/** What Prism cannot show of the generated client: streams, and pages that follow each other. */
@Timeout(30)
final class StreamsAndPagesTest {
  private static final String INBOUND = "14762070468292kw2fuqty55yp2b2/0/bw.png";
  private static final int SIZE = 1 << 20;

  /** Less than was sent so far: a stream can wait for more even if asked for nothing. */
  private static final int SOME = SIZE / 2;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final List<String> received = new ArrayList<>();
  private final OkHttpClient http = new OkHttpClient();
  private final HttpServer server;
  private final Retrofit retrofit;

  StreamsAndPagesTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    retrofit = RetrofitClient.builder(http).baseUrl(url).build();
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }

  @Test
  void writesAFileWhileItIsRead() throws IOException {
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("image/png");
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.write(new byte[SIZE]).flush();
            // Would never arrive if the body were collected before it is sent.
            await(begun);
            sink.write(new byte[SIZE]);
          }
        };
    Response<Void> response =
        retrofit.create(MediaApi.class).uploadMedia("9900000", INBOUND, body, "no-cache").execute();

    assertThat(response.code()).isEqualTo(204);
    assertThat(received)
        .containsExactly("PUT /users/9900000/media/" + INBOUND + " image/png no-cache " + 2 * SIZE);
  }

  @Test
  void readsAFileWhileItIsWritten() throws IOException {
    Response<ResponseBody> response =
        retrofit.create(MediaApi.class).getMedia("9900000", INBOUND).execute();

    try (ResponseBody body = Objects.requireNonNull(response.body());
        InputStream content = body.byteStream()) {
      assertThat(body.contentType()).isEqualTo(MediaType.get("image/png"));
      assertThat(content.readNBytes(SOME)).hasSize(SOME);
      begun.countDown();
      assertThat(content.readAllBytes()).hasSize(2 * SIZE - SOME);
    }
    assertThat(received).containsExactly("GET /users/9900000/media/" + INBOUND);
  }

  @Test
  void pagesThroughMediaByHeader() throws IOException {
    MediaApi api = retrofit.create(MediaApi.class);
    List<String> tokens = new ArrayList<>();
    String token = null;
    do {
      token = api.listMedia("9900000", token).execute().headers().get("Continuation-Token");
      tokens.add(String.valueOf(token));
    } while (token != null);

    assertThat(tokens).containsExactly("a+/b==", "null");
    assertThat(received)
        .containsExactly("GET /users/9900000/media null", "GET /users/9900000/media a+/b==");
  }

  @Test
  void pagesThroughMessagesByQuery() throws IOException {
    MessagesApi api = retrofit.create(MessagesApi.class);
    ListMessagesParameters all = ListMessagesParameters.builder().sourceTn("+15554443333").build();
    MessagePage first = api.listMessages("9900000", all).execute().body();
    PageInfo pages = Objects.requireNonNull(Objects.requireNonNull(first).pageInfo());
    String token = pages.nextPageToken();
    api.listMessages("9900000", all.toBuilder().pageToken(token).build()).execute();

    assertThat(token).isEqualTo("a+/b==");
    assertThat(received)
        .containsExactly(
            "GET /users/9900000/messages?sourceTn=%2B15554443333",
            "GET /users/9900000/messages?sourceTn=%2B15554443333&pageToken=a%2B%2Fb%3D%3D");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      if (request.startsWith("PUT")) {
        InputStream body = exchange.getRequestBody();
        int size = body.readNBytes(SOME).length;
        begun.countDown();
        size += body.readAllBytes().length;
        received.add(
            "%s %s %s %d"
                .formatted(
                    request,
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Cache-Control"),
                    size));
        exchange.sendResponseHeaders(204, -1);
      } else if (request.endsWith(INBOUND)) {
        received.add(request);
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, 2 * SIZE);
        OutputStream body = exchange.getResponseBody();
        body.write(new byte[SIZE]);
        body.flush();
        await(begun);
        body.write(new byte[SIZE]);
      } else {
        String token = exchange.getRequestHeaders().getFirst("Continuation-Token");
        boolean isMedia = request.endsWith("/media");
        received.add(isMedia ? request + " " + token : request);
        if (isMedia && token == null) {
          exchange.getResponseHeaders().set("Continuation-Token", "a+/b==");
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] page =
            (isMedia ? "[]" : "{\"pageInfo\":{\"nextPageToken\":\"a+/b==\"}}").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      }
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("The other side waits for the rest");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
