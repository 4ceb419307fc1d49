package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a message. It writes the message at most once and records what is certain:
 * whether writing has begun, and which status line arrived. As OkHttp's event listener, it gets the
 * status before any other code can throw.
 */
final class Attempt extends EventListener implements Transport.Authorized {
  private enum Writing {
    NOT_BEGUN,
    BEGUN,
    GIVEN_UP
  }

  private final Outgoing<?> message;
  private final String accountId;
  private final int number;
  private final InstantSource clock;
  private final Instant startedAt;
  private final long start = System.nanoTime();
  private final AtomicReference<Writing> writing = new AtomicReference<>(Writing.NOT_BEGUN);
  private final Connecting connecting = new Connecting();
  private volatile @Nullable Response head;
  private volatile boolean hasListener;
  private volatile boolean transientFailure;
  private volatile long limit;
  private volatile @Nullable String authorization;

  Attempt(Outgoing<?> message, String accountId, int number, InstantSource clock) {
    this.message = message;
    this.accountId = accountId;
    this.number = number;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  /** Returns the attempt of a call, even if an interceptor replaced the body of the request. */
  static Attempt of(Call call) {
    return ((Message) requireNonNull(call.request().body())).attempt();
  }

  /**
   * Returns the body of this attempt's request, which leads to it. A tag would too, but it is
   * Kotlin's reflection, which loads 50 classes.
   */
  RequestBody body(RequestBody body) {
    return new Message(body);
  }

  /** Returns this listener followed by a user's. */
  EventListener with(EventListener users) {
    hasListener = users != EventListener.NONE;
    return plus(connecting).plus(users);
  }

  @Override
  public Connecting connecting() {
    return connecting;
  }

  /** Whether a user's listener is told of everything, including a cancellation. */
  boolean hasListener() {
    return hasListener;
  }

  @Override
  public long limit() {
    return limit;
  }

  void setLimit(long nanos) {
    limit = nanos;
  }

  Outgoing<?> message() {
    return message;
  }

  String accountId() {
    return accountId;
  }

  Instant startedAt() {
    return startedAt;
  }

  /**
   * Returns the current time: by the clock at the start, even if that was set back since, or by the
   * clock now if that is later, because the machine was suspended.
   */
  Instant now() {
    Instant counted = startedAt.plusNanos(System.nanoTime() - start);
    try {
      Instant now = clock.instant();
      return now.isAfter(counted) ? now : counted;
    } catch (Throwable e) {
      // A user's clock must not hide the outcome.
      return counted;
    }
  }

  /** Counts from 1. */
  int number() {
    return number;
  }

  /** Whether the message might have left. */
  boolean hasBegun() {
    return writing.get() == Writing.BEGUN;
  }

  /** Gives up, unless writing has begun: it can no longer begin after that. */
  void giveUp() {
    boolean unused = writing.compareAndSet(Writing.NOT_BEGUN, Writing.GIVEN_UP);
  }

  /** Records that the server rejected the request unprocessed. */
  void refusedUnread() {
    boolean unused = writing.compareAndSet(Writing.BEGUN, Writing.NOT_BEGUN);
    transientFailure = true;
  }

  /** Returns status line and headers as they came from the network, whatever happened next. */
  @Nullable Response head() {
    return head;
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    if (hasBegun()) {
      head = response;
    }
  }

  /** Whether the failure of an attempt that has not begun can be expected to pass. */
  boolean isTransient() {
    return transientFailure;
  }

  @Override
  public void setTransient(boolean isTransient) {
    transientFailure = isTransient;
  }

  /** The credentials that were sent, if any. */
  @Nullable String authorization() {
    return authorization;
  }

  @Override
  public void setAuthorization(String authorization) {
    this.authorization = authorization;
  }

  /** Throws if the message cannot be written any more. */
  void checkUnwritten() throws IOException {
    if (writing.get() != Writing.NOT_BEGUN) {
      throw tooLate();
    }
  }

  private IOException tooLate() {
    return new IOException(
        hasBegun()
            ? "The message was already written once; it is not written again"
            : "The attempt has ended");
  }

  /** Returns a body that writes the message, but not a second time. */
  RequestBody once(RequestBody body) {
    return new OneShotBody(body) {
      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
          // OkHttp would notice only after the beginning.
          throw new InterruptedIOException("interrupted");
        }
        if (!writing.compareAndSet(Writing.NOT_BEGUN, Writing.BEGUN)) {
          throw tooLate();
        }
        super.writeTo(sink);
      }
    };
  }

  private final class Message extends OneShotBody {
    Message(RequestBody body) {
      super(body);
    }

    Attempt attempt() {
      return Attempt.this;
    }
  }

  /**
   * Keeps OkHttp from its own re-sends: on a stale connection, after 401, 408, 421, 503 and
   * redirects.
   */
  static class OneShotBody extends RequestBody {
    private final RequestBody body;

    OneShotBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public final boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
