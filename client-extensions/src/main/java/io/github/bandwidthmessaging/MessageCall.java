package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.squareup.moshi.JsonDataException;
import io.github.bandwidthmessaging.Outgoing.Sent;
import io.github.bandwidthmessaging.RequestListener.AttemptInfo;
import io.github.bandwidthmessaging.RequestListener.Completion;
import io.github.bandwidthmessaging.RequestListener.RequestInfo;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message, in one attempt or more, until it is accepted or has failed for good.
 *
 * @param <R> the type of its result
 */
final class MessageCall<R> {
  /** Receives the one result of a message. */
  interface Result<R> {
    void accept(@Nullable Sent<R> sent, @Nullable SendException failure);
  }

  /** Slows others down. */
  interface Throttle {
    /** Called when Bandwidth asks to slow down, whether or not this message is retried. */
    void slowDown(@Nullable Duration retryAfter);
  }

  /** How much earlier our timer fires than OkHttp's. */
  private static final Duration SLACK = Duration.ofMillis(10);

  /** Longer than any pause of the JVM. */
  private static final Duration SLACK_BEFORE_LISTENER = Duration.ofSeconds(10);

  private final MessagingClient client;
  private final OkHttpClient httpClient;
  private final Outgoing<R> message;
  private final RequestOptions options;
  private final RetryPolicy policy;
  private final Throttle throttle;
  private final QuietListener listener;
  private final long began = System.nanoTime();

  private int attempts;
  private boolean renewed;
  private volatile boolean cancelled;
  private volatile @Nullable AsyncAttempt current;

  /** Continues after the wait between two attempts, at most once. */
  private volatile @Nullable Runnable next;

  MessageCall(
      MessagingClient client,
      OkHttpClient httpClient,
      Outgoing<R> message,
      RequestOptions options,
      Throttle throttle) {
    this.client = client;
    this.httpClient = httpClient;
    this.message = message;
    this.options = options;
    this.policy = options.retryPolicyOr(client.retryPolicy);
    this.throttle = throttle;
    this.listener =
        QuietListener.of(
            client.listeners,
            new RequestInfo(
                message.operation(), message.route(), options.accountIdOr(client.accountId)));
  }

  /** Sends on this thread. */
  R send() {
    try {
      Sent<R> sent = attempt();
      finished(sent);
      return sent.result();
    } catch (SendException e) {
      finished(e);
      throw e;
    }
  }

