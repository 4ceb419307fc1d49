package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bandwidthmessaging.api.MediaItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media on the wire, and servers that break off, stall, lie, and lead elsewhere. */
@Timeout(30)
class MediaServersTest {
  private static final RequestOptions IMPATIENT =
      RequestOptions.none()
          .withAttemptTimeout(Duration.ofMillis(300))
          .withRetryPolicy(RetryPolicy.none());

  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Path folder;

  MediaServersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void uploadHasRawSlashesLengthTypeAndCacheControl() throws IOException {
    try (CountingServer server = server("HTTP/1.1 204 No Content\n\n")) {
      media(server)
          .upload(
              MediaUpload.of("a/0/b~c.png", "bytes".getBytes(UTF_8)).withCacheControl("no-cache"));

      assertThat(bodies).containsExactly("bytes");
      assertThat(heads.get(0).lines())
          .startsWith("PUT /api/v2/users/9900000/media/a/0/b~c.png HTTP/1.1")
          .contains("Content-Type: image/png", "Content-Length: 5", "Cache-Control: no-cache")
          .anyMatch(line -> line.startsWith("Authorization: Basic "))
          .anyMatch(line -> line.startsWith("User-Agent: bandwidth-messaging-java/"))
          .noneMatch(line -> line.startsWith("Transfer-Encoding"));
    }
  }

  @Test
  void downloadHasRawSlashesAndWantsTheBytesAsTheyAre() throws IOException {
    try (CountingServer server = server("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi")) {
      try (MediaDownload download =
          media(server).download(server.url() + "/users/9900000/media/14762/0/bw.png")) {
        assertThat(download.content()).hasContent("hi");
        assertThat(download.contentType()).isNull();
      }

      assertThat(heads.get(0).lines())
          .startsWith("GET /api/v2/users/9900000/media/14762/0/bw.png HTTP/1.1")
          .contains("Accept-Encoding: identity");
    }
  }

