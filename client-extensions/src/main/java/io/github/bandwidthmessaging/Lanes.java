package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private final OkHttpClient client;
  private final int size;
  private final ExecutorService threads = Transport.callThreads();
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private volatile boolean isOpen;

  Lanes(OkHttpClient client, HttpUrl baseUrl, int inFlight) {
    this.client = client;
    Protocol sharing = baseUrl.isHttps() ? Protocol.HTTP_2 : Protocol.H2_PRIOR_KNOWLEDGE;
    boolean canShare = client.protocols().contains(sharing);
    this.size = canShare ? Math.min(inFlight, STREAMS) : inFlight;
    this.isOpen = !canShare;
  }

  /** Returns the first lane with room for a message, which calls {@link Lane#leave} in the end. */
  Lane enter() {
    for (Lane lane : lanes) {
      if (lane.inFlight.get() < size) {
        lane.inFlight.incrementAndGet();
        return lane;
      }
    }
    Lane lane = new Lane();
    lanes.add(lane);
    return lane;
  }

  /** Lets no message wait any longer. */
  void open() {
    isOpen = true;
    lanes.forEach(lane -> lane.opened.countDown());
  }

  void close() {
    threads.shutdown();
    lanes.forEach(lane -> lane.client.connectionPool().evictAll());
  }

  /** A client for some of the messages. */
  final class Lane extends EventListener {
    private final OkHttpClient client = Transport.batch(Lanes.this.client, threads, size, this);
    private final AtomicInteger inFlight = new AtomicInteger(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    OkHttpClient client() {
      return client;
    }

    boolean isOpen() {
      return isOpen || opened.getCount() == 0;
    }

    void leave() {
      inFlight.decrementAndGet();
      opened.countDown();
    }

    /** Waits until the first message has a connection, has ended, or takes too long. */
    void awaitOpen() {
      try {
        if (!isOpen() && !opened.await(LONGEST_WAIT_SECONDS, SECONDS)) {
          open();
        }
      } catch (InterruptedException e) {
        // A source or pace restored this thread's interrupt flag: the others need not wait.
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
