package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.squareup.moshi.JsonDataException;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends one message, in one attempt or more, until there is a receipt or a final failure. */
final class MessageCall {
  /** Takes the one result of a message: a receipt or a failure. */
  interface Result {
    void accept(@Nullable Receipt receipt, @Nullable MessagingException failure);
  }

  /** Slows others down. */
  interface Throttle {
    /** Called when Bandwidth asks to slow down, whether or not this message is retried. */
    void slowDown(@Nullable Duration retryAfter);
  }

  /** By how much a timer of ours is before OkHttp's. */
  private static final Duration SLACK = Duration.ofMillis(10);

  /** Longer than any pause of the JVM. */
  private static final Duration SLACK_BEFORE_LISTENER = Duration.ofSeconds(10);

  private final MessagingClient client;
  private final OkHttpClient httpClient;
  private final MessageRequest request;
  private final SendOptions options;
  private final RetryPolicy policy;
  private final Throttle throttle;
  private final long began = System.nanoTime();

  private int attempts;
  private boolean renewed;
  private volatile boolean cancelled;
  private volatile @Nullable AsyncAttempt current;

  MessageCall(
      MessagingClient client,
      OkHttpClient httpClient,
      MessageRequest request,
      SendOptions options,
      Throttle throttle) {
    this.client = client;
    this.httpClient = httpClient;
    this.request = request;
    this.options = options;
    this.policy = options.retryPolicyOr(client.retryPolicy);
    this.throttle = throttle;
  }

  /** Sends on this thread. */
  Receipt send() {
    check();
    while (true) {
      if (Thread.currentThread().isInterrupted()) {
        throw OutcomeDecision.untried(new InterruptedIOException("interrupted"), attempts);
      }
      Attempt attempt = begin();
      long start = System.nanoTime();
      MessagingException failure;
      try {
        Receipt receipt = execute(newCall(attempt), attempt);
        finished(attempt, start, receipt.status(), Outcome.SENT);
        return receipt;
      } catch (MessagingException e) {
        failure = e;
      } catch (Throwable e) {
        failure = client.outcomes.thrown(e, request, attempt);
      }
      finished(attempt, start, failure.status(), failure.outcome());
      Duration wait = waitAfter(attempt, failure);
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
    }
  }

  /** Sends on threads of OkHttp; completing the future, however that is done, ends the sending. */
  <T> CompletableFuture<T> sendAsync(Function<Receipt, T> result) {
    CompletableFuture<T> future = new CompletableFuture<>();
    try {
      check();
    } catch (InvalidMessageException e) {
      // Into the future: thrown here, it would part a caller with a list from the futures before.
      future.completeExceptionally(e);
      return future;
    }
    CompletableFuture<T> unused = future.whenComplete((value, failure) -> cancel());
    start(
        (receipt, failure) ->
            // Not on OkHttp's thread: what depends on the future can wait for another message.
            client.background.execute(
                () -> {
                  if (receipt != null) {
                    future.complete(result.apply(receipt));
                  } else {
                    future.completeExceptionally(failure);
                  }
                }));
    return future;
  }

  /**
   * Sends on threads of OkHttp and gives exactly one result, on whatever thread.
   *
   * @throws InvalidMessageException if the message breaks rules; there is no result then
   */
  void send(Result result) {
    check();
    start(result);
  }

  private void check() {
    MessageRequest unused = MessageCheck.of(request, client.clock).orThrow();
  }

  private Attempt begin() {
    Attempt attempt = new Attempt(++attempts);
    quietly(() -> client.listener.attemptStarted(attempt.number()));
    return attempt;
  }

  private Call newCall(Attempt attempt) {
    Request.Builder builder =
        client.requests.create(options.accountId(), request).tag(Attempt.class, attempt);
    Headers headers = options.headers();
    for (int i = 0; i < headers.size(); i++) {
      builder.addHeader(headers.name(i), headers.value(i));
    }
    Call call = httpClient.newCall(builder.build());
    Duration timeout = options.timeout();
    if (timeout != null) {
      call.timeout().timeout(timeout.toNanos(), NANOSECONDS);
    }
    attempt.setLimit(call.timeout().timeoutNanos());
    return call;
  }

  /** Executes a call and reads its response. */
  private Receipt execute(Call call, Attempt attempt) throws IOException {
    if (!attempt.hasListener()) {
      return receipt(attempt, call.execute());
    }
    AtomicBoolean expired = new AtomicBoolean();
    Future<?> timer =
        limit(
            call,
            attempt,
            () -> {
              expired.set(true);
              quietly(call::cancel);
            });
    try {
      return receipt(attempt, call.execute());
    } catch (IOException e) {
      throw expired.get() ? new InterruptedIOException("timeout") : e;
    } finally {
      timer.cancel(false);
    }
  }

  /**
   * Runs the work when the limit of a call has passed, before OkHttp's own ends it. OkHttp's does
   * not count the time in its queue. And where a listener of the user hears of the cancellation,
   * what it throws would end the thread of Okio that all time-outs of the process need.
   */
  private Future<?> limit(Call call, Attempt attempt, Runnable expire) {
    Duration slack = attempt.hasListener() ? SLACK_BEFORE_LISTENER : SLACK;
    call.timeout().timeout(attempt.limit() + slack.toNanos(), NANOSECONDS);
    return client.background.after(Duration.ofNanos(attempt.limit()), expire);
  }

