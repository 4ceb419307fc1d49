package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.await;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Timeout(60)
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
  /** Many more than there are carrier threads, which a virtual thread must not keep. */
  private static final int COUNT = 60;

  @Test
  void waitForResponsesWithoutKeepingTheirCarriers() throws Exception {
    sendTogether(client -> () -> client.send(REQUEST).id());
  }

  @Test
  void sendAsync() throws Exception {
    sendTogether(client -> () -> client.sendAsync(REQUEST).get().id());
  }

  @EnabledForJreRange(min = JRE.JAVA_24)
  @Test
  void runCallsOfClient() throws Exception {
    try (CountingServer server = CountingServer.accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      assertThat(isAsyncVirtual(client)).isTrue();
      assertThat(isAsyncVirtual(client.newBuilder().build())).isTrue();

      BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
      MessagingClient heard = heardOn(threads, client);
      try (Batch<MessageRequest> batch =
          heard.sendAll(Collections.nCopies(COUNT, REQUEST), BatchOptions.defaults())) {
        batch.forEach(result -> assertThat(result.outcome()).isEqualTo(Outcome.SENT));
      }
      assertThat(threads).hasSize(COUNT).allMatch(VirtualThreadsTest::isVirtual);
    }
  }

  @Test
  void areNotForcedOnUsersClient() throws Exception {
    OkHttpClient users = new OkHttpClient();
    try (CountingServer server = CountingServer.accepting();
        MessagingClient client = Examples.client(server.url()).httpClient(users).build()) {
      assertThat(isAsyncVirtual(client)).isFalse();
      users.dispatcher().executorService().shutdown();
    }
  }

  /** If there is not even memory for the thread that keeps the program alive. */
  @EnabledForJreRange(min = JRE.JAVA_24)
  @Test
  void runNoCallWithoutTheThreadThatWaits() throws Exception {
    AtomicBoolean noMemory = new AtomicBoolean(true);
    VirtualCalls calls =
        new VirtualCalls(
            60,
            work -> {
              if (noMemory.get()) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return new Thread(work);
            });
    CountDownLatch end = new CountDownLatch(1);
    BlockingQueue<String> run = new LinkedBlockingQueue<>();
    assertThatThrownBy(() -> calls.execute(() -> run.add("first")))
        .isInstanceOf(OutOfMemoryError.class);
    noMemory.set(false);
    calls.execute(
        () -> {
          run.add("second");
          try {
            end.await();
          } catch (InterruptedException e) {
            run.add("interrupted");
          }
        });
    calls.shutdown();

    assertThat(run.poll(20, SECONDS)).isEqualTo("second");
    assertThat(calls.awaitTermination(100, MILLISECONDS)).isFalse();
    end.countDown();
    assertThat(calls.awaitTermination(20, SECONDS)).isTrue();
    assertThat(run).isEmpty();
  }

  private static boolean isAsyncVirtual(MessagingClient client) throws Exception {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    heardOn(threads, client).sendAsync(REQUEST).get(20, SECONDS);
    return isVirtual(threads.take());
  }

  /** Returns a client whose calls add their threads. */
  private static MessagingClient heardOn(BlockingQueue<Thread> threads, MessagingClient client) {
    RequestListener listener =
        new RequestListener() {
          @Override
          public void attemptFinished(AttemptInfo attempt) {
            threads.add(Thread.currentThread());
          }
        };
    return client.newBuilder().listener(request -> listener).build();
  }

  private static boolean isVirtual(Thread thread) {
    try {
      return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Sending {
    Callable<String> with(MessagingClient client);
  }

  /** No message has a response before all have arrived. */
  private static void sendTogether(Sending sending) throws Exception {
    CountDownLatch all = new CountDownLatch(COUNT);
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  all.countDown();
                  await(all);
                  CountingServer.write(socket, StaleConnectionTest.ACCEPTED);
                  return true;
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      ExecutorService threads =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      List<Future<String>> ids = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        ids.add(threads.submit(sending.with(client)));
      }
      for (Future<String> id : ids) {
        assertThat(id.get(40, SECONDS)).isEqualTo("1");
      }
      threads.shutdown();
      assertThat(server.messages()).isEqualTo(COUNT);
    }
  }
}
