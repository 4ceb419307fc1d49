package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.accepting;
import static io.github.bandwidthmessaging.CountingServer.await;
import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsyncTest {
  @Test
  void completesWithMessage() throws Exception {
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      assertThat(client.sendAsync(REQUEST).get(20, SECONDS).id()).isEqualTo("1");
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void completesWithSameFailureAsWaiting() throws Exception {
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  write(socket, "HTTP/1.1 400 Bad\nContent-Length: 0\n\n");
                  return true;
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      Throwable failure = client.sendAsync(REQUEST).handle((m, e) -> e).get(20, SECONDS);

      assertThat(failure)
          .isInstanceOf(RefusedException.class)
          .hasMessage("POST /users/{accountId}/messages -> 400 without Bandwidth's explanation");
    }
  }

  @Test
  void cancelsCallWhenCancelled() throws Exception {
    BlockingQueue<Socket> reached = new LinkedBlockingQueue<>();
    CountDownLatch hungUp = new CountDownLatch(1);
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  reached.add(socket);
                  try {
                    int unused = socket.getInputStream().read();
                  } finally {
                    hungUp.countDown();
                  }
                  return false;
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      CompletableFuture<SendResult> future = client.sendAsync(REQUEST);
      reached.take();

      assertThat(future.cancel(false)).isTrue();
      assertThat(hungUp.await(20, SECONDS)).isTrue();
    }
  }

  @Test
  void doesNotRetryAfterBeingCancelledDuringWait() throws Exception {
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, "HTTP/1.1 429 Slow down\nContent-Length: 0\n\n");
              return true;
            })) {
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
      OkHttpClient users = new OkHttpClient();
      MessagingClient client =
          Examples.client(server.url())
              .httpClient(users)
              .retryPolicy(RetryPolicy.standard())
              .sleeper(held)
              .build();
      CompletableFuture<SendResult> future = client.sendAsync(REQUEST);
      Runnable retry = next.take();
      future.cancel(false);
      retry.run();
      ExecutorService calls = users.dispatcher().executorService();
      calls.shutdown();

      assertThat(calls.awaitTermination(20, SECONDS)).isTrue();
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  /** More than OkHttp runs at the same time. */
  @Test
  void dependentStagesCanWaitForOtherMessages() throws Exception {
    int count = 200;
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      List<CompletableFuture<String>> pairs = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        pairs.add(
            client.sendAsync(REQUEST).thenApply(first -> client.sendAsync(REQUEST).join().id()));
      }
      for (CompletableFuture<String> pair : pairs) {
        assertThat(pair.get(20, SECONDS)).isEqualTo("1");
      }
      assertThat(server.messages()).isEqualTo(2 * count);
    }
  }

  @Test
  void countsTimeInQueueOfDispatcherAndSendsNothingAfterwards() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              first.countDown();
              await(answer);
              write(socket, StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      Dispatcher one = new Dispatcher();
      one.setMaxRequests(1);
      MessagingClient client =
          Examples.client(server.url())
              .httpClient(new OkHttpClient.Builder().dispatcher(one).build())
              .build();
      CompletableFuture<SendResult> running = client.sendAsync(REQUEST);
      first.await();
      Throwable failure =
          client
              .sendAsync(REQUEST, RequestOptions.none().withAttemptTimeout(Duration.ofMillis(50)))
              .handle((receipt, e) -> e)
              .get(20, SECONDS);
      assertThat(failure).isInstanceOf(NotSentException.class).hasMessageContaining("timeout");
      assertThat(one.queuedCallsCount()).isEqualTo(1);
      answer.countDown();
      running.get(20, SECONDS);
      client.sendAsync(REQUEST).get(20, SECONDS);

      assertThat(server.messages()).isEqualTo(2);
      one.executorService().shutdown();
    }
  }

  @Test
  void canBeSharedByThreads() throws Exception {
    int threads = 16;
    int each = 25;
    Set<String> ids = ConcurrentHashMap.newKeySet();
    CyclicBarrier together = new CyclicBarrier(threads);
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  String body = "{\"id\":\"" + (1_000 + number) + "\"}";
                  write(
                      socket,
                      "HTTP/1.1 202 Accepted\nContent-Length: " + body.length() + "\n\n" + body);
                  return true;
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      List<Future<?>> work = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        work.add(
            executor.submit(
                () -> {
                  together.await();
                  for (int i = 0; i < each; i++) {
                    ids.add(client.send(REQUEST).id());
                  }
                  return null;
                }));
      }
      for (Future<?> each1 : work) {
        each1.get(20, SECONDS);
      }
      executor.shutdown();

      assertThat(server.messages()).isEqualTo(threads * each);
      assertThat(ids).hasSize(threads * each);
    }
  }

  @Test
  void tellsListenerOfCancellationAtOnce() throws Exception {
    BlockingQueue<RequestListener.Completion> completions = new LinkedBlockingQueue<>();
    RequestListener listener =
        new RequestListener() {
          @Override
          public void finished(Completion completion) {
            completions.add(completion);
          }
        };
    CountDownLatch waiting = new CountDownLatch(1);
    Sleeper sleeper =
        new Sleeper() {
          @Override
          public void sleep(Duration wait) {}

          @Override
          public void schedule(Duration wait, Runnable work) {
            waiting.countDown();
          }
        };
    Dispatcher narrow = new Dispatcher();
    narrow.setMaxRequests(1);
    CountDownLatch end = new CountDownLatch(1);
    try (CountingServer full =
            new CountingServer(
                (number, socket) -> {
                  CountingServer.write(socket, "HTTP/1.1 429 F\nContent-Length: 0\n\n");
                  return true;
                });
        CountingServer silent =
            new CountingServer(
                (number, socket) -> {
                  end.countDown();
                  return socket.getInputStream().read() >= 0;
                })) {
      CompletableFuture<SendResult> retried =
          Examples.client(full.url())
              .retryPolicy(RetryPolicy.standard())
              .sleeper(sleeper)
              .listener(request -> listener)
              .build()
              .sendAsync(REQUEST);
      assertThat(waiting.await(10, SECONDS)).isTrue();
      retried.cancel(true);

      assertThat(requireNonNull(completions.poll(10, SECONDS)).status()).isEqualTo(429);

      MessagingClient client =
          Examples.client(silent.url())
              .httpClient(new OkHttpClient.Builder().dispatcher(narrow).build())
              .listener(request -> listener)
              .build();
      CompletableFuture<SendResult> first = client.sendAsync(REQUEST);
      assertThat(end.await(10, SECONDS)).isTrue();
      CompletableFuture<SendResult> queued = client.sendAsync(REQUEST);
      queued.cancel(true);

      assertThat(requireNonNull(completions.poll(10, SECONDS)).outcome())
          .isEqualTo(Outcome.NOT_SENT);
      first.cancel(true);
    }
  }

  @Test
  void closeEndsThreadsOfOwnClient() throws Exception {
    try (CountingServer server = accepting()) {
      ThreadGroup group = new ThreadGroup("program");
      FutureTask<SendResult> program =
          new FutureTask<>(
              () -> {
                try (MessagingClient client = Examples.client(server.url()).build()) {
                  return client.sendAsync(REQUEST).join();
                }
              });
      new Thread(group, program).start();
      assertThat(program.get(20, SECONDS).id()).isEqualTo("1");
      Thread[] left = new Thread[100];
      int count = group.enumerate(left);
      for (int i = 0; i < count; i++) {
        if (!left[i].isDaemon()) {
          // Without close it would wait for a minute.
          left[i].join(20_000);
          assertThat(left[i].isAlive()).as(left[i].getName()).isFalse();
        }
      }
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void programEndsOnlyAfterWhatItHasBegunToSend() throws Exception {
    CountDownLatch mainHasEnded = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              await(mainHasEnded);
              write(socket, StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      Process program = Jvm.of(List.of(), Program.class, server.url()).start();
      try (BufferedReader output = program.inputReader()) {
        assertThat(output.readLine()).isEqualTo("main has ended");
        mainHasEnded.countDown();

        assertThat(output.readLine()).isEqualTo("SENT");
        assertThat(program.waitFor(20, SECONDS)).isTrue();
      } finally {
        program.destroyForcibly();
      }
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  /** Waits for nothing that it sends. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      Thread main = Thread.currentThread();
      Thread watch =
          new Thread(
              () -> {
                try {
                  main.join();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                System.out.println("main has ended");
              });
      watch.setDaemon(true);
      watch.start();
      RequestListener listener =
          new RequestListener() {
            @Override
            public void finished(Completion completion) {
              System.out.println(completion.outcome());
            }
          };
      try (MessagingClient client =
          Examples.client(args[0]).listener(request -> listener).build()) {
        CompletableFuture<SendResult> unused = client.sendAsync(REQUEST);
      }
    }
  }

  @Test
  void closeClosesIdleConnections() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, StaleConnectionTest.ACCEPTED);
              try {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
              } finally {
                hungUp.countDown();
              }
              return false;
            })) {
      MessagingClient client = Examples.client(server.url()).build();
      client.send(REQUEST);
      client.close();

      assertThat(hungUp.await(10, SECONDS)).isTrue();
    }
  }

  @Test
  void closeDoesNotCloseUsersClient() throws Exception {
    try (CountingServer server = accepting()) {
      OkHttpClient users = new OkHttpClient();
      MessagingClient client = Examples.client(server.url()).httpClient(users).build();
      client.send(REQUEST);
      client.close();

      assertThat(users.dispatcher().executorService().isShutdown()).isFalse();
      assertThat(users.connectionPool().connectionCount()).isEqualTo(1);
      users.dispatcher().executorService().shutdown();
    }
  }
}
