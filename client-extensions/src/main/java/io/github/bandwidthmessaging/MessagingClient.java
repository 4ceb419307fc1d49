package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.api.ErrorBody;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages from one Bandwidth account.
 *
 * <pre>{@code
 * MessagingClient client =
 *     MessagingClient.builder()
 *         .accountId("9900000")
 *         .credentials(Credentials.oauth(clientId, clientSecret))
 *         .build();
 * Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
 *
 * Message message =
 *     client.send(
 *         sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").withTag("test message"));
 * }</pre>
 *
 * <p>A client is immutable and can be used by any number of threads; make one and share it, because
 * it keeps connections open between messages.
 */
public final class MessagingClient implements AutoCloseable {
  private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9_-]+");

  final RequestFactory requests;
  final Credentials credentials;
  final ReceiptReader receipts;
  final OutcomeDecision outcomes;
  final RetryPolicy retryPolicy;
  final SendListener listener;
  final Background background = new Background();
  final Sleeper sleeper;
  final DoubleSupplier random;
  final InstantSource clock;

  private final String accountId;
  private final @Nullable String applicationId;
  private final OkHttpClient httpClient;
  private final boolean isOwnHttpClient;

  private MessagingClient(Builder builder, String accountId, Credentials credentials) {
    HttpUrl baseUrl = builder.url();
    OkHttpClient checked =
        Transport.checked(
            builder.httpClient == null ? Transport.defaultClient() : builder.httpClient);
    this.isOwnHttpClient = builder.httpClient == null;
    this.accountId = accountId;
    this.applicationId = builder.applicationId;
    this.credentials = credentials instanceof OAuth oauth ? oauth.through(checked) : credentials;
    this.httpClient = Transport.sending(checked, baseUrl, this.credentials);
    Moshi moshi = RetrofitClient.moshi();
    MessagesApi api =
        RetrofitClient.builder(checked).baseUrl(baseUrl).build().create(MessagesApi.class);
    this.requests = new RequestFactory(api, moshi, accountId);
    this.receipts = new ReceiptReader(moshi);
    this.outcomes = new OutcomeDecision(moshi.adapter(ErrorBody.class));
    this.retryPolicy = builder.retryPolicy;
    this.listener = builder.listener;
    this.sleeper = builder.sleeper == null ? background : builder.sleeper;
    this.random = builder.random;
    this.clock = builder.clock;
  }

  /**
   * Returns a builder of clients.
   *
   * @return a builder without account and credentials
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client with the account in {@code BW_ACCOUNT_ID}, the application in {@code
   * BW_MESSAGING_APPLICATION_ID}, and the OAuth 2.0 credentials in {@code BW_CLIENT_ID} and {@code
   * BW_CLIENT_SECRET}; if neither of these two is set, the API user in {@code BW_USERNAME} and
   * {@code BW_PASSWORD}.
   *
   * @return the client
   * @throws IllegalStateException if some are missing; the message names all of them
   */
  public static MessagingClient fromEnvironment() {
    return Environment.client(System.getenv());
  }

  /**
   * Sends a message and waits until Bandwidth has queued it. Whether it reaches a phone is reported
   * later, to the callback URL of the application.
   *
   * <p>The message is written at most once, whatever happens and whichever HTTP client is used;
   * only what Bandwidth certainly does not have is tried again, as {@link RetryPolicy} says. A
   * message with {@linkplain MessageCheck#errors() errors} is not written at all.
   *
   * <p>An interrupt ends the sending, with an outcome as true as any other, and the thread stays
   * interrupted. Whatever interceptors, listeners or credentials throw arrives as the cause of a
   * {@link MessagingException}.
   *
   * @param request the message
   * @return the message as Bandwidth has queued it
   * @throws InvalidMessageException if the message breaks rules, before anything is written
   * @throws MessagingException if there is no receipt; {@link MessagingException#outcome()} says
   *     whether the message may have been sent all the same
   */
  public Message send(MessageRequest request) {
    return send(request, SendOptions.defaults()).message();
  }

  /**
   * Sends a message as {@link #send(MessageRequest)} does, with options of its own, and returns the
   * whole answer.
   *
   * @param request the message
   * @param options what is different for this message
   * @return Bandwidth's answer with status, headers and body
   * @throws MessagingException if there is no receipt; {@link MessagingException#outcome()} says
   *     whether the message may have been sent all the same
   */
  public Receipt send(MessageRequest request, SendOptions options) {
    return call(request, options).send();
  }

  /**
   * Sends a message as {@link #send(MessageRequest)} does, without waiting; waits between attempts
   * keep no thread either.
   *
   * <p>Cancelling this future cancels the HTTP call. The message may have been sent by then, as
   * with {@link Outcome#UNKNOWN}.
   *
   * @param request the message
   * @return a future that ends with the message as Bandwidth has queued it, or with a {@link
   *     MessagingException}
   */
  public CompletableFuture<Message> sendAsync(MessageRequest request) {
    return call(request, SendOptions.defaults()).sendAsync(Receipt::message);
  }

  /**
   * Sends a message as {@link #sendAsync(MessageRequest)} does, with options of its own, and with
   * the whole answer as result.
   *
   * @param request the message
   * @param options what is different for this message
   * @return a future that ends with Bandwidth's answer, or with a {@link MessagingException};
   *     cancelling it cancels the HTTP call
   */
  public CompletableFuture<Receipt> sendAsync(MessageRequest request, SendOptions options) {
    return call(request, options).sendAsync(receipt -> receipt);
  }

  /**
   * Sends many messages, several at a time.
   *
   * @param requests where the messages come from, for example {@code list.iterator()} or {@code
   *     stream.iterator()}; read by another thread until the batch ends
   * @param inFlight how many messages are on their way at the same time, at least 1
   * @return the results, to be read and closed
   * @throws IllegalArgumentException if {@code inFlight} is less than 1
   */
  public Batch sendAll(Iterator<MessageRequest> requests, int inFlight) {
    return sendAll(requests, inFlight, segments -> {});
  }

  /**
   * Sends many messages, several at a time and no faster than a pace allows.
   *
   * <p>A 429 for one message holds the others back as well, whether that message is retried or not.
   * All guarantees of {@link #send(MessageRequest)} hold for each message. The batch has
   * connections and threads of its own, with everything else as the HTTP client has it.
   *
   * @param requests where the messages come from, for example {@code list.iterator()} or {@code
   *     stream.iterator()}; read by another thread until the batch ends
   * @param inFlight how many messages are on their way at the same time, at least 1
   * @param pace what is asked before each message
   * @return the results, to be read and closed
   * @throws IllegalArgumentException if {@code inFlight} is less than 1
   */
  public Batch sendAll(Iterator<MessageRequest> requests, int inFlight, Pace pace) {
    requireNonNull(requests, "requests == null");
    requireNonNull(pace, "pace == null");
    if (inFlight < 1) {
      throw new IllegalArgumentException("inFlight < 1");
    }
    return new Batch(this, Transport.batch(httpClient, inFlight), requests, inFlight, pace).start();
  }

  /**
   * Returns a sender with the client's application.
   *
   * @param from a number of yours, as {@link Sender#of} takes it
   * @return the sender
   * @throws IllegalArgumentException if {@code from} cannot send
   * @throws IllegalStateException if the client has no application
   */
  public Sender sender(String from) {
    if (applicationId == null) {
      throw new IllegalStateException("The client has no applicationId; use Sender.of");
    }
    return Sender.of(from, applicationId);
  }

  /**
   * Ends idle threads and connections at once, so that a program can end without waiting for them.
   * What is on its way comes to its end; after that the client should not be used. An HTTP client
   * that was brought is left alone.
   */
  @Override
  public void close() {
    if (isOwnHttpClient) {
      httpClient.dispatcher().executorService().shutdown();
      httpClient.connectionPool().evictAll();
    }
  }

  /** Returns the client's account, without its credentials. */
  @Override
  public String toString() {
    return "MessagingClient[accountId=" + accountId + "]";
  }

  static String checkedAccount(String accountId) {
    requireNonNull(accountId, "accountId == null");
    if (!ACCOUNT_ID.matcher(accountId).matches()) {
      throw new IllegalArgumentException(
          "accountId must be the digits that Bandwidth shows for the account");
    }
    return accountId;
  }

  private MessageCall call(MessageRequest request, SendOptions options) {
    requireNonNull(request, "request == null");
    requireNonNull(options, "options == null");
    return new MessageCall(this, httpClient, request, options, retryAfter -> {});
  }

  /** A builder of {@link MessagingClient}. */
  public static final class Builder {
    private @Nullable String accountId;
    private @Nullable String applicationId;
    private @Nullable Credentials credentials;
    private @Nullable String baseUrl;
    private @Nullable OkHttpClient httpClient;
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private SendListener listener = new SendListener() {};
    private @Nullable Sleeper sleeper;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /**
     * Sets the account that sends and pays.
     *
     * @param accountId the account's id, a string of digits
     * @return this builder
     */
    public Builder accountId(String accountId) {
      this.accountId = requireNonNull(accountId, "accountId == null");
      return this;
    }

    /**
     * Sets what proves to Bandwidth who is sending.
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
     * @param applicationId the application's id in the Bandwidth Dashboard
     * @return this builder
     */
    public Builder applicationId(String applicationId) {
      this.applicationId = requireNonNull(applicationId, "applicationId == null");
      return this;
    }

    /**
     * Sets where to send to, if not to Bandwidth's production service.
     *
     * @param baseUrl the part of the URL before {@code /users}, with or without a slash at its end
     * @return this builder
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = requireNonNull(baseUrl, "baseUrl == null");
      return this;
    }

    /**
     * Sets the HTTP client to use, with its time-outs, proxy, connection pool and interceptors. It
     * is not changed; but for these messages it follows no redirects and repeats nothing, its
     * sockets are wrapped so that nothing is left unread on them, and where it has no call
     * time-out, one of 60 seconds holds.
     *
     * <p>An interceptor that responds itself, without proceeding, has not sent the message: the
     * outcome is {@link Outcome#NOT_SENT}, whatever the response.
     *
     * <p>Without it, connecting takes at most 10 seconds, a pause in reading or writing at most 30,
     * and one whole attempt at most 60; 64 messages can be on their way at the same time.
     *
     * @param httpClient the client
     * @return this builder
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = requireNonNull(httpClient, "httpClient == null");
      return this;
    }

    /**
     * Sets how often a message is tried again that was certainly not sent.
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
     * Sets what watches the sending.
     *
     * @param listener the listener
     * @return this builder
     */
    public Builder listener(SendListener listener) {
      this.listener = requireNonNull(listener, "listener == null");
      return this;
    }

    Builder sleeper(Sleeper sleeper) {
      this.sleeper = sleeper;
      return this;
    }

    Builder random(DoubleSupplier random) {
      this.random = random;
      return this;
    }

    Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /**
     * Builds the client.
     *
     * @return a client with the values of this builder
     * @throws NullPointerException if the account or the credentials are missing
     * @throws IllegalArgumentException if the account's id cannot be one, or if the base URL is
     *     none, has a query, fragment or user in it, or would send the credentials unencrypted to
     *     another machine
     */
    public MessagingClient build() {
      return new MessagingClient(
          this,
          checkedAccount(requireNonNull(accountId, "accountId == null")),
          requireNonNull(credentials, "credentials == null"));
    }

    private HttpUrl url() {
      if (baseUrl == null) {
        return HttpUrl.get(RetrofitClient.BASE_URL);
      }
      return SecureUrl.parse(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/", "baseUrl");
    }
  }
}