  private Receipt receipt(Attempt attempt, Response unread) {
    HttpResponse response = HttpResponse.read(unread, attempt.head());
    String why = null;
    if (response.isSuccess() && attempt.head() != null) {
      try {
        Message message = client.receipts.read(response.json());
        if (message != null) {
          return new Receipt(message, response, attempt.number());
        }
      } catch (IOException | JsonDataException e) {
        // Not as the cause: a parser quotes what it stumbles over, and the receipt repeats the
        // message.
        why = e.getMessage();
      } catch (Throwable e) {
        why = e.getClass().getSimpleName();
      }
    }
    throw client.outcomes.responded(response, why, request, attempt);
  }

  /** Returns the wait before the next attempt, or null if the failure is final. */
  private @Nullable Duration waitAfter(Attempt attempt, MessagingException e) {
    if (e.outcome() != Outcome.NOT_SENT) {
      return null;
    }
    try {
      Integer status = e.status();
      Duration retryAfter = e.retryAfter(client.clock.instant());
      if (retryAfter != null || (status != null && status == 429)) {
        throttle.slowDown(retryAfter);
      }
      Duration wait = null;
      if (status != null && status == 401) {
        wait = isRenewed(attempt) ? Duration.ZERO : null;
      } else if (e.isRetryable()) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        wait = policy.waitAfter(attempts, elapsed, retryAfter, client.random.getAsDouble());
      }
      Duration scheduled = wait;
      if (scheduled != null) {
        Throwable cause = e.getCause();
        String reason =
            status != null
                ? status.toString()
                : cause == null ? "" : cause.getClass().getSimpleName();
        quietly(() -> client.listener.retryScheduled(attempt.number(), scheduled, reason));
      }
      return scheduled;
    } catch (Throwable unexpected) {
      OutcomeDecision.keepInterrupt(unexpected);
      e.addSuppressed(unexpected);
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

  private void finished(Attempt attempt, long start, @Nullable Integer status, Outcome outcome) {
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    quietly(() -> client.listener.attemptFinished(attempt.number(), duration, status, outcome));
  }

  /** Keeps what a listener throws from the message, which is sent whether counted or not. */
  private static void quietly(Runnable listener) {
    try {
      listener.run();
    } catch (Throwable documented) {
      OutcomeDecision.keepInterrupt(documented);
    }
  }

  private void start(Result result) {
    try {
      AsyncAttempt attempt = new AsyncAttempt(result);
      current = attempt;
      attempt.enqueue();
    } catch (Throwable e) {
      result.accept(null, OutcomeDecision.untried(e, attempts));
    }
  }

  private void cancel() {
    cancelled = true;
    AsyncAttempt attempt = current;
    if (attempt != null) {
      attempt.cancel();
    }
  }

  /** An attempt on a thread of OkHttp, which ends once: by its response, failure, or time limit. */
  private final class AsyncAttempt implements Callback {
    private final Result result;
    private final Attempt attempt = begin();
    private final long start = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Call call;
    private volatile @Nullable Future<?> limit;

    AsyncAttempt(Result result) {
      this.result = result;
    }

    void enqueue() {
      try {
        Call made = newCall(attempt);
        call = made;
        limit = limit(made, attempt, this::expire);
        if (cancelled) {
          cancel();
        }
        made.enqueue(this);
      } catch (Throwable e) {
        failed(e);
      }
    }

    void cancel() {
      if (!ended.get()) {
        attempt.giveUp();
        Call made = call;
        if (made != null) {
          made.cancel();
        }
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      Throwable cause = e.getCause();
      boolean wrapped = cause != null && ("canceled due to " + cause).equals(e.getMessage());
      failed(wrapped && cause != null ? cause : e);
    }

    @Override
    public void onResponse(Call call, Response response) {
      Receipt receipt;
      try {
        receipt = receipt(attempt, response);
      } catch (MessagingException e) {
        end(e);
        return;
      } catch (Throwable e) {
        failed(e);
        return;
      }
      if (end()) {
        finished(attempt, start, receipt.status(), Outcome.SENT);
        result.accept(receipt, null);
      }
    }

    private void expire() {
      // Before the call is cancelled, which would end it by another exception.
      attempt.giveUp();
      failed(new InterruptedIOException("timeout"));
      Call made = call;
      if (made != null) {
        quietly(made::cancel);
      }
    }

    private void failed(Throwable e) {
      end(client.outcomes.thrown(e, request, attempt));
    }

    private boolean end() {
      boolean first = ended.compareAndSet(false, true);
      Future<?> timer = limit;
      if (first && timer != null) {
        timer.cancel(false);
      }
      return first;
    }

    private void end(MessagingException e) {
      if (!end()) {
        return;
      }
      finished(attempt, start, e.status(), e.outcome());
      Duration wait = waitAfter(attempt, e);
      if (wait == null || cancelled) {
        result.accept(null, e);
        return;
      }
      try {
        client.sleeper.schedule(
            wait,
            () -> {
              if (cancelled) {
                result.accept(null, e);
              } else {
                MessageCall.this.start(result);
              }
            });
      } catch (Throwable unexpected) {
        OutcomeDecision.keepInterrupt(unexpected);
        e.addSuppressed(unexpected);
        result.accept(null, e);
      }
    }
  }
}
