package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The HTTP clients of a batch. Over HTTP/2, each has one connection: OkHttp opens one for every
 * call that finds none with room, so a thousand calls that begin together would open hundreds, and
 * close all but a few.
 */
final class Lanes {
  /** What a server should let share a connection at least (RFC 9113, 6.5.2). */
  private static final int STREAMS = 100;

  /** How long the messages of a lane wait for its first to have a connection. */
  private static final long LONGEST_WAIT_SECONDS = 5;

  private final ExecutorService threads = Transport.callThreads();
  private final List<Lane> lanes = new ArrayList<>();

  Lanes(OkHttpClient client, HttpUrl baseUrl, int inFlight) {
    Protocol shared = baseUrl.isHttps() ? Protocol.HTTP_2 : Protocol.H2_PRIOR_KNOWLEDGE;
    boolean canShare = client.protocols().contains(shared);
    for (int left = inFlight; left > 0; ) {
      int size = canShare ? Math.min(left, STREAMS) : left;
      lanes.add(new Lane(client, size, canShare));
      left -= size;
    }
  }

  /** Returns the first lane with room, which a message must {@link Lane#leave}. */
  Lane enter() {
    for (Lane lane : lanes) {
      if (lane.inFlight.get() < lane.size) {
        lane.inFlight.incrementAndGet();
        return lane;
      }
    }
    throw new IllegalStateException("More messages in flight than lanes have room for");
  }

  /** Lets nothing wait any longer. */
  void open() {
    lanes.forEach(lane -> lane.opened.countDown());
  }

  void close() {
    threads.shutdown();
    lanes.forEach(lane -> lane.client.connectionPool().evictAll());
  }

  /** A client for some of the messages. */
  final class Lane extends EventListener {
    private final OkHttpClient client;
    private final int size;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CountDownLatch opened;

    private Lane(OkHttpClient client, int size, boolean canShare) {
      this.size = size;
      this.opened = new CountDownLatch(canShare ? 1 : 0);
      this.client = Transport.batch(client, threads, size, this);
    }

    OkHttpClient client() {
      return client;
    }

    boolean isOpen() {
      return opened.getCount() == 0;
    }

    void leave() {
      inFlight.decrementAndGet();
      opened.countDown();
    }

    /** Waits until the first message has a connection, or has none in reasonable time. */
    void awaitOpen() {
      try {
        if (!opened.await(LONGEST_WAIT_SECONDS, SECONDS)) {
          open();
        }
      } catch (InterruptedException e) {
        // A source or pace restored this thread's interrupt flag: no reason to hurry.
        opened.countDown();
      }
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      Protocol protocol = connection.protocol();
      if (protocol == Protocol.HTTP_2 || protocol == Protocol.H2_PRIOR_KNOWLEDGE) {
        opened.countDown();
      } else {
        open();
      }
    }
  }
}