  @Test
  void connectionIsUsedAgainAfterUploadDeleteAndDownload() throws IOException {
    String none = "HTTP/1.1 204 No Content\n\n";
    try (CountingServer server =
        server(none, none, "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", none)) {
      MediaFiles media = media(server);
      media.upload(MediaUpload.of("a.png", new byte[9]));
      media.delete("a.png");
      media.download("a.png", folder.resolve("a"));
      media.delete("a.png");

      assertThat(server.requests()).isEqualTo(4);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void filesGoOverTlsOnOneConnection() throws IOException {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    OkHttpClient trusting =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .build();
    String content = "0123456789".repeat(300_000);
    String response =
        "HTTP/1.1 200 OK\nContent-Length: %d\n\n%s".formatted(content.length(), content);
    try (CountingServer server =
        new CountingServer(
            new CountingServer.Behaviour() {
              @Override
              public boolean answer(int number, Socket socket) throws IOException {
                write(socket, number == 1 ? "HTTP/1.1 204 No Content\n\n" : response);
                return true;
              }

              @Override
              public void read(String message) {
                bodies.add(message);
              }
            },
            certificates.sslContext().getServerSocketFactory())) {
      String url = server.url().replace("http:", "https:");
      MediaFiles media = Examples.client(url).httpClient(trusting).build().media();

      media.upload(MediaUpload.of("a.txt", content.getBytes(UTF_8)));
      media.download(url + "/users/9900000/media/a.txt", folder.resolve("a"));

      assertThat(bodies).containsExactly(content);
      assertThat(folder.resolve("a")).hasContent(content);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/api/v2/users/9900000/media/a, has another host",
    "http://127.0.0.1.example.com:PORT/api/v2/users/9900000/media/a, has another host",
    "http://example.com#@127.0.0.1:PORT/api/v2/users/9900000/media/a, has a query or fragment",
    "http://localhost:PORT/api/v2/users/9900000/media/a, has another host",
    "https://127.0.0.1:PORT/api/v2/users/9900000/media/a, has another scheme",
    "http://127.0.0.1/api/v2/users/9900000/media/a, has another port",
    "http://127.0.0.1:1/api/v2/users/9900000/media/a, has another port",
    "http://messaging.bandwidth.com/api/v2/users/9900000/media/a, has another scheme",
    "https://messaging.bandwidth.com:8443/api/v2/users/9900000/media/a, has another port",
    "https://messaging.bandwidth.com/users/9900000/media/a, has another account or path",
    "https://messaging.bandwidth.com.example.com/api/v2/users/9900000/media/a, has another host",
    "ftp://127.0.0.1:PORT/api/v2/users/9900000/media/a, is not an http or https URL",
    "https://messaging.bandwidth.com./api/v2/users/9900000/media/a, has another host",
    "https://messaging.bandwidth.com\\@example.com/users/9900000/media/a, has another account or path",
    "file:///etc/passwd, is not an http or https URL",
    "http://user@127.0.0.1:PORT/api/v2/users/9900000/media/a, has a user or password",
    "http://:word@127.0.0.1:PORT/api/v2/users/9900000/media/a, has a user or password",
    "http://127.0.0.1:PORT/api/v2/users/9900000/media/a?b, has a query or fragment",
    "http://127.0.0.1:PORT/api/v2/users/9900000/media/a#b, has a query or fragment",
    "http://127.0.0.1:PORT/api/v2/users/9900001/media/a, has another account or path",
    "http://127.0.0.1:PORT/api/v2/users/9900000/media/../../9900001/media/a, has another account or path",
    "http://127.0.0.1:PORT/api/v2/users/9900000/media/%2e%2e/%2e%2e/9900001/media/a, has another account or path",
    "http://127.0.0.1:PORT/api/v2/users/9900000/messages/a, has another path",
    "http://127.0.0.1:PORT/api/v2/users/9900000/media, has another path",
    "http://127.0.0.1:PORT/api/v1/users/9900000/media/a, has another path",
    "http://127.0.0.1:PORT/users/9900000/media/a, has another account or path"
  })
  void refusesForeignUrlWithoutRequest(String url, String why) throws IOException {
    try (CountingServer server = server("HTTP/1.1 204 No Content\n\n")) {
      MediaFiles media = media(server);
      String foreign = url.replace("PORT", server.url().replaceAll("\\D*127.0.0.1:(\\d+).*", "$1"));
      Path file = folder.resolve("a");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> media.download(foreign))
          .withMessage("The URL " + why + ", so it is not that of a media file of this account");
      assertThatIllegalArgumentException().isThrownBy(() -> media.download(foreign, file));
      assertThatIllegalArgumentException().isThrownBy(() -> media.delete(foreign));
      assertThat(server.connections()).isZero();
    }
  }

  /** As many segments as the real path, or an empty name. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/users/9900000/media/", "/users/9900000/media/a/", "/users/9900000/media//a"})
  void refusesUrlOfNoFileWithoutRequest(String path) throws IOException {
    try (CountingServer server = server("HTTP/1.1 204 No Content\n\n")) {
      MediaFiles media = media(server);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> media.download(server.url() + path))
          .withMessageContaining("segment");
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void acceptsUrlInOtherSpellings() throws IOException {
    String hi = "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi";
    try (CountingServer server = server(hi, hi, hi)) {
      MediaFiles media = media(server);
      media
          .download("HTTPS://Messaging.Bandwidth.COM:443/api/v2/users/9900000/media/a/0/b.png")
          .close();
      media.download(server.url() + "/users/9900000/media/a%2F0%2Fb.png").close();
      media.download(server.url() + "/users/9900000/media/%61/0/b.png").close();

      assertThat(heads)
          .allSatisfy(
              head ->
                  assertThat(head)
                      .startsWith("GET /api/v2/users/9900000/media/a/0/b.png HTTP/1.1\n"));
    }
  }

  @Test
  void credentialsFollowNoRedirect() throws IOException {
    try (CountingServer other = server("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi");
        CountingServer server =
            server(
                "HTTP/1.1 302 Found\nLocation: %s/a\nContent-Length: 0\n\n"
                    .formatted(other.url()))) {
      assertThatThrownBy(() -> media(server).download("a"))
          .hasMessageEndingWith("-> 302: redirects are not followed; check baseUrl");
      assertThatThrownBy(() -> media(server).upload(MediaUpload.of("a.png", new byte[1])))
          .hasMessageEndingWith("-> 302: redirects are not followed; check baseUrl");
      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Length: 10\n\nhi",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nhi\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nhi\n9\nh",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nhi\nx\n",
        "HTTP/1.1 200 OK\nContent-Length: 99999999999999\n\nhi"
      })
  void cutOffFileIsAnErrorHoweverItIsRead(String response) throws IOException {
    try (CountingServer server = server(response, response)) {
      MediaFiles media = media(server);

      try (MediaDownload download = media.download("a")) {
        assertThatIOException().isThrownBy(() -> download.content().readAllBytes());
      }
      ApiException e =
          catchThrowableOfType(ApiException.class, () -> media.download("a", folder.resolve("a")));
      assertThat(e).hasMessageContaining("200, but the body cannot be read");
      assertThat(e.isRetryable()).isTrue();
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void okAndCreatedCountAsStored() throws IOException {
    try (CountingServer server =
        server(
            "HTTP/1.1 201 Created\nContent-Length: 2\n\nhi",
            "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi",
            "HTTP/1.1 204 No Content\n\n")) {
      List<String> told = new CopyOnWriteArrayList<>();
      RequestListener listener =
          new RequestListener() {
            @Override
            public void finished(Completion completion) {
              told.add(completion.attempts() + " " + completion.status());
            }
          };
      MediaFiles media =
          Examples.client(server.url()).listener(request -> listener).build().media();

      media.upload(MediaUpload.of("a.png", new byte[1]));
      media.delete("a.png");
      media.delete("a.png");

      assertThat(told).containsExactly("1 201", "1 200", "1 204");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"202 Accepted", "203 Other", "205 Reset Content", "206 Partial Content"})
  void otherSuccessIsNotStored(String status) throws IOException {
    try (CountingServer server = server("HTTP/1.1 %s\nContent-Length: 0\n\n".formatted(status))) {
      assertThatThrownBy(() -> media(server).upload(MediaUpload.of("a.png", new byte[1])))
          .isInstanceOf(ApiException.class)
          .hasMessageEndingWith("-> %s instead of 204", status.substring(0, 3));
    }
  }

  /** The response can be read although the connection takes no more of the file. */
  @Test
  void fileThatTheServerDidNotReadIsNotStored() throws IOException {
    AtomicInteger early = new AtomicInteger(2);
    CountingServer.Behaviour behaviour =
        new CountingServer.Behaviour() {
          @Override
          public boolean answerEarly(Socket socket) throws IOException {
            boolean isEarly = early.getAndDecrement() > 0;
            if (isEarly) {
              write(socket, "HTTP/1.1 204 No Content\n\n");
            }
            return isEarly;
          }

          @Override
          public boolean answer(int number, Socket socket) throws IOException {
            write(socket, "HTTP/1.1 204 No Content\n\n");
            return true;
          }
        };
    // More than a connection holds.
    MediaUpload large = MediaUpload.of("a.png", new byte[32 * 1024 * 1024]).withoutLimits();
    try (CountingServer server = new CountingServer(behaviour)) {
      MediaFiles media =
          Examples.client(server.url()).sleeper(new RecordedSleeper()).build().media();

      ApiException e =
          catchThrowableOfType(
              ApiException.class,
              () -> media.upload(large, RequestOptions.none().withRetryPolicy(RetryPolicy.none())));
      assertThat(e)
          .hasMessage(
              "PUT /users/{accountId}/media/{mediaId} -> 204, but before the file was written to its"
                  + " end, so it might not be stored");
      assertThat(e.status()).isEqualTo(204);
      assertThat(e.isRetryable()).isTrue();

      media.upload(large, RequestOptions.none().withRetryPolicy(RetryPolicy.standard()));
      assertThat(server.connections()).isEqualTo(3);
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void fileOfManySmallChunksIsDownloaded() throws IOException {
    int chunks = 250_000;
    String chunk = "10\r\n0123456789abcdef\r\n";
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  write(socket, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n");
                  OutputStream out = socket.getOutputStream();
                  out.write((chunk.repeat(chunks) + "0\r\n\r\n").getBytes(US_ASCII));
                  return true;
                });
        MediaDownload download = media(server).download("a")) {
      assertThat(download.content().readAllBytes()).hasSize(16 * chunks);
    }
  }

  /** The name may be wrong: nothing was deleted, since nothing had been asked for. */
  @Test
  void fileThatIsNotFoundByTheFirstRequestIsNotDeleted() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Credentials failing =
        () -> {
          if (asked.incrementAndGet() == 1) {
            throw new IOException("vault down");
          }
          return "Bearer x";
        };
    try (CountingServer server = server("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n")) {
      MediaFiles media =
          Examples.client(server.url())
              .credentials(failing)
              .retryPolicy(RetryPolicy.standard())
              .sleeper(new RecordedSleeper())
              .build()
              .media();

      assertThatThrownBy(() -> media.delete("a"))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
      assertThat(asked).hasValue(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 206 Partial Content\nContent-Length: 2\n\nhi",
        "HTTP/1.1 201 Created\nContent-Length: 2\n\nhi",
        "HTTP/1.1 204 No Content\n\n"
      })
  void otherSuccessIsNoFile(String response) throws IOException {
    try (CountingServer server = server(response)) {
      assertThatThrownBy(() -> media(server).download("a", folder.resolve("a")))
          .isInstanceOf(ApiException.class)
          .hasMessageEndingWith(" instead of 200");
      assertThat(files()).isEmpty();
    }
  }

  /** It has another length than it says: what comes after it is not of the file. */
  @Test
  void takesNoMoreThanTheResponseSays() throws IOException {
    String hi = "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi";
    try (CountingServer server = server(hi + "HTTP/1.1 200 OK\nContent-Length: 2\n\nno", hi)) {
      MediaFiles media = media(server);
      media.download("a", folder.resolve("a"));
      media.download("a", folder.resolve("b"));

      assertThat(folder.resolve("a")).hasContent("hi");
      assertThat(folder.resolve("b")).hasContent("hi");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\nX: ",
        "HTTP/1.1 200 OK\nContent-Length: 10000\n\nhi",
        "HTTP/1.1 200 OK\n\nhi"
      })
  void downloadThatStallsOrDripsEndsInTime(String beginning) throws IOException {
    try (CountingServer server = dripping(beginning)) {
      assertThatThrownBy(() -> media(server).download("a", folder.resolve("a"), IMPATIENT))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.isRetryable()).isTrue())
          .hasMessageContaining("timeout");
      assertThat(files()).isEmpty();
    } finally {
      done.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingStreamEndsTheDownload(boolean isListening) throws IOException {
    OkHttpClient.Builder http = new OkHttpClient.Builder();
    if (isListening) {
      http.eventListener(new EventListener() {});
    }
    try (CountingServer server = dripping("HTTP/1.1 200 OK\nContent-Length: 10000\n\nhi")) {
      MediaDownload download =
          Examples.client(server.url()).httpClient(http.build()).build().media().download("a");
      download.close();

      assertThatThrownBy(() -> download.content().readAllBytes()).isNotNull();
    } finally {
      done.countDown();
    }
  }

  @Test
  void streamThatDripsEndsInTime() throws IOException {
    try (CountingServer server = dripping("HTTP/1.1 200 OK\nContent-Length: 10000\n\nhi");
        MediaDownload download = media(server).download("a", IMPATIENT)) {
      assertThatIOException()
          .isThrownBy(() -> download.content().readAllBytes())
          .withMessage("timeout");
    } finally {
      done.countDown();
    }
  }

  @Test
  void uploadToServerThatReadsNothingEndsInTime() throws IOException {
    try (CountingServer server =
        new CountingServer(
            new CountingServer.Behaviour() {
              @Override
              public void head(String head) {
                await();
              }

              @Override
              public boolean answer(int number, Socket socket) {
                return false;
              }
            })) {
      MediaUpload large =
          MediaUpload.of("a.png", 2_000_000_000, () -> new Endless()).withoutLimits();

      assertThatThrownBy(() -> media(server).upload(large, IMPATIENT))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.isRetryable()).isTrue())
          .hasMessageEndingWith("-> no response: timeout");
    } finally {
      done.countDown();
    }
  }

  @Test
  void pageTokenIsRepeatedInItsHeader() throws IOException {
    String token = "1w6/xJ+8=";
    try (CountingServer server =
        server(
            page("[{\"mediaName\":\"a\"},null,{\"mediaName\":\"b\",\"new\":1}]", token),
            page("[]", " next "),
            page("[{\"mediaName\":\"c\"}]", null))) {
      assertThat(media(server).list())
          .extracting(MediaItem::mediaName)
          .containsExactly("a", "b", "c");

      assertThat(heads.get(0)).doesNotContain("Continuation-Token");
      assertThat(heads.get(1)).contains("\nContinuation-Token: " + token + "\n");
      assertThat(heads.get(2)).contains("\nContinuation-Token: next\n");
    }
  }

  @Test
  void listThatNeverEndsIsAnError() throws IOException {
    try (CountingServer server =
        server(
            page("[{\"mediaName\":\"a\"}]", "x"),
            page("[{\"mediaName\":\"b\"}]", "y"),
            page("[{\"mediaName\":\"c\"}]", "x"),
            page("[{\"mediaName\":\"d\"}]", "y"),
            page("[{\"mediaName\":\"e\"}]", "x"))) {
      Iterator<MediaItem> items = media(server).list().iterator();
      items.next();

      assertThatThrownBy(
              () -> {
                while (true) {
                  items.next();
                }
              })
          .isInstanceOf(ApiException.class)
          .hasMessage(
              "GET /users/{accountId}/media -> 200, but its Continuation-Token repeats an earlier"
                  + " one, so the list never ends");
    }
  }

  @Test
  void invalidPageTokenIsAnErrorThatDoesNotQuoteIt() throws IOException {
    try (CountingServer server = server(page("[{\"mediaName\":\"a\"}]", "t\u00c3\u00b6ken"))) {
      Iterator<MediaItem> items = media(server).list().iterator();

      assertThat(items.next().mediaName()).isEqualTo("a");
      assertThatThrownBy(items::hasNext)
          .isInstanceOf(ApiException.class)
          .hasMessage(
              "GET /users/{accountId}/media -> 200, but its Continuation-Token contains a"
                  + " character that HTTP does not allow in a header, so the next page cannot be"
                  + " requested")
          .hasNoCause();
    }
  }

  @Test
  void expiredPageTokenIsAnErrorAndNotTheEnd() throws IOException {
    try (CountingServer server =
        server(
            page("[{\"mediaName\":\"a\"}]", "old"),
            "HTTP/1.1 400 Bad\nContent-Length: 52\n\n"
                + "{\"type\":\"bad-request\",\"description\":\"token expired\"}")) {
      Iterator<MediaItem> items = media(server).list().iterator();

      assertThat(items.next().mediaName()).isEqualTo("a");
      assertThatThrownBy(items::hasNext)
          .hasMessage("GET /users/{accountId}/media -> 400 bad-request: token expired");
    }
  }

  @Test
  void errorsQuoteNoNameAndNoCredentials() throws IOException {
    String body =
        "{\"type\":\"bad\",\"description\":\"no family-photo.png for dXNlcjpzZWNyZXQtd29yZA==\"}";
    try (CountingServer server =
        server("HTTP/1.1 400 Bad\nContent-Length: %d\n\n%s".formatted(body.length(), body))) {
      assertThatThrownBy(() -> media(server).download("family-photo.png"))
          .hasMessage("GET /users/{accountId}/media/{mediaId} -> 400 bad: no ••• for •••");
    }
  }

  private static final class Endless extends ByteArrayInputStream {
    Endless() {
      super(new byte[1]);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return length;
    }

    @Override
    public int read(byte[] bytes) {
      return bytes.length;
    }
  }

  private static String page(String json, @Nullable String token) {
    return "HTTP/1.1 200 OK\nContent-Type: application/json\n%sContent-Length: %d\n\n%s"
        .formatted(token == null ? "" : "Continuation-Token: " + token + "\n", json.length(), json);
  }

  private CountingServer dripping(String beginning) throws IOException {
    return new CountingServer(
        (number, socket) -> {
          write(socket, beginning);
          try {
            while (!done.await(50, TimeUnit.MILLISECONDS)) {
              write(socket, "x");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return false;
        });
  }

  private void await() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the responses in turn, and keeps the connection open after whole ones. */
  private CountingServer server(String... responses) throws IOException {
    return new CountingServer(
        new CountingServer.Behaviour() {
          @Override
          public boolean answer(int number, Socket socket) throws IOException {
            String response = responses[(number - 1) % responses.length];
            write(socket, response);
            return response.endsWith("\n\n")
                || response.endsWith("Content-Length: 2\n\nhi")
                || response.endsWith("]");
          }

          @Override
          public void head(String head) {
            heads.add(head);
          }

          @Override
          public void read(String message) {
            bodies.add(message);
          }
        });
  }

  private static MediaFiles media(CountingServer server) {
    return Examples.client(server.url()).build().media();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
