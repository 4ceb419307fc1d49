package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.github.bandwidthmessaging.Attempt.OneShotBody;
import io.github.bandwidthmessaging.RequestListener.AttemptInfo;
import io.github.bandwidthmessaging.RequestListener.Completion;
import io.github.bandwidthmessaging.RequestListener.RequestInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be repeated without harm: a {@code GET}, {@code PUT}, or {@code DELETE} on
 * media, or a search. It is therefore retried whenever that can help, even after its response was
 * lost. That must never happen to a message, which {@link MessageCall} sends at most once; the two
 * share neither retries nor failures.
 *
 * @param <T> the type of the result
 */
final class RepeatableCall<T> {
  /**
   * What is requested.
   *
   * @param id in the OpenAPI document
   * @param route method and path, for exceptions
   * @param status of success: 200 for a body to read, 204 for none
   * @param notFound what explains a 404, in words that follow on from Bandwidth's, or empty
   */
  record Operation(String id, String route, int status, String notFound) {
    /** Returns the failure of a response that contradicts itself. */
    ApiException failure(String why) {
      return new ApiException(route + " -> " + why, null, 1, false, null, null);
    }
  }

  /** Reads a successful response, and closes it unless the result does so later. */
  interface Reader<T> {
    T read(Response response) throws IOException;
  }

  /** Something failed on this machine, which no retry can change. */
  static final class LocalException extends IOException {
    private static final long serialVersionUID = 1;

    LocalException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }

