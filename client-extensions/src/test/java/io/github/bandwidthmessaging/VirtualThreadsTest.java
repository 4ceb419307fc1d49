package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    sendTogether(client -> () -> client.send(Examples.REQUEST).id());
  }

  @Test
  void sendAsync() throws Exception {
    sendTogether(client -> () -> client.sendAsync(Examples.REQUEST).get().id());
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
