package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.accepting;
import static io.github.bandwidthmessaging.CountingServer.await;
import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.MULTI_CHANNEL;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ClosedClientTest {
  private static final String CLOSED = "The client is closed";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void failsEveryCall(boolean usersHttpClient) throws Exception {
    AtomicInteger listeners = new AtomicInteger();
    try (CountingServer server = accepting()) {
      MessagingClient.Builder builder =
          Examples.client(server.url())
              .listener(
                  request -> {
                    listeners.incrementAndGet();
                    return new RequestListener() {};
                  });
      OkHttpClient users = new OkHttpClient();
      MessagingClient client = (usersHttpClient ? builder.httpClient(users) : builder).build();
      MediaFiles media = client.media();
      MessageHistory messages = client.messages();
      client.close();
      client.close();

      List<ThrowingCallable> calls =
          List.of(
              () -> client.send(REQUEST),
              () -> client.send(MULTI_CHANNEL),
              () -> client.sendAll(List.of(REQUEST), BatchOptions.defaults()),
              () -> media.upload(MediaUpload.of("a.png", new byte[1])),
              () -> media.download("a.png"),
              () -> media.list().iterator().hasNext(),
              () -> media.delete("a.png"),
              () -> client.media().delete("a.png"),
              () -> messages.byId("1"),
              () -> messages.find(List.of(unknown()), id -> false, Duration.ZERO),
              client::checkCredentials);
      assertThat(calls)
          .allSatisfy(
              call -> assertThatIllegalStateException().isThrownBy(call).withMessage(CLOSED));
      assertThat(Stream.of(client.sendAsync(REQUEST), client.sendAsync(MULTI_CHANNEL)))
          .allSatisfy(
              future ->
                  assertThatThrownBy(() -> future.get(20, SECONDS))
                      .cause()
                      .isExactlyInstanceOf(IllegalStateException.class)
                      .hasMessage(CLOSED));
      assertThat(server.requests()).isZero();
      assertThat(listeners).hasValue(0);
      users.dispatcher().executorService().shutdown();
    }
  }

  /** More than are sent at the same time. */
  @Test
  void finishesMessagesInFlight() throws Exception {
    int count = 100;
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              first.countDown();
              await(closed);
              write(socket, StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      MessagingClient client = Examples.client(server.url()).build();
      List<CompletableFuture<SendResult>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        futures.add(client.sendAsync(REQUEST));
      }
      first.await();
      client.close();
      closed.countDown();

      for (CompletableFuture<SendResult> future : futures) {
        assertThat(future.get(20, SECONDS).id()).isEqualTo("1");
      }
      assertThat(server.messages()).isEqualTo(count);
    }
  }

  @Test
  void retriesMessagesInFlight() throws Exception {
    BlockingQueue<Runnable> next = new LinkedBlockingQueue<>();
    Sleeper held =
        new Sleeper() {
          @Override
          public void sleep(Duration wait) {}

          @Override
          public void schedule(Duration wait, Runnable work) {
            next.add(work);
          }
        };
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(
                  socket,
                  number == 1
                      ? "HTTP/1.1 429 Slow down\nContent-Length: 0\n\n"
                      : StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      MessagingClient client =
          Examples.client(server.url()).retryPolicy(RetryPolicy.standard()).sleeper(held).build();
      CompletableFuture<SendResult> future = client.sendAsync(REQUEST);
      Runnable retry = next.take();
      client.close();
      retry.run();

      assertThat(future.get(20, SECONDS).attempts()).isEqualTo(2);
    }
  }

  @Test
  void tellsOutcomeOfMessageInFlight() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              reached.countDown();
              await(closed);
              return false;
            })) {
      MessagingClient client = Examples.client(server.url()).build();
      CompletableFuture<SendResult> future = client.sendAsync(REQUEST);
      reached.await();
      client.close();
      closed.countDown();

      assertThatThrownBy(() -> future.get(20, SECONDS))
          .cause()
          .isInstanceOf(UnknownOutcomeException.class);
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void batchSaysWhereItEnded() throws Exception {
    try (CountingServer server = accepting()) {
      MessagingClient client = Examples.client(server.url()).build();
      Iterator<MessageRequest> source = Collections.nCopies(9, REQUEST).iterator();
      int results = 0;
      try (Batch<MessageRequest> batch =
          client.sendAll(source, BatchOptions.defaults().withInFlight(1))) {
        Iterator<Batch.Result<MessageRequest>> each = batch.iterator();
        // With one in flight, the second item is taken when the first result has been.
        assertThat(each.hasNext()).isTrue();
        client.close();
        assertThatIllegalStateException()
            .isThrownBy(() -> each.forEachRemaining(result -> {}))
            .withMessage(CLOSED);
      }
      while (source.hasNext()) {
        source.next();
        results++;
      }

      assertThat(results).isPositive();
      assertThat(server.messages()).isEqualTo(9 - results);
    }
  }

  @Test
  void batchEndsAsUsualIfNothingIsLeft() throws Exception {
    try (CountingServer server = accepting()) {
      MessagingClient client = Examples.client(server.url()).build();
      try (Batch<MessageRequest> batch =
          client.sendAll(List.of(REQUEST), BatchOptions.defaults())) {
        Iterator<Batch.Result<MessageRequest>> each = batch.iterator();
        each.next();
        client.close();

        assertThat(each.hasNext()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void doesNotCloseRelatedClients(boolean usersHttpClient) throws Exception {
    try (CountingServer server = accepting()) {
      OkHttpClient users = new OkHttpClient();
      MessagingClient.Builder builder = Examples.client(server.url());
      MessagingClient parent = (usersHttpClient ? builder.httpClient(users) : builder).build();
      MessagingClient child = parent.newBuilder().build();
      MessagingClient grandchild = child.newBuilder().build();
      assertThat(sends(parent)).isEqualTo("1");
      assertThat(sends(child)).isEqualTo("1");
      child.close();

      assertThat(sends(parent)).isEqualTo("1");
      assertThat(sends(grandchild)).isEqualTo("1");
      parent.close();
      assertThat(sends(grandchild)).isEqualTo("1");
      assertThat(sends(parent.newBuilder().build())).isEqualTo("1");
      assertThat(server.messages()).isEqualTo(12);
      users.dispatcher().executorService().shutdown();
    }
  }

  @Test
  void endsLookupThatWaits() throws Exception {
    try (FakeBandwidth bandwidth = FakeBandwidth.start()) {
      MessagingClient client = Examples.client(bandwidth.url()).build();

      assertThatThrownBy(
              () ->
                  closedWhileItWaits(
                      client,
                      () ->
                          client
                              .messages()
                              .find(List.of(unknown()), id -> false, Duration.ofMinutes(17))))
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage(CLOSED);
    }
  }

  @Test
  void endsWaitBeforeRetryOfSearchWithItsFailure() throws Exception {
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, "HTTP/1.1 429 No\nRetry-After: 60\nContent-Length: 0\n\n");
              return true;
            })) {
      MessagingClient client =
          Examples.client(server.url()).retryPolicy(RetryPolicy.standard()).build();

      assertThatThrownBy(() -> closedWhileItWaits(client, () -> client.messages().byId("1")))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> {
                assertThat(e.status()).isEqualTo(429);
                assertThat(e.getSuppressed())
                    .singleElement()
                    .isInstanceOf(IllegalStateException.class)
                    .extracting(Throwable::getMessage)
                    .isEqualTo(CLOSED);
              });
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  /** Closes the client when the thread of a call waits, and throws what the call throws. */
  private static void closedWhileItWaits(MessagingClient client, ThrowingCallable call)
      throws Throwable {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                call.call();
                end.complete(null);
              } catch (Throwable e) {
                end.completeExceptionally(e);
              }
            });
    thread.start();
    while (!isInWait(thread)) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    client.close();
    try {
      end.get(10, SECONDS);
    } catch (ExecutionException e) {
      throw requireNonNull(e.getCause());
    }
  }

  private static boolean isInWait(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING
        && Stream.of(thread.getStackTrace())
            .anyMatch(frame -> frame.getMethodName().equals("sleepWhileOpen"));
  }

  private static String sends(MessagingClient client) throws Exception {
    client.send(REQUEST);
    return client.sendAsync(REQUEST).get(20, SECONDS).id();
  }

  private static UnknownMessage unknown() {
    Instant now = Instant.now();
    return UnknownMessage.of(REQUEST, now.minusSeconds(1), now);
  }
}