    /** Says what failed and why, without the name of the file, which can be personal. */
    static LocalException of(String what, Exception e, String missing) {
      String why =
          e instanceof FileAlreadyExistsException
              ? "it already exists"
              : e instanceof NoSuchFileException
                  ? missing
                  : e instanceof AccessDeniedException
                      ? "access is denied"
                      : e.getClass().getSimpleName();
      return new LocalException(what + ": " + why, e);
    }
  }

  /** The whole response arrived, but is not what the document says. */
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableException(@Nullable String message) {
      super(message);
    }
  }

  /** What the interceptor records of one attempt. */
  static final class Attempt implements Transport.Authorized {
    private volatile @Nullable String authorization;
    private volatile boolean transientFailure = true;
    private final Connecting connecting = new Connecting();
    private volatile boolean hasListener;
    private volatile boolean begun;
    private volatile boolean written;
    private volatile long limit;

    static Attempt of(Call call) {
      Attempt attempt = call.request().tag(Attempt.class);
      if (attempt == null) {
        throw new IllegalStateException("Not a call of this client");
      }
      return attempt;
    }

    /** Records a listener of the user, and returns what listens. */
    EventListener with(EventListener users) {
      hasListener = users != EventListener.NONE;
      return connecting.plus(users);
    }

    /** Records that the request is written from now on. */
    void begin() {
      begun = true;
    }

    /** Returns a body that records when it was completely written. */
    RequestBody watched(RequestBody body) {
      return new OneShotBody(body) {
        @Override
        public void writeTo(BufferedSink sink) throws IOException {
          super.writeTo(sink);
          // Past the buffer, whose last bytes OkHttp would write later.
          sink.flush();
          written = true;
        }
      };
    }

    @Override
    public long limit() {
      return limit;
    }

    @Override
    public Connecting connecting() {
      return connecting;
    }

    @Override
    public void setAuthorization(String authorization) {
      this.authorization = authorization;
    }

    @Override
    public void setTransient(boolean isTransient) {
      transientFailure = isTransient;
    }
  }

  /**
   * Ends a call in place of OkHttp: an exception that a user's listener throws on cancellation
   * would end the Okio thread that all timeouts of the process need.
   */
  private final class Timer {
    private final Future<?> timer;
    private volatile boolean expired;

    Timer(Call call, Attempt attempt) {
      call.timeout().timeout(attempt.limit + SLACK_BEFORE_LISTENER.toNanos(), NANOSECONDS);
      timer =
          client.background.after(
              Duration.ofNanos(attempt.limit),
              () -> {
                expired = true;
                QuietListener.quietly(call::cancel);
              });
    }

    IOException failure(IOException e) {
      return expired ? new InterruptedIOException("timeout") : e;
    }

    void stop() {
      timer.cancel(false);
    }

    /** Returns the response with a body that the timer limits until it is closed. */
    Response limit(Response response) {
      ResponseBody body = response.body();
      Source limited =
          new ForwardingSource(body.source()) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
              try {
                return super.read(sink, byteCount);
              } catch (IOException e) {
                throw failure(e);
              }
            }

            @Override
            public void close() throws IOException {
              stop();
              super.close();
            }
          };
      return response
          .newBuilder()
          .body(ResponseBody.create(Okio.buffer(limited), body.contentType(), body.contentLength()))
          .build();
    }
  }

  /** Longer than any pause of the JVM. */
  private static final Duration SLACK_BEFORE_LISTENER = Duration.ofSeconds(10);

  private static final Set<String> METHODS = Set.of("GET", "PUT", "DELETE");

  /**
   * Bandwidth documents 204. HTTP gives 200 and 201 the same meaning (RFC 9110, 9.3.4 and 9.3.5),
   * but 202 is a promise, and the others are of responses with content.
   */
  private static final Set<Integer> DONE = Set.of(200, 201, 204);

  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  /** Ten times a full page of the longest items. */
  private static final long MAX_JSON = 16 * 1024 * 1024;

  private final MessagingClient client;
  private final Operation operation;
  private final RequestOptions options;
  private final Collection<String> contents;
  private final Request request;
  private final Reader<T> reader;
  private final RetryPolicy policy;
  private final QuietListener listener;
  private final long began = System.nanoTime();

  private int attempts;
  private boolean renewed;

  /** The status of the last attempt. */
  private int status;

  /** Whether an attempt might have been carried out, although it failed. */
  private boolean maybeDone;

  /**
   * Makes a call, which the caller executes once.
   *
   * @param contents what no exception may quote, such as names and phone numbers
   * @param request makes the request for an account; its body can be written again
   * @param reader reads the response of success
   */
  RepeatableCall(
      MessagingClient client,
      Operation operation,
      RequestOptions options,
      Collection<String> contents,
      Function<String, Request.Builder> request,
      Reader<T> reader) {
    client.checkOpen();
    this.client = client;
    this.operation = operation;
    this.options = requireNonNull(options, "options == null");
    this.contents = contents;
    this.request = request.apply(options.accountIdOr(client.accountId)).build();
    if (!METHODS.contains(this.request.method())) {
      throw new IllegalArgumentException(this.request.method() + " is not safe to repeat");
    }
    this.reader = reader;
    this.policy = options.retryPolicyOr(client.retryPolicy);
    this.listener =
        QuietListener.of(
            client.listeners,
            new RequestInfo(
                operation.id(), operation.route() + " -> ", options.accountIdOr(client.accountId)));
  }

  T execute() {
    try {
      T result = retrying();
      listener.finished(new Completion(attempts, elapsed(), status, null, null, null));
      return result;
    } catch (ApiException e) {
      listener.finished(new Completion(attempts, elapsed(), e.status(), null, null, e));
      throw e;
    }
  }

  /** Reads a response that is one JSON value, to its end, and closes it. */
  static <T> T json(Response response, JsonAdapter<T> adapter) throws IOException {
    Buffer json = new Buffer();
    try (response) {
      while (response.body().source().read(json, 8192) != -1) {
        if (json.size() > MAX_JSON) {
          throw new UnreadableException("longer than 16 MiB");
        }
      }
    }
    try {
      T value = adapter.fromJson(json);
      if (value != null && json.exhausted()) {
        return value;
      }
    } catch (JsonDataException | JsonEncodingException e) {
      // Not as the cause: a parser quotes what it fails on.
      throw new UnreadableException(ResponseReader.why(e));
    } catch (IOException e) {
      throw new UnreadableException("the JSON breaks off");
    }
    throw new UnreadableException("not one JSON value");
  }

  private T retrying() {
    while (true) {
      if (Thread.currentThread().isInterrupted()) {
        throw failed(new InterruptedIOException("interrupted"), null, new Attempt());
      }
      Attempt attempt = new Attempt();
      attempts++;
      listener.attemptStarted(new AttemptInfo(attempts, Duration.ZERO, 0, null, null));
      long start = System.nanoTime();
      ApiException failure;
      try {
        T result = attempt(attempt);
        attemptFinished(start, status, null);
        return result;
      } catch (ApiException e) {
        failure = e;
      } catch (Throwable e) {
        failure = failed(e, null, attempt);
      }
      maybeDone |= attempt.begun && (failure.status() == 0 || failure.status() >= 500);
      AttemptInfo failed = attemptFinished(start, failure.status(), failure);
      Duration wait = waitAfter(attempt, failure);
      if (wait == null || Thread.currentThread().isInterrupted()) {
        throw failure;
      }
      listener.retryScheduled(failed, wait);
      try {
        client.sleepWhileOpen(wait);
      } catch (InterruptedException | IllegalStateException e) {
        OutcomeDecision.keepInterrupt(e);
        failure.addSuppressed(e);
        throw failure;
      }
      if (options.isOver(elapsed())) {
        throw failure;
      }
    }
  }

  private T attempt(Attempt attempt) throws IOException {
    Request.Builder builder = request.newBuilder().tag(Attempt.class, attempt);
    RequestBody body = request.body();
    if (body != null) {
      // Each attempt writes it once: OkHttp must not repeat any by itself.
      builder.method(request.method(), new OneShotBody(body));
    }
    Call call = options.newCall(client.repeating(), builder, elapsed());
    attempt.limit = call.timeout().timeoutNanos();
    Response response = execute(call, attempt);
    try {
      status = response.code();
      if (!isDone(response)) {
        throw refused(HttpResponse.read(response, null, client.clock.instant()), attempt);
      }
      if (body != null && !attempt.written) {
        throw tooEarly(HttpResponse.read(response, null, client.clock.instant()));
      }
      return reader.read(response);
    } catch (ApiException e) {
      throw e;
    } catch (Throwable e) {
      response.close();
      throw failed(e, response, attempt);
    }
  }

  private Response execute(Call call, Attempt attempt) throws IOException {
    if (!attempt.hasListener) {
      return call.execute();
    }
    Timer timer = new Timer(call, attempt);
    try {
      return timer.limit(call.execute());
    } catch (IOException e) {
      timer.stop();
      throw timer.failure(e);
    } catch (Throwable e) {
      timer.stop();
      throw e;
    }
  }

  private boolean isDone(Response response) {
    if (operation.status() != 204) {
      return status == operation.status();
    }
    // A file that is no longer found might have been deleted by an earlier attempt.
    boolean isGone = status == 404 && maybeDone && response.request().method().equals("DELETE");
    return DONE.contains(status) || isGone;
  }

  private ApiException refused(HttpResponse response, Attempt attempt) {
    Redaction redaction = redaction(attempt);
    ErrorDetails details = client.outcomes.details(response);
    String words =
        response.isSuccess()
            ? " instead of " + operation.status()
            : OutcomeDecision.words(status, details, redaction);
    return new ApiException(
        operation.route() + " -> " + status + words + (status == 404 ? operation.notFound() : ""),
        redaction.redact(response.broken()),
        attempts,
        PASSING.contains(status),
        response,
        details);
  }

  /** Returns the failure of a response that OkHttp found after it could not write any more. */
  private ApiException tooEarly(HttpResponse response) {
    return new ApiException(
        operation.route()
            + " -> "
            + status
            + ", but before the file was written to its end, so it might not be stored",
        null,
        attempts,
        true,
        response,
        null);
  }

  /** Returns the failure of an attempt without a response, or with one that cannot be read. */
  private ApiException failed(Throwable cause, @Nullable Response response, Attempt attempt) {
    OutcomeDecision.keepInterrupt(cause);
    Redaction redaction = redaction(attempt);
    String why = OutcomeDecision.why(cause, attempt.begun ? null : attempt.connecting, redaction);
    String words;
    @Nullable Throwable safe = redaction.redact(cause);
    if (cause instanceof LocalException) {
      // Our own texts, and what this machine says of its own files.
      words = String.valueOf(cause.getMessage());
      safe = cause.getCause();
    } else if (response == null) {
      words = operation.route() + (attempt.begun ? " -> no response: " : " -> not sent: ") + why;
    } else {
      words =
          operation.route()
              + " -> "
              + response.code()
              + ", but the body cannot be read ("
              + why
              + ")";
    }
    return new ApiException(
        words,
        safe,
        attempts,
        cause instanceof IOException
            && !(cause instanceof LocalException)
            && !(cause instanceof UnreadableException)
            && attempt.transientFailure,
        response == null ? null : HttpResponse.head(response, cause, client.clock.instant()),
        null);
  }

  private Redaction redaction(Attempt attempt) {
    return Redaction.hiding(contents, attempt.authorization).and(client.credentials);
  }

  /** Returns the wait before the next attempt, or null if the failure is final. */
  private @Nullable Duration waitAfter(Attempt attempt, ApiException failure) {
    Duration elapsed = elapsed();
    Duration wait = null;
    if (failure.status() == 401) {
      wait = isRenewed(attempt) ? Duration.ZERO : null;
    } else if (failure.isRetryable()) {
      Duration timeout = options.timeout();
      wait =
          policy.waitAfter(
              attempts,
              elapsed,
              // A caller that sets a timeout is ready to wait that long, even after a 429.
              timeout == null ? policy.maxTime() : timeout,
              failure.retryAfter(),
              client.random.getAsDouble());
    }
    return wait == null || options.isOver(elapsed.plus(wait)) ? null : wait;
  }

  private boolean isRenewed(Attempt attempt) {
    String authorization = attempt.authorization;
    if (authorization == null || renewed) {
      return false;
    }
    renewed = true;
    try {
      return client.credentials.refused(authorization);
    } catch (Throwable e) {
      OutcomeDecision.keepInterrupt(e);
      return false;
    }
  }

  private AttemptInfo attemptFinished(long start, int status, @Nullable ApiException failure) {
    AttemptInfo info =
        new AttemptInfo(
            attempts, Duration.ofNanos(System.nanoTime() - start), status, null, failure);
    listener.attemptFinished(info);
    return info;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
