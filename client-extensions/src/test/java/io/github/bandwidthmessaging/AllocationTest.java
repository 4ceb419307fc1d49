package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static io.github.bandwidthmessaging.Examples.TEXT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.sun.management.ThreadMXBean;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many bytes the sending thread allocates, once all is loaded. C2, which users have and these
 * tests do not, leaves out some more.
 */
@Tag("thorough")
@Timeout(60)
class AllocationTest {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  private interface Work {
    void run() throws Exception;
  }

  @ParameterizedTest
  @CsvSource({"example1, 500", "example5, 500"})
  void writesMessageInFewBytes(String example, long limit) throws Exception {
    JsonAdapter<MessageRequest> adapter = RetrofitClient.moshi().adapter(MessageRequest.class);
    MessageRequest message;
    try (InputStream in =
        requireNonNull(
            AllocationTest.class.getResourceAsStream("/payloads/request-" + example + ".json"))) {
      message = requireNonNull(adapter.fromJson(new Buffer().readFrom(in)));
    }
    Buffer buffer = new Buffer();

    assertThat(
            bytes(
                () -> {
                  adapter.toJson(buffer, message);
                  buffer.clear();
                }))
        .isLessThanOrEqualTo(limit);
  }

  @Test
  void buildsAndSendsMessageInFewBytes() throws Exception {
    try (CountingServer server = CountingServer.accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      assertThat(bytes(() -> client.send(SENDER.text(FIRST, TEXT).withTag("test message"))))
          .isLessThanOrEqualTo(17_000);
    }
  }

  /** Returns the least of some rounds, because the first ones also load and compile. */
  private static long bytes(Work work) throws Exception {
    int times = 500;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < times; i++) {
        work.run();
      }
      least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / times);
    }
    return least;
  }
}
