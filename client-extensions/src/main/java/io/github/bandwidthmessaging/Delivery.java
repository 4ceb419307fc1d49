package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonDataException;
import io.github.bandwidthmessaging.client.Message;
import io.github.bandwidthmessaging.client.MessageRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The way of one message, over one or more attempts, to a receipt or a failure. */
final class Delivery {
  private final Sending sending;
  private final OkHttpClient httpClient;
  private final MessageRequest request;
  private final SendOptions options;
  private final SendListener listener;
  private final RetryPolicy policy;
  private final long began = System.nanoTime();

  private int attempts;
  private boolean renewed;
  private volatile @Nullable Call current;

  Delivery(
      Sending sending,
      OkHttpClient httpClient,
      MessageRequest request,
      SendOptions options,
      SendListener listener) {
    this.sending = sending;
    this.httpClient = httpClient;
    this.request = request;
    this.options = options;
    this.listener = new QuietListener(listener);
    this.policy = options.retryPolicyOr(sending.retryPolicy());
  }

  /** Sends on this thread. */
  Receipt send() {
    check();
    while (true) {
      Attempt attempt = new Attempt(++attempts);
      long start = System.nanoTime();
      try {
        return receipt(attempt, start, answer(attempt));
      } catch (MessagingException e) {
        Duration wait = waitAfter(attempt, start, e);
        if (wait == null) {
          throw e;
        }
        try {
          sending.waiting().await(wait);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          e.addSuppressed(interrupted);
          throw e;
        }
      }
    }
  }

  /** Sends on threads of OkHttp; completing the future, however that is done, ends the sending. */
  <T> CompletableFuture<T> sendAsync(Function<Receipt, T> result) {
    CompletableFuture<T> future = new CompletableFuture<>();
    CompletableFuture<T> unused =
        future.whenComplete(
            (value, failure) -> {
              Call call = current;
              if (call != null) {
                call.cancel();
              }
            });
    try {
      check();
      enqueue(future, result);
    } catch (InvalidMessageException e) {
      // Into the future: thrown here, it would part a caller with a list from the futures before.
      future.completeExceptionally(e);
    }
    return future;
  }

  private void check() {
    MessageRequest unused = MessageCheck.of(request, sending.clock()).orThrow();
  }

  private Answer answer(Attempt attempt) {
    listener.attemptStarted(attempt.number());
    try (Response response = call(attempt).execute()) {
      return Answer.read(response);
    } catch (IOException | RuntimeException e) {
      throw Failures.unanswered(e, attempt);
    }
  }

  private <T> void enqueue(CompletableFuture<T> future, Function<Receipt, T> result) {
    if (future.isDone()) {
      return;
    }
    Attempt attempt = new Attempt(++attempts);
    long start = System.nanoTime();
    listener.attemptStarted(attempt.number());
    Call call = call(attempt);
    current = call;
    if (future.isDone()) {
      // Cancelled after the question above, before there was a call to cancel.
      call.cancel();
    }
    call.enqueue(
        new Callback() {
          @Override
          public void onFailure(Call call, IOException e) {
            failed(Failures.unanswered(e, attempt));
          }

          @Override
          public void onResponse(Call call, Response response) {
            Receipt receipt;
            try {
              Answer answer;
              // Closed before the future runs what depends on it, which may take its time.
              try (response) {
                answer = Answer.read(response);
              }
              receipt = receipt(attempt, start, answer);
            } catch (MessagingException e) {
              failed(e);
              return;
            } catch (RuntimeException | Error e) {
              future.completeExceptionally(e);
              throw e;
            }
            future.complete(result.apply(receipt));
          }

          private void failed(MessagingException e) {
            Duration wait = waitAfter(attempt, start, e);
            if (wait == null) {
              future.completeExceptionally(e);
            } else {
              sending.waiting().schedule(wait, () -> enqueue(future, result));
            }
          }
        });
  }

  private Call call(Attempt attempt) {
    Request.Builder builder =
        sending
            .requests()
            .of(options.accountIdOr(sending.accountId()), request)
            .tag(Attempt.class, attempt);
    Headers headers = options.headers();
    for (int i = 0; i < headers.size(); i++) {
      builder.addHeader(headers.name(i), headers.value(i));
    }
    Call call = httpClient.newCall(builder.build());
    Duration timeout = options.timeout();
    if (timeout != null) {
      call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }
    return call;
  }

  private Receipt receipt(Attempt attempt, long start, Answer answer) {
    if (!answer.isSuccess()) {
      throw sending.failures().unsuccessful(answer, request, attempt);
    }
    String why = null;
    try {
      Message message = sending.receipts().read(answer.json());
      if (message != null) {
        finished(attempt, start, answer.status(), Outcome.SENT);
        return new Receipt(message, answer, attempt.number());
      }
    } catch (IOException | JsonDataException e) {
      // Not as the cause: a parser quotes what it stumbles over, and the receipt repeats the
      // message.
      why = e.getMessage();
    }
    throw Failures.unreadable(answer, why, request, attempt);
  }

  /** Returns the wait before the next attempt, or null if the failure is the end. */
  private @Nullable Duration waitAfter(Attempt attempt, long start, MessagingException e) {
    finished(attempt, start, e.status(), e.outcome());
    Duration wait = e.outcome() == Outcome.NOT_SENT ? waitAfterNotSent(attempt, e) : null;
    if (wait != null) {
      String reason =
          e.status() != null
              ? e.status().toString()
              : e.getCause() == null ? "" : e.getCause().getClass().getSimpleName();
      listener.retryScheduled(attempt.number(), wait, reason);
    }
    return wait;
  }

  private @Nullable Duration waitAfterNotSent(Attempt attempt, MessagingException e) {
    Integer status = e.status();
    String authorization = attempt.authorization();
    if (status != null && status == 401 && authorization != null && !renewed) {
      renewed = true;
      return isRenewable(authorization) ? Duration.ZERO : null;
    }
    if (status == null ? !attempt.isTransient() : status != 429 && status < 500) {
      return null;
    }
    return policy.waitAfter(
        attempts,
        Duration.ofNanos(System.nanoTime() - began),
        e.retryAfter(sending.clock().instant()),
        sending.random().getAsDouble());
  }

  private boolean isRenewable(String authorization) {
    try {
      return sending.credentials().renew(authorization);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void finished(Attempt attempt, long start, @Nullable Integer status, Outcome outcome) {
    listener.attemptFinished(
        attempt.number(), Duration.ofNanos(System.nanoTime() - start), status, outcome);
  }

  /** Keeps what a listener throws from the message. */
  private record QuietListener(SendListener listener) implements SendListener {
    @Override
    public void attemptStarted(int attempt) {
      quietly(() -> listener.attemptStarted(attempt));
    }

    @Override
    public void attemptFinished(
        int attempt, Duration duration, @Nullable Integer status, Outcome outcome) {
      quietly(() -> listener.attemptFinished(attempt, duration, status, outcome));
    }

    @Override
    public void retryScheduled(int attempt, Duration wait, String reason) {
      quietly(() -> listener.retryScheduled(attempt, wait, reason));
    }

    private static void quietly(Runnable call) {
      try {
        call.run();
      } catch (RuntimeException documented) {
        // The message is on its way, whatever the listener makes of it.
      }
    }
  }
}
