package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends many messages concurrently; iterates over their results as they become known.
 *
 * <p>Items are taken from their source one at a time, on a separate thread, as results are read, so
 * memory holds only the messages in flight, however long the source is. Every item that was taken
 * has exactly one result.
 *
 * <p>The results can be iterated once, by one thread. If you stop reading early, {@link #close()}
 * stops the sending.
 *
 * <p>A 429 for one message holds the others back as well, whether or not that message is retried.
 * All guarantees of {@link MessagingClient#send(MessageRequest)} hold for each message. A batch has
 * its own connections and threads; everything else is as in the HTTP client.
 *
 * @param <T> what a message is sent for, such as a row of a table, or the message itself
 */
public final class Batch<T> implements Iterable<Batch.Result<T>>, AutoCloseable {
  /**
   * What became of the message for one item.
   *
   * @param <T> the type of the item
   */
  public static final class Result<T> {
    private final T item;
    private final @Nullable SendResult sent;
    private final @Nullable SendException failure;

    private Result(T item, @Nullable SendResult sent, @Nullable SendException failure) {
      this.item = item;
      this.sent = sent;
      this.failure = failure;
    }

    /**
     * Returns the item.
     *
     * @return the same object that the source returned
     */
    public T item() {
      return item;
    }

    /**
     * Returns what became of the message.
     *
     * @return {@link Outcome#SENT} if Bandwidth accepted it, else the failure's outcome
     */
    public Outcome outcome() {
      return failure == null ? Outcome.SENT : failure.outcome();
    }

    /**
     * Returns the message as Bandwidth accepted it.
     *
     * @return the message, or null if there is a failure
     */
    public @Nullable SendResult sent() {
      return sent;
    }

    /**
     * Returns the ID that Bandwidth gave the message, even if the rest of its response cannot be
     * read.
     *
     * @return the ID, or null if it is not known
     */
    public @Nullable String id() {
      if (sent != null) {
        return sent.id();
      }
      return failure instanceof UnreadableResponseException unreadable ? unreadable.id() : null;
    }

    /**
     * Returns why sending failed.
     *
     * @return the failure, or null if Bandwidth accepted the message
     */
    public @Nullable SendException failure() {
      return failure;
    }

    /** Returns the outcome and the ID, without the item and the message's content. */
    @Override
    public String toString() {
      return "Result[outcome=" + outcome() + ", id=" + id() + "]";
    }
  }

  /** Up to half a minute. */
  private static final int MAX_PAUSES = 7;

  /** So that 429s slow a batch down even if its policy has no delays. */
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  /** The longest pause of a batch, however long the server asks for. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final MessagingClient client;
  private final Lanes lanes;
  private final Iterator<? extends T> source;
  private final Function<? super T, MessageRequest> toRequest;
  private final Pace pace;
  private final RequestOptions requestOptions;
  private final Duration firstPause;
  private final Duration longestPause;
  private final BlockingQueue<Optional<Result<T>>> results = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread reader = new Thread(this::read, "bandwidth-messaging-batch");
  private final Results iterator = new Results();

  /** The messages in flight, and one for the source while it is read. */
  private final AtomicInteger open = new AtomicInteger(1);

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** How many more messages may be taken; guarded by the lock, as is all below. */
  private int room;

  private boolean stopped;
  private boolean inPace;
  private long pausedUntil = System.nanoTime();
  private int pauses;

  private volatile @Nullable Throwable sourceFailure;

  Batch(
      MessagingClient client,
      OkHttpClient httpClient,
      Iterator<? extends T> source,
      Function<? super T, MessageRequest> toRequest,
      BatchOptions options) {
    this.client = client;
    this.lanes = new Lanes(httpClient, client.baseUrl, options.inFlight());
    this.source = source;
    this.toRequest = toRequest;
    this.room = options.inFlight();
    this.pace = options.pace();
    this.requestOptions = options.requestOptions();
    RetryPolicy policy = requestOptions.retryPolicyOr(client.retryPolicy);
    this.firstPause = max(policy.firstDelay(), SHORTEST_PAUSE);
    this.longestPause = max(policy.maxDelay(), SHORTEST_PAUSE);
  }

  Batch<T> start() {
    reader.setDaemon(true);
    reader.start();
    return this;
  }

  /**
   * Returns the results.
   *
   * @return the same iterator each time. Its {@code hasNext} waits for the next result, and throws
   *     an {@link IllegalStateException} if the thread is interrupted. After all results, it throws
   *     what the source threw, or an {@code IllegalStateException} if the client was closed before
   *     the last item was taken.
   */
  @Override
  public Iterator<Result<T>> iterator() {
    return iterator;
  }

  /**
   * Takes no more items from the source. Items already taken still get their results; one that was
   * waiting for its turn is reported as not sent. The source is left at the first item that was not
   * taken: pass it to {@link MessagingClient#sendAll} again to resume.
   *
   * <p>Returns immediately and interrupts only {@link Pace#acquire}.
   */
  public void stop() {
    lanes.open();
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
      if (inPace) {
        reader.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Stops, waits until the messages in flight are finished, and releases the batch's threads and
   * connections. The remaining results can still be read.
   *
   * <p>Timeouts limit how long messages take. This method also waits while the source is being
   * read, and does not interrupt it: if its {@code hasNext} never returns, neither does this.
   *
   * <p>When called by the source, function, or pace of this batch, or by a {@link RequestListener},
   * it only stops, because it would wait for its own caller.
   */
  @Override
  public void close() {
    stop();
    if (Thread.currentThread() == reader || QuietListener.isRunning()) {
      return;
    }
    boolean interrupted = false;
    while (true) {
      try {
        ended.await();
        break;
      } catch (InterruptedException e) {
        // Leaving early would let the source be read by two threads.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      // Calls hasNext before a pause, so that no pause follows the last message.
      while (awaitRoom() && source.hasNext() && awaitPause()) {
        client.checkOpen();
        begin(source.next());
      }
    } catch (Throwable e) {
      sourceFailure = e;
    } finally {
      end();
    }
  }

  /** Waits until another message may be in flight, and counts it; returns false once stopped. */
  private boolean awaitRoom() {
    lock.lock();
    try {
      while (!stopped && room == 0) {
        changed.awaitUninterruptibly();
      }
      room--;
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all pauses have ended; returns false once stopped. */
  private boolean awaitPause() {
    lock.lock();
    try {
      for (long pause = pausedUntil - System.nanoTime();
          pause > 0 && !stopped;
          pause = pausedUntil - System.nanoTime()) {
        try {
          long unused = changed.awaitNanos(pause);
        } catch (InterruptedException e) {
          // A source or pace restored this thread's interrupt flag; only stop() ends a batch.
        }
      }
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  private void begin(T item) {
    open.incrementAndGet();
    try {
      MessageRequest request = requireNonNull(toRequest.apply(item), "request == null");
      acquire((int) Math.max(1, MessageCheck.billedSegments(request)));
      if (!awaitPause()) {
        throw new InterruptedException("stopped");
      }
      send(item, new OutgoingMessage(request));
    } catch (Throwable e) {
      // Also a failure of another message, which the function or the pace may throw.
      boolean isStop = e instanceof InterruptedException && isStopped();
      add(item, null, isStop ? OutcomeDecision.stopped() : OutcomeDecision.untried(e, 0));
    } finally {
      // Only the pace may be interrupted: an interrupt would close a source that is a file.
      boolean unused = Thread.interrupted();
    }
  }

  private void send(T item, Outgoing<SendResult> message) {
    Lanes.Lane lane = lanes.enter();
    new MessageCall<>(client, lane.client(), message, requestOptions, this::slowDown)
        .send(
            (sent, failure) -> {
              lane.leave();
              add(item, sent == null ? null : sent.result(), failure);
            });
    lane.awaitOpen();
  }

  private boolean isStopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  private void acquire(int segments) throws InterruptedException {
    setInPace(true);
    try {
      pace.acquire(segments);
    } finally {
      setInPace(false);
    }
  }

  private void setInPace(boolean inPace) throws InterruptedException {
    lock.lock();
    try {
      if (inPace && stopped) {
        throw new InterruptedException("stopped");
      }
      this.inPace = inPace;
    } finally {
      lock.unlock();
    }
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Pauses the batch for as long as Bandwidth asks, or longer with each 429 in a row. */
  private void slowDown(@Nullable Duration retryAfter) {
    lock.lock();
    try {
      long now = System.nanoTime();
      if (pausedUntil - now <= 0) {
        pauses = Math.min(pauses + 1, MAX_PAUSES);
      }
      Duration pause = firstPause.multipliedBy(1L << (pauses - 1));
      pause = pause.compareTo(longestPause) > 0 ? longestPause : pause;
      long nanos = (long) (pause.toNanos() * (1 + client.random.getAsDouble()) / 2);
      if (retryAfter != null) {
        Duration asked = retryAfter.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : retryAfter;
        nanos = Math.max(nanos, asked.toNanos());
      }
      pausedUntil = now + Math.max(nanos, pausedUntil - now);
    } finally {
      lock.unlock();
    }
  }

  private void add(T item, @Nullable SendResult sent, @Nullable SendException failure) {
    if (sent != null) {
      lock.lock();
      try {
        pauses = 0;
      } finally {
        lock.unlock();
      }
    }
    results.add(Optional.of(new Result<>(item, sent, failure)));
    end();
  }

  private void release() {
    lock.lock();
    try {
      room++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    if (open.decrementAndGet() == 0) {
      lanes.close();
      results.add(Optional.empty());
      ended.countDown();
    }
  }

  private final class Results implements Iterator<Result<T>> {
    private @Nullable Result<T> next;
    private boolean over;

    @Override
    public boolean hasNext() {
      if (next == null && !over) {
        Optional<Result<T>> taken;
        try {
          taken = results.take();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while waiting for a result", e);
        }
        if (taken.isPresent()) {
          next = taken.get();
          release();
        } else {
          over = true;
          if (sourceFailure != null) {
            throwAsIs(sourceFailure);
          }
        }
      }
      return next != null;
    }

    @Override
    public Result<T> next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Result<T> result = next;
      next = null;
      return result;
    }
  }

  /** Throws what the source threw, even if it was not declared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void throwAsIs(Throwable e) throws E {
    throw (E) e;
  }
}
