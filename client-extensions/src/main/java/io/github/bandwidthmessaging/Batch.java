package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.client.Message;
import io.github.bandwidthmessaging.client.MessageRequest;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Many messages on their way: the results, in the order in which they become known.
 *
 * <p>Requests are taken from their source one at a time, on a thread of its own, as results are
 * read; so memory holds no more than the messages in flight, whatever the length of the source.
 * Every request that was taken has exactly one result.
 *
 * <p>The results can be iterated once, by one thread. Where reading ends early, {@link #close()}
 * ends the sending.
 */
public final class Batch implements Iterable<Batch.Result>, AutoCloseable {
  /** What became of one message. */
  public static final class Result {
    private final MessageRequest request;
    private final @Nullable Receipt receipt;
    private final @Nullable MessagingException failure;

    private Result(
        MessageRequest request, @Nullable Receipt receipt, @Nullable MessagingException failure) {
      this.request = request;
      this.receipt = receipt;
      this.failure = failure;
    }

    /**
     * Returns the request.
     *
     * @return the same object that the source gave
     */
    public MessageRequest request() {
      return request;
    }

    /**
     * Returns what became of the message.
     *
     * @return {@link Outcome#SENT} if there is a message, else the failure's outcome
     */
    public Outcome outcome() {
      return failure == null ? Outcome.SENT : failure.outcome();
    }

    /**
     * Returns the message as Bandwidth has queued it.
     *
     * @return the message, or null if there is a failure
     */
    public @Nullable Message message() {
      return receipt == null ? null : receipt.message();
    }

    /**
     * Returns why there is no message.
     *
     * @return the failure, or null if there is a message
     */
    public @Nullable MessagingException failure() {
      return failure;
    }
  }

  private final Iterator<MessageRequest> source;
  private final Pace pace;
  private final BiFunction<MessageRequest, SendListener, Delivery> deliveries;
  private final Waiting waiting;
  private final OkHttpClient httpClient;
  private final Semaphore room;
  private final BlockingQueue<Object> results = new LinkedBlockingQueue<>();

  /** The messages in flight, and one for the source while it is read. */
  private final AtomicInteger open = new AtomicInteger(1);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
  private final Thread reader = new Thread(this::read, "bandwidth-messaging-batch");
  private final Results iterator = new Results();
  private volatile boolean stopped;
  private volatile @Nullable RuntimeException sourceFailure;

  Batch(
      Iterator<MessageRequest> source,
      int inFlight,
      Pace pace,
      BiFunction<MessageRequest, SendListener, Delivery> deliveries,
      Waiting waiting,
      OkHttpClient httpClient) {
    this.source = source;
    this.pace = pace;
    this.deliveries = deliveries;
    this.waiting = waiting;
    this.httpClient = httpClient;
    this.room = new Semaphore(inFlight);
  }

  Batch start() {
    reader.setDaemon(true);
    reader.start();
    return this;
  }

  /**
   * Returns the results.
   *
   * @return the same iterator each time; its {@code hasNext} waits for the next result, throws what
   *     the source of the requests threw, after all results, and {@link IllegalStateException} if
   *     the thread is interrupted
   */
  @Override
  public Iterator<Result> iterator() {
    return iterator;
  }

  /**
   * Takes no more requests from the source. The results of those already taken still come; one that
   * was waiting for its turn is reported as not sent. The source then stands at the first request
   * that was not taken: pass it to {@link MessagingClient#sendAll} again to go on.
   */
  public void stop() {
    stopped = true;
    reader.interrupt();
  }

  /**
   * Stops, waits until the messages in flight have come to an end, and ends the threads and
   * connections that were used. The remaining results can still be read.
   */
  @Override
  public void close() {
    stop();
    boolean interrupted = false;
    while (true) {
      try {
        ended.await();
        break;
      } catch (InterruptedException e) {
        // Time-outs bound the wait; leaving early would let the source be read by two threads.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      while (true) {
        room.acquire();
        if (stopped || !source.hasNext()) {
          return;
        }
        begin(source.next());
      }
    } catch (InterruptedException stop) {
      // Nothing more is begun.
    } catch (RuntimeException e) {
      sourceFailure = e;
    } finally {
      end();
    }
  }

  private void begin(MessageRequest request) throws InterruptedException {
    open.incrementAndGet();
    try {
      awaitTurn();
      pace.acquire((int) Math.max(1, MessageCheck.billedSegments(request)));
      CompletableFuture<Receipt> unused =
          deliveries
              .apply(request, new Brake())
              .sendAsync(receipt -> receipt)
              .whenComplete((receipt, failure) -> add(request, receipt, failure));
    } catch (InterruptedException e) {
      add(request, null, e);
      throw e;
    } catch (RuntimeException e) {
      add(request, null, e);
    }
  }

  private void awaitTurn() throws InterruptedException {
    for (long wait = untilTurn(); wait > 0; wait = untilTurn()) {
      waiting.await(Duration.ofNanos(wait));
    }
  }

  private long untilTurn() {
    return pausedUntil.get() - System.nanoTime();
  }

  private void add(MessageRequest request, @Nullable Receipt receipt, @Nullable Throwable failure) {
    MessagingException reason = null;
    if (failure instanceof MessagingException e) {
      reason = e;
    } else if (failure != null) {
      Exception cause = failure instanceof Exception e ? e : new CompletionException(failure);
      reason = Failures.unanswered(cause, new Attempt(0));
    }
    results.add(new Result(request, receipt, reason));
    end();
  }

  private void end() {
    if (open.decrementAndGet() == 0) {
      httpClient.dispatcher().executorService().shutdown();
      httpClient.connectionPool().evictAll();
      results.add(ended);
      ended.countDown();
    }
  }

  /** Holds the whole batch while one message waits because of a 429. */
  private final class Brake implements SendListener {
    @Override
    public void retryScheduled(int attempt, Duration wait, String reason) {
      if (reason.equals("429")) {
        long until = System.nanoTime() + wait.toNanos();
        pausedUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
      }
    }
  }

  private final class Results implements Iterator<Result> {
    private @Nullable Result next;
    private boolean over;

    @Override
    public boolean hasNext() {
      if (next == null && !over) {
        try {
          if (results.take() instanceof Result result) {
            next = result;
            room.release();
          } else {
            over = true;
            if (sourceFailure != null) {
              throw sourceFailure;
            }
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while waiting for a result", e);
        }
      }
      return next != null;
    }

    @Override
    public Result next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Result result = next;
      next = null;
      return result;
    }
  }
}
