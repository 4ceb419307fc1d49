package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages from one Bandwidth account, and keeps its media files.
 *
 * <pre>{@code
 * MessagingClient client =
 *     MessagingClient.builder()
 *         .accountId("9900000")
 *         .credentials(Credentials.oauth(clientId, clientSecret))
 *         .build();
 * Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
 *
 * SendResult sent =
 *     client.send(
 *         sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").withTag("test message"));
 * }</pre>
 *
 * <p>A client is immutable and can be used by any number of threads; create one and share it,
 * because it keeps connections open between messages.
 */
public final class MessagingClient implements AutoCloseable {
  private static final Pattern OPERATION = Pattern.compile("/users/[^/]+/(?:messages|media)/");

  final RequestFactory requests;
  final Credentials credentials;
  final OutcomeDecision outcomes;
  final RetryPolicy retryPolicy;
  final RequestListener.Factory listeners;
  final Background background = new Background();
  final RecentMessages recent;
  final Sleeper sleeper;
  final DoubleSupplier random;
  final InstantSource clock;

  final HttpUrl baseUrl;
  final String accountId;

  /** What this client was built with; never changed. */
  private final Builder settings;

  private final OkHttpClient httpClient;
  private final boolean isOwnHttpClient;
  private final boolean isOwnDispatcher;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable OkHttpClient repeating;

  private MessagingClient(Builder builder, String accountId, Credentials credentials) {
    this.baseUrl = builder.url(accountId);
    OkHttpClient checked =
        Transport.checked(
            builder.httpClient == null ? Transport.defaultClient() : builder.httpClient);
    this.settings = builder.copy().httpClient(checked);
    this.isOwnHttpClient = builder.httpClient == null;
    this.isOwnDispatcher = isOwnHttpClient || builder.isOwnDispatcher;
    this.accountId = accountId;
    this.credentials =
        credentials instanceof OAuth oauth ? oauth.through(checked, builder.clock) : credentials;
    this.httpClient = Transport.sending(checked, baseUrl, this.credentials);
    this.requests = new RequestFactory(baseUrl);
    this.outcomes = new OutcomeDecision(builder.clock, this.credentials);
    this.recent = builder.recent;
    this.retryPolicy = builder.retryPolicy;
    this.listeners = builder.listeners;
    this.sleeper = builder.sleeper == null ? background : builder.sleeper;
    this.random = builder.random;
    this.clock = builder.clock;
  }

  /**
   * Returns a builder of clients.
   *
   * @return a builder without account and credentials
   * @throws IllegalStateException if the class path has too old a version of OkHttp, Okio, Moshi,
   *     or Kotlin; the message names the jar and says what to do
   */
  public static Builder builder() {
    Libraries.check();
    return new Builder();
  }

  /**
   * Returns a builder with the account in {@code BW_ACCOUNT_ID}, the application in {@code
   * BW_MESSAGING_APPLICATION_ID}, and the OAuth 2.0 credentials in {@code BW_CLIENT_ID} and {@code
   * BW_CLIENT_SECRET}; if neither of these two is set, the API user in {@code BW_USERNAME} and
   * {@code BW_PASSWORD}.
   *
   * <p>{@code BW_BASE_URL} and {@code BW_TOKEN_URL}, if set, replace the base URL and the URL of
   * the token endpoint, for a gateway or a test server. With another {@link Builder#baseUrl} alone,
   * the token still comes from Bandwidth.
   *
   * @return a builder to add to, or to build
   * @throws IllegalStateException if variables are missing; the message names all of them
   * @throws IllegalArgumentException if the account's ID contains anything but digits, a variable
   *     begins or ends with white space, or the URL of the token endpoint is malformed or would
   *     send the secret to another machine unencrypted
   */
  public static Builder fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  /**
   * Returns a builder as {@link #fromEnvironment()} does, with the variables in a map, for tests
   * and other sources of settings.
   *
   * @param variables the value of each variable by its name
   * @return a builder to add to, or to build
   * @throws IllegalStateException if variables are missing; the message names all of them
   * @throws IllegalArgumentException as from {@link #fromEnvironment()}
   */
  public static Builder fromEnvironment(Map<String, String> variables) {
    return Environment.builder(requireNonNull(variables, "variables == null"));
  }

  /**
   * Returns a builder with the settings of this client, for a client with another account or
   * listener. Both use the same connections but are closed separately: closing one does not stop
   * the other.
   *
   * @return a builder with all settings of this client
   */
  public Builder newBuilder() {
    Builder builder = settings.copy();
    if (isOwnDispatcher && settings.httpClient != null) {
      builder.httpClient = Transport.withOwnDispatcher(settings.httpClient);
      builder.isOwnDispatcher = true;
    }
    return builder;
  }

  /**
   * Sends a message and waits until Bandwidth has accepted it. Whether it reaches a phone is
   * reported later, to the callback URL of the application.
   *
   * <p>The message is written at most once, whatever happens and whichever HTTP client is used;
   * only a message that was certainly not sent is retried, as {@link RetryPolicy} says. A message
   * with {@linkplain MessageCheck#errors() errors} is not written at all.
   *
   * <p>An interrupt ends the call; the exception still says what became of the message, and the
   * thread stays interrupted. An exception from an interceptor, credentials, or an OkHttp event
   * listener becomes the cause of a {@link SendException}.
   *
   * @param request the message
   * @return the message as Bandwidth accepted it
   * @throws NotSentException if the message was not sent: it breaks rules, Bandwidth refused it, or
   *     nothing was written
   * @throws UnknownOutcomeException if the message might have been sent
   * @throws UnreadableResponseException if the message was sent, but its response cannot be read
   * @throws IllegalStateException if the client is closed
   */
  public SendResult send(MessageRequest request) {
    return send(request, RequestOptions.none());
  }

  /**
   * Sends a message as {@link #send(MessageRequest)} does, with options for this message.
   *
   * @param request the message
   * @param options the options for this message
   * @return the message as Bandwidth accepted it
   * @throws SendException as {@link #send(MessageRequest)} does
   */
  public SendResult send(MessageRequest request, RequestOptions options) {
    return call(outgoing(request), options).send();
  }

  /**
   * Sends a message as {@link #send(MessageRequest)} does, without blocking a thread, even between
   * attempts.
   *
   * <p>Cancelling the future cancels the HTTP call. The message might have been sent by then, as
   * with {@link Outcome#UNKNOWN}.
   *
   * @param request the message
   * @return a future of the message as Bandwidth accepted it; it fails with a {@link
   *     SendException}, which dependent stages see as the cause of a {@code CompletionException},
   *     or with an {@link IllegalStateException} if the client is closed
   */
  public CompletableFuture<SendResult> sendAsync(MessageRequest request) {
    return sendAsync(request, RequestOptions.none());
  }

  /**
   * Sends a message as {@link #sendAsync(MessageRequest)} does, with options for this message.
   *
   * @param request the message
   * @param options the options for this message
   * @return a future of the message as Bandwidth accepted it; it fails with a {@link SendException}
   */
  public CompletableFuture<SendResult> sendAsync(MessageRequest request, RequestOptions options) {
    return sendAsync(outgoing(request), options);
  }

  /**
   * Sends a message through the first of several channels that works, for example as RBM, otherwise
   * as SMS, and waits until Bandwidth has accepted it. Which channel it takes, and whether it
   * reaches a phone, is reported later, to the callback URL of the application.
   *
   * <p>The guarantees of {@link #send(MessageRequest)} hold here, too: the message is written at
   * most once, and every failure says what became of it.
   *
   * <p><b>Beta:</b> Bandwidth can still change this operation, and this method with it.
   *
   * @param request the message
   * @return the message as Bandwidth accepted it
   * @throws SendException as {@link #send(MessageRequest)} does
   */
  public MultiChannelResult send(MultiChannelRequest request) {
    return send(request, RequestOptions.none());
  }

  /**
   * Sends a message as {@link #send(MultiChannelRequest)} does, with options for this message.
   *
   * @param request the message
   * @param options the options for this message
   * @return the message as Bandwidth accepted it
   * @throws SendException as {@link #send(MessageRequest)} does
   */
  public MultiChannelResult send(MultiChannelRequest request, RequestOptions options) {
    return call(outgoing(request), options).send();
  }

  /**
   * Sends a message as {@link #send(MultiChannelRequest)} does, without blocking a thread, like
   * {@link #sendAsync(MessageRequest)}.
   *
   * @param request the message
   * @return a future of the message as Bandwidth accepted it; it fails with a {@link SendException}
   */
  public CompletableFuture<MultiChannelResult> sendAsync(MultiChannelRequest request) {
    return sendAsync(request, RequestOptions.none());
  }

  /**
   * Sends a message as {@link #sendAsync(MultiChannelRequest)} does, with options for this message.
   *
   * @param request the message
   * @param options the options for this message
   * @return a future of the message as Bandwidth accepted it; it fails with a {@link SendException}
   */
  public CompletableFuture<MultiChannelResult> sendAsync(
      MultiChannelRequest request, RequestOptions options) {
    return sendAsync(outgoing(request), options);
  }

  /**
   * Sends many messages, several at a time, and returns their results as they become known.
   *
   * @param requests the messages; read by another thread until the batch ends
   * @param options how many at a time, and how fast
   * @return the results, to be read and closed
   * @throws IllegalStateException if the client is closed
   */
  public Batch<MessageRequest> sendAll(Iterable<MessageRequest> requests, BatchOptions options) {
    return sendAll(requests, Function.identity(), options);
  }

  /**
   * Sends many messages as {@link #sendAll(Iterable, BatchOptions)} does, from an iterator that
   * need not fit in memory.
   *
   * @param requests the messages; read by another thread until the batch ends
   * @param options how many at a time, and how fast
   * @return the results, to be read and closed
   */
  public Batch<MessageRequest> sendAll(Iterator<MessageRequest> requests, BatchOptions options) {
    return sendAll(requests, Function.identity(), options);
  }

  /**
   * Sends a message for each of many items, such as rows of a table, and returns each item with its
   * result.
   *
   * @param <T> the type of an item
   * @param items the items; read by another thread until the batch ends
   * @param toRequest creates the message for an item, on that thread; if it throws or returns null,
   *     the item's result is {@link Outcome#NOT_SENT}, with the exception as the cause of its
   *     failure, and no listener is created
   * @param options how many at a time, and how fast
   * @return the results, to be read and closed
   */
  public <T> Batch<T> sendAll(
      Iterable<? extends T> items,
      Function<? super T, MessageRequest> toRequest,
      BatchOptions options) {
    return sendAll(requireNonNull(items, "items == null").iterator(), toRequest, options);
  }

  /**
   * Sends a message for each of many items as {@link #sendAll(Iterable, Function, BatchOptions)}
   * does, from an iterator that need not fit in memory.
   *
   * @param <T> the type of an item
   * @param items the items; read by another thread until the batch ends
   * @param toRequest creates the message for an item, on that thread; if it throws or returns null,
   *     the item's result is {@link Outcome#NOT_SENT}, with the exception as the cause of its
   *     failure, and no listener is created
   * @param options how many at a time, and how fast
   * @return the results, to be read and closed
   */
  public <T> Batch<T> sendAll(
      Iterator<? extends T> items,
      Function<? super T, MessageRequest> toRequest,
      BatchOptions options) {
    requireNonNull(items, "items == null");
    requireNonNull(toRequest, "toRequest == null");
    requireNonNull(options, "options == null");
    checkOpen();
    return new Batch<T>(this, httpClient, items, toRequest, options).start();
  }

  /**
   * Returns the media files of the account, to upload, download, list, and delete.
   *
   * @return a view of this client
   */
  public MediaFiles media() {
    return new MediaFiles(this);
  }

  /**
   * Returns the messages that the account has sent and received, to search.
   *
   * @return a view of this client
   */
  public MessageHistory messages() {
    return new MessageHistory(this);
  }

  /**
   * Checks that the credentials have access to the account, by searching for a single message of
   * the last minute. Nothing is sent or billed. It does not prove that the account may send:
   * Bandwidth does not document whether searching and sending need the same role.
   *
   * @throws ApiException if the credentials or the account are wrong, with what Bandwidth says
   *     about which of the two; or if Bandwidth cannot be reached
   */
  public void checkCredentials() {
    messages().check();
  }

  /**
   * Returns a sender with the client's application.
   *
   * @param from a number of yours, as {@link Sender#of} takes it
   * @return the sender
   * @throws IllegalArgumentException if {@code from} cannot be a sender
   * @throws IllegalStateException if the client has no application
   */
  public Sender sender(String from) {
    if (settings.applicationId == null) {
      throw new IllegalStateException("The client has no applicationId; use Sender.of");
    }
    return Sender.of(from, settings.applicationId);
  }

  /**
   * Closes the client: sending, media, searches, and {@link #checkCredentials} then fail with an
   * {@link IllegalStateException}; {@code sendAsync} reports it in its future.
   *
   * <p>A lookup that waits for its next search ends with that exception at once. Where media or a
   * search waits to be retried, the wait ends with the failure. With a {@link Builder#sleeper} of
   * your own, both end after its wait.
   *
   * <p>Messages in flight are not affected, and this method does not wait for them: they are
   * finished and retried as usual, and each has its own outcome. A {@link Batch} takes no more
   * items; if any are left, its iterator throws the {@code IllegalStateException} after the results
   * of those that were taken.
   *
   * <p>Idle connections are closed and threads end as soon as they are idle, so that a program can
   * end without waiting for them. An HTTP client that was passed to the builder is not closed.
   */
  @Override
  public void close() {
    closed.countDown();
    if (isOwnDispatcher) {
      Transport.endIdleThreads(httpClient.dispatcher());
    }
    if (isOwnHttpClient) {
      httpClient.connectionPool().evictAll();
    }
    OkHttpClient used = repeating;
    if (used != null) {
      used.connectionPool().evictAll();
    }
  }

  /** Returns the client's account, without its credentials. */
  @Override
  public String toString() {
    return "MessagingClient[accountId=" + accountId + "]";
  }

  static String checkedAccount(String accountId) {
    return checkedAccount(requireNonNull(accountId, "accountId == null"), "accountId");
  }

  static String checkedAccount(String accountId, String name) {
    if (!hasOnlyDigits(accountId)) {
      throw new IllegalArgumentException(
          name + " must contain only digits, like 9900000; the Bandwidth Dashboard shows it");
    }
    return accountId;
  }

  /** Rejects what was typically read from a file with the line break at its end. */
  static String unpadded(String value, String name) {
    if (!value.equals(value.strip())) {
      throw new IllegalArgumentException(
          name + " begins or ends with white space, such as the line break at the end of a file");
    }
    return value;
  }

  private static boolean hasOnlyDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static Outgoing<SendResult> outgoing(MessageRequest request) {
    return new OutgoingMessage(requireNonNull(request, "request == null"));
  }

  private static Outgoing<MultiChannelResult> outgoing(MultiChannelRequest request) {
    return new OutgoingMultiChannel(requireNonNull(request, "request == null"));
  }

  /** Returns the client for what is safe to repeat, never for messages. */
  synchronized OkHttpClient repeating() {
    OkHttpClient known = repeating;
    if (known == null) {
      known = Transport.repeating(requireNonNull(settings.httpClient), baseUrl, credentials);
      repeating = known;
    }
    return known;
  }

  /** Checked before a request starts, so that closing ends none. */
  void checkOpen() {
    if (closed.getCount() == 0) {
      throw new IllegalStateException("The client is closed");
    }
  }

  /** Waits for what is not worth finishing once the client is closed, unlike a message. */
  void sleepWhileOpen(Duration wait) throws InterruptedException {
    if (sleeper == background) {
      boolean unused = closed.await(wait.toNanos(), NANOSECONDS);
    } else {
      sleeper.sleep(wait);
    }
    checkOpen();
  }

  private <R> CompletableFuture<R> sendAsync(Outgoing<R> message, RequestOptions options) {
    MessageCall<R> call;
    try {
      call = call(message, options);
    } catch (IllegalStateException closed) {
      // Not thrown: a loop that sends messages would lose the futures of earlier ones.
      return CompletableFuture.failedFuture(closed);
    }
    return call.sendAsync();
  }

  private <R> MessageCall<R> call(Outgoing<R> message, RequestOptions options) {
    requireNonNull(options, "options == null");
    checkOpen();
    return new MessageCall<>(this, httpClient, message, options, retryAfter -> {});
  }

  /** A builder of {@link MessagingClient}. */
  public static final class Builder {
    private @Nullable String accountId;
    private @Nullable String applicationId;
    private @Nullable Credentials credentials;
    private @Nullable String baseUrl;
    private @Nullable OkHttpClient httpClient;
    private boolean isOwnDispatcher;
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private RequestListener.Factory listeners = request -> new RequestListener() {};
    private @Nullable Sleeper sleeper;
    private RecentMessages recent = new RecentMessages();
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /**
     * Sets the account that sends and pays.
     *
     * @param accountId the account's ID, a string of digits (7 with OAuth)
     * @return this builder
     * @throws IllegalArgumentException if it contains anything but digits
     */
    public Builder accountId(String accountId) {
      this.accountId = checkedAccount(accountId);
      return this;
    }

    /**
     * Sets the credentials of the account.
     *
     * @param credentials for example {@link Credentials#oauth(String, String)}
     * @return this builder
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = requireNonNull(credentials, "credentials == null");
      return this;
    }

    /**
     * Sets the application that {@link MessagingClient#sender} uses.
     *
     * @param applicationId the application's ID in the Bandwidth Dashboard
     * @return this builder
     */
    public Builder applicationId(String applicationId) {
      this.applicationId = requireNonNull(applicationId, "applicationId == null");
      return this;
    }

    /**
     * Sets the base URL; Bandwidth's production service by default.
     *
     * @param baseUrl the part of the URL before {@code /users}, with or without a slash at its end;
     *     Bandwidth's is {@code https://messaging.bandwidth.com/api/v2}
     * @return this builder
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = requireNonNull(baseUrl, "baseUrl == null");
      return this;
    }

    /**
     * Sets the HTTP client to use, with its timeouts, proxy, connection pool, and interceptors. It
     * is not changed. For these messages, it follows no redirects and retries nothing by itself, a
     * connection with unread bytes is not reused, and the call timeout is 60 seconds if the client
     * has none.
     *
     * <p>Media and everything else that is safe to repeat use separate connections, over HTTP/1.1
     * where the client allows that, and no cache.
     *
     * <p>An interceptor that responds itself, without proceeding, has not sent the message: the
     * outcome is {@link Outcome#NOT_SENT}, whatever the response.
     *
     * <p>By default, the timeouts are 10 seconds for connecting and 60 seconds for a whole attempt,
     * and 64 messages can be in flight at the same time. Media and searches have a limit of 30
     * seconds between bytes as well, unless the client has another.
     *
     * @param httpClient the client
     * @return this builder
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = requireNonNull(httpClient, "httpClient == null");
      this.isOwnDispatcher = false;
      return this;
    }

    /**
     * Sets how often to retry a message that was certainly not sent, and an operation that is safe
     * to repeat.
     *
     * @param retryPolicy the policy, if not {@link RetryPolicy#standard()}; {@link
     *     RetryPolicy#none()} turns retries off
     * @return this builder
     */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = requireNonNull(retryPolicy, "retryPolicy == null");
      return this;
    }

    /**
     * Sets the listeners that follow each request: attempts with their statuses and durations,
     * retries, and the outcome, for metrics, traces, or {@linkplain RequestListener#logTo a log}.
     *
     * @param listener creates a listener for each request; {@link RequestListener.Factory#and}
     *     combines several
     * @return this builder
     */
    public Builder listener(RequestListener.Factory listener) {
      this.listeners = requireNonNull(listener, "listener == null");
      return this;
    }

    /**
     * Sets the clock that says when a message was attempted, when one expires, how long one has
     * been looked for, and when an OAuth token expires. Waits and time limits do not depend on it.
     *
     * @param clock the clock, if not the system's
     * @return this builder
     */
    public Builder clock(InstantSource clock) {
      this.clock = requireNonNull(clock, "clock == null");
      return this;
    }

    /**
     * Sets what waits before a retry and between searches for an unknown message, so that tests
     * need not. The pace of a batch does not depend on it.
     *
     * @param sleeper what waits, if not a thread or timer of this client
     * @return this builder
     */
    public Builder sleeper(Sleeper sleeper) {
      this.sleeper = requireNonNull(sleeper, "sleeper == null");
      return this;
    }

    Builder random(DoubleSupplier random) {
      this.random = random;
      return this;
    }

    /**
     * Builds the client.
     *
     * @return a client with the values of this builder
     * @throws NullPointerException if the account or the credentials are missing
     * @throws IllegalArgumentException if the base URL is malformed, contains a query, fragment or
     *     user, is the URL of an operation, is on Bandwidth's host but not its API, or would send
     *     the credentials unencrypted to another machine
     */
    public MessagingClient build() {
      return new MessagingClient(
          this,
          requireNonNull(accountId, "accountId == null"),
          requireNonNull(credentials, "credentials == null"));
    }

    private Builder copy() {
      Builder copy = new Builder();
      copy.accountId = accountId;
      copy.applicationId = applicationId;
      copy.credentials = credentials;
      copy.baseUrl = baseUrl;
      copy.httpClient = httpClient;
      copy.retryPolicy = retryPolicy;
      copy.listeners = listeners;
      copy.sleeper = sleeper;
      copy.recent = recent;
      copy.random = random;
      copy.clock = clock;
      return copy;
    }

    private HttpUrl url(String accountId) {
      HttpUrl bandwidth = HttpUrl.get(RetrofitClient.BASE_URL);
      if (baseUrl == null) {
        return bandwidth;
      }
      HttpUrl url = SecureUrl.parse(baseUrl, "baseUrl");
      if (!url.encodedPath().endsWith("/")) {
        url = url.newBuilder().addPathSegment("").build();
      }
      if (url.host().equals(bandwidth.host())
          && !url.encodedPath().equals(bandwidth.encodedPath())) {
        throw new IllegalArgumentException("baseUrl on Bandwidth's host must be " + bandwidth);
      }
      if (url.encodedPath().contains("/users/" + accountId + "/")
          || OPERATION.matcher(url.encodedPath()).find()) {
        throw new IllegalArgumentException(
            "baseUrl must end before /users, which the client adds for each request");
      }
      return url;
    }
  }
}
