package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.client.Message;
import io.github.bandwidthmessaging.client.MessageRequest;
import io.github.bandwidthmessaging.client.MessagesApi;
import io.github.bandwidthmessaging.client.NotFoundError;
import io.github.bandwidthmessaging.client.RetrofitClient;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages from one Bandwidth account.
 *
 * <pre>{@code
 * MessagingClient client =
 *     MessagingClient.builder()
 *         .accountId("9900000")
 *         .credentials(Credentials.basic(username, password))
 *         .build();
 * Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
 *
 * Message message =
 *     client.send(
 *         sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").tag("test message").build());
 * }</pre>
 *
 * <p>A client is immutable and can be used by any number of threads; make one and share it, because
 * it keeps connections open between messages.
 */
public final class MessagingClient {
  private final String accountId;
  private final OkHttpClient httpClient;
  private final MessagesApi api;
  private final JsonAdapter<Message> messages;
  private final Failures failures;

  private MessagingClient(
      String accountId, HttpUrl baseUrl, Credentials credentials, OkHttpClient httpClient) {
    this.accountId = accountId;
    this.httpClient =
        httpClient
            .newBuilder()
            // 301 to 303 become a GET, whose 2xx looks as if the message were sent.
            .followRedirects(false)
            .addInterceptor(new AtMostOnce(baseUrl, credentials))
            .build();
    this.api =
        RetrofitClient.builder(this.httpClient).baseUrl(baseUrl).build().create(MessagesApi.class);
    Moshi moshi = RetrofitClient.moshi();
    this.messages = moshi.adapter(Message.class);
    this.failures = new Failures(moshi.adapter(NotFoundError.class));
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
   * Sends a message and waits until Bandwidth has queued it. Whether it reaches a phone is reported
   * later, to the callback URL of the application.
   *
   * <p>The message is written at most once, whatever happens and whichever HTTP client is used.
   *
   * @param request the message
   * @return Bandwidth's receipt
   * @throws MessagingException if there is no receipt; {@link MessagingException#outcome()} says
   *     whether the message may have been sent all the same
   */
  public Message send(MessageRequest request) {
    requireNonNull(request, "request == null");
    Attempt attempt = new Attempt();
    Request httpRequest =
        api.createMessage(accountId, request)
            .request()
            .newBuilder()
            .tag(Attempt.class, attempt)
            .build();
    Answer answer;
    try (Response response = httpClient.newCall(httpRequest).execute()) {
      answer = Answer.read(response);
    } catch (IOException | RuntimeException e) {
      throw failures.unanswered(e, attempt);
    }
    if (!answer.isSuccess()) {
      throw failures.unsuccessful(answer, request);
    }
    return receipt(answer, request);
  }

  /** Returns the client's account, without its credentials. */
  @Override
  public String toString() {
    return "MessagingClient[accountId=" + accountId + "]";
  }

  private Message receipt(Answer answer, MessageRequest request) {
    String why = null;
    try {
      Message message = messages.fromJson(answer.body());
      // The generated reader lets a missing id through, but without it this is no receipt.
      if (message != null && message.id() != null) {
        return message;
      }
    } catch (IOException | RuntimeException e) {
      // Not as the cause: a parser quotes what it stumbles over, and the receipt repeats the
      // message.
      why = e.getMessage();
    }
    throw failures.unreadable(answer, why, request);
  }

  /** A builder of {@link MessagingClient}. */
  public static final class Builder {
    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern LOOPBACK =
        Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1");

    private @Nullable String accountId;
    private @Nullable Credentials credentials;
    private @Nullable String baseUrl;
    private @Nullable OkHttpClient httpClient;

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
     * @param credentials for example {@link Credentials#basic}
     * @return this builder
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = requireNonNull(credentials, "credentials == null");
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
     * is not changed; but for these messages it follows no redirects and repeats nothing.
     *
     * <p>Without it, connecting takes at most 10 seconds, a pause in reading or writing at most 30,
     * and the whole call at most 60.
     *
     * @param httpClient the client
     * @return this builder
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = requireNonNull(httpClient, "httpClient == null");
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
      String account = requireNonNull(accountId, "accountId == null");
      if (!ACCOUNT_ID.matcher(account).matches()) {
        throw new IllegalArgumentException(
            "accountId must be the digits that Bandwidth shows for the account");
      }
      return new MessagingClient(
          account,
          url(),
          requireNonNull(credentials, "credentials == null"),
          httpClient == null ? defaultHttpClient() : httpClient);
    }

    private HttpUrl url() {
      if (baseUrl == null) {
        return HttpUrl.get(RetrofitClient.BASE_URL);
      }
      HttpUrl url = HttpUrl.parse(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
      if (url == null) {
        throw new IllegalArgumentException("baseUrl is not an http or https URL");
      }
      if (url.query() != null || url.fragment() != null || !url.username().isEmpty()) {
        throw new IllegalArgumentException("baseUrl must not have a user, query or fragment");
      }
      if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
        throw new IllegalArgumentException(
            "baseUrl must be https: plain http would show the credentials to everyone between here"
                + " and "
                + url.host());
      }
      return url;
    }

    private static OkHttpClient defaultHttpClient() {
      return new OkHttpClient.Builder()
          .connectTimeout(Duration.ofSeconds(10))
          .readTimeout(Duration.ofSeconds(30))
          .writeTimeout(Duration.ofSeconds(30))
          .callTimeout(Duration.ofSeconds(60))
          .build();
    }
  }
}