  private Sent<R> attempt() {
    SendException broken = check();
    if (broken != null) {
      throw broken;
    }
    while (true) {
      if (Thread.currentThread().isInterrupted()) {
        throw OutcomeDecision.untried(
            message.route(), new InterruptedIOException("interrupted"), attempts);
      }
      Attempt attempt = begin();
      long start = System.nanoTime();
      SendException failure;
      try {
        Sent<R> sent = execute(newCall(attempt), attempt);
        attemptFinished(attempt, start, sent);
        return sent;
      } catch (SendException e) {
        failure = e;
      } catch (Throwable e) {
        failure = client.outcomes.thrown(e, attempt);
      }
      AttemptInfo failed = attemptFinished(attempt, start, failure);
      Duration wait = waitAfter(attempt, failed, failure);
      if (wait == null || Thread.currentThread().isInterrupted()) {
        throw failure;
      }
      try {
        client.sleeper.sleep(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure.addSuppressed(e);
        throw failure;
      }
      if (isOver()) {
        throw failure;
      }
    }
  }

  /** Sends on threads of OkHttp; completing the future, however that is done, ends the sending. */
  CompletableFuture<R> sendAsync() {
    CompletableFuture<R> future = new CompletableFuture<>();
    SendException broken = check();
    if (broken != null) {
      // Not thrown: a caller that loops over a list would lose the earlier futures.
      finished(broken);
      future.completeExceptionally(broken);
      return future;
    }
    CompletableFuture<R> unused = future.whenComplete((value, failure) -> cancel());
    start(
        (sent, failure) ->
            // Not on OkHttp's thread: dependent stages can wait for another message.
            client.background.execute(
                () -> {
                  if (sent != null) {
                    future.complete(sent.result());
                  } else {
                    future.completeExceptionally(failure);
                  }
                }));
    return future;
  }

  /** Sends on threads of OkHttp and gives exactly one result, on whatever thread. */
  void send(Result<R> result) {
    SendException broken = check();
    if (broken != null) {
      finished(broken);
      result.accept(null, broken);
    } else {
      start(result);
    }
  }

  /** Returns why the message is not attempted, or null. */
  private @Nullable SendException check() {
    try {
      List<Violation> errors = message.errors(client.clock);
      return errors.isEmpty() ? null : new InvalidMessageException(errors);
    } catch (Throwable e) {
      return OutcomeDecision.untried(message.route(), e, 0);
    }
  }

  private Attempt begin() {
    String account = options.accountIdOr(client.accountId);
    Attempt attempt = new Attempt(message, account, ++attempts, client.clock);
    client.recent.began(attempt);
    listener.attemptStarted(new AttemptInfo(attempt.number(), Duration.ZERO, 0, null, null));
    return attempt;
  }

  private Call newCall(Attempt attempt) {
    Request request = message.request(client, attempt.accountId()).build();
    RequestBody body = attempt.body(requireNonNull(request.body()));
    Call call =
        options.newCall(httpClient, request.newBuilder().method(request.method(), body), elapsed());
    attempt.setLimit(call.timeout().timeoutNanos());
    return call;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Whether the time for the whole call has passed. */
  private boolean isOver() {
    return options.isOver(elapsed());
  }

  /** Executes a call and reads its response. */
  private Sent<R> execute(Call call, Attempt attempt) throws IOException {
    if (!attempt.hasListener()) {
      return read(call.execute(), attempt);
    }
    AtomicBoolean expired = new AtomicBoolean();
    Future<?> timer =
        limit(
            call,
            attempt,
            () -> {
              expired.set(true);
              QuietListener.quietly(call::cancel);
            });
    try {
      return read(call.execute(), attempt);
    } catch (IOException e) {
      throw expired.get() ? new InterruptedIOException("timeout") : e;
    } finally {
      timer.cancel(false);
    }
  }

  /**
   * Runs the work when the limit of a call has passed, before OkHttp's own ends it. OkHttp's does
   * not count the time in its queue, and an exception that a user's listener throws on cancellation
   * would end the Okio thread that all timeouts of the process need.
   */
  private Future<?> limit(Call call, Attempt attempt, Runnable expire) {
    Duration slack = attempt.hasListener() ? SLACK_BEFORE_LISTENER : SLACK;
    call.timeout().timeout(attempt.limit() + slack.toNanos(), NANOSECONDS);
    return client.background.after(Duration.ofNanos(attempt.limit()), expire);
  }

  private Sent<R> read(Response unread, Attempt attempt) {
    HttpResponse response = HttpResponse.read(unread, attempt.head(), client.clock.instant());
    String why = null;
    if (response.isSuccess() && attempt.head() != null) {
      try {
        Sent<R> sent = message.read(response, attempt.number());
        if (sent != null) {
          return sent;
        }
      } catch (IOException | JsonDataException e) {
        // Not as the cause: a parser quotes what it fails on, and the response repeats
        // the message.
        why = ResponseReader.why(e);
      } catch (Throwable e) {
        why = e.getClass().getSimpleName();
      }
    }
    throw client.outcomes.responded(response, why, attempt);
  }

  /** Returns the wait before the next attempt, or null if the failure is final. */
  private @Nullable Duration waitAfter(Attempt attempt, AttemptInfo failed, SendException e) {
    if (e.outcome() != Outcome.NOT_SENT) {
      return null;
    }
    try {
      Duration retryAfter = e.retryAfter();
      if (retryAfter != null || e.status() == 429) {
        throttle.slowDown(retryAfter);
      }
      Duration elapsed = elapsed();
      Duration wait = null;
      if (e.status() == 401) {
        wait = isRenewed(attempt) ? Duration.ZERO : null;
      } else if (e.isRetryable()) {
        wait = policy.waitAfter(attempts, elapsed, retryAfter, client.random.getAsDouble());
      }
      if (wait == null || options.isOver(elapsed.plus(wait))) {
        return null;
      }
      listener.retryScheduled(failed, wait);
      return wait;
    } catch (Throwable unexpected) {
      OutcomeDecision.keepInterrupt(unexpected);
      Throwable safe = client.outcomes.redaction(attempt).redact(unexpected);
      if (safe != null) {
        e.addSuppressed(safe);
      }
      return null;
    }
  }

  private boolean isRenewed(Attempt attempt) {
    String authorization = attempt.authorization();
    if (authorization == null || renewed) {
      return false;
    }
    renewed = true;
    return client.credentials.refused(authorization);
  }

  private void attemptFinished(Attempt attempt, long start, Sent<R> sent) {
    client.recent.sent(attempt, sent.id());
    AttemptInfo unused = attemptFinished(attempt, start, sent.status(), null);
  }

  private AttemptInfo attemptFinished(Attempt attempt, long start, SendException failure) {
    client.recent.failed(attempt, failure);
    return attemptFinished(attempt, start, failure.status(), failure);
  }

  private AttemptInfo attemptFinished(
      Attempt attempt, long start, int status, @Nullable SendException failure) {
    AttemptInfo info =
        new AttemptInfo(
            attempt.number(),
            Duration.ofNanos(System.nanoTime() - start),
            status,
            failure == null ? Outcome.SENT : failure.outcome(),
            failure);
    listener.attemptFinished(info);
    return info;
  }

  private void finished(Sent<R> sent) {
    finished(sent.status(), Outcome.SENT, sent.id(), null);
  }

  private void finished(SendException failure) {
    String id = failure instanceof UnreadableResponseException unreadable ? unreadable.id() : null;
    finished(failure.status(), failure.outcome(), id, failure);
  }

  private void finished(
      int status, Outcome outcome, @Nullable String id, @Nullable SendException failure) {
    listener.finished(new Completion(attempts, elapsed(), status, outcome, id, failure));
  }

  private void start(Result<R> result) {
    startAttempt(
        (sent, failure) -> {
          if (sent != null) {
            finished(sent);
          } else if (failure != null) {
            finished(failure);
          }
          result.accept(sent, failure);
        });
  }

  private void startAttempt(Result<R> result) {
    try {
      AsyncAttempt attempt = new AsyncAttempt(result);
      current = attempt;
      attempt.enqueue();
    } catch (Throwable e) {
      result.accept(null, OutcomeDecision.untried(message.route(), e, attempts));
    }
  }

  private void cancel() {
    cancelled = true;
    AsyncAttempt attempt = current;
    if (attempt != null) {
      attempt.cancel();
    }
    Runnable afterWait = next;
    if (afterWait != null) {
      afterWait.run();
    }
  }

  /** An attempt on a thread of OkHttp, which ends once: by its response, failure, or time limit. */
  private final class AsyncAttempt implements Callback {
    private final Result<R> result;
    private final Attempt attempt = begin();
    private final long start = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Call call;
    private volatile @Nullable Future<?> limit;

    AsyncAttempt(Result<R> result) {
      this.result = result;
    }

    void enqueue() {
      try {
        Call made = newCall(attempt);
        call = made;
        limit = limit(made, attempt, () -> expire(made));
        if (cancelled) {
          cancel();
        } else {
          made.enqueue(this);
        }
      } catch (Throwable e) {
        failed(e);
      }
    }

    void cancel() {
      if (!ended.get()) {
        attempt.giveUp();
        Call made = call;
        if (made != null) {
          QuietListener.quietly(made::cancel);
        }
        if (!attempt.hasBegun()) {
          // At once: OkHttp would let it wait for its turn in the queue.
          failed(new IOException("Canceled"));
        }
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      Throwable cause = e.getCause();
      failed(cause != null && ("canceled due to " + cause).equals(e.getMessage()) ? cause : e);
    }

    @Override
    public void onResponse(Call call, Response response) {
      Sent<R> sent;
      try {
        sent = read(response, attempt);
      } catch (SendException e) {
        end(e);
        return;
      } catch (Throwable e) {
        failed(e);
        return;
      }
      if (end()) {
        attemptFinished(attempt, start, sent);
        result.accept(sent, null);
      }
    }

    private void expire(Call made) {
      // Before the call is cancelled, which would end it by another exception.
      failed(new InterruptedIOException("timeout"));
      QuietListener.quietly(made::cancel);
    }

    private void failed(Throwable e) {
      end(client.outcomes.thrown(e, attempt));
    }

    private boolean end() {
      boolean first = ended.compareAndSet(false, true);
      Future<?> timer = limit;
      if (first && timer != null) {
        timer.cancel(false);
      }
      return first;
    }

    private void end(SendException e) {
      if (!end()) {
        return;
      }
      AttemptInfo failed = attemptFinished(attempt, start, e);
      Duration wait = waitAfter(attempt, failed, e);
      if (wait == null || cancelled) {
        result.accept(null, e);
        return;
      }
      AtomicBoolean waiting = new AtomicBoolean(true);
      Runnable afterWait =
          () -> {
            if (!waiting.compareAndSet(true, false)) {
              return;
            }
            if (cancelled || isOver()) {
              result.accept(null, e);
            } else {
              startAttempt(result);
            }
          };
      next = afterWait;
      try {
        client.sleeper.schedule(wait, afterWait);
        if (cancelled) {
          afterWait.run();
        }
      } catch (Throwable unexpected) {
        OutcomeDecision.keepInterrupt(unexpected);
        e.addSuppressed(unexpected);
        if (waiting.compareAndSet(true, false)) {
          result.accept(null, e);
        }
      }
    }
  }
}
