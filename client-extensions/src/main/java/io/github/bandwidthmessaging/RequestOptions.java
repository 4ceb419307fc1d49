package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Settings for one request, in place of the client's; see {@link
 * MessagingClient#send(io.github.bandwidthmessaging.api.MessageRequest, RequestOptions)}.
 *
 * <p>Options are immutable: each {@code with} method returns changed options and leaves these
 * unchanged.
 */
public final class RequestOptions {
  private static final RequestOptions NONE =
      new RequestOptions(null, null, null, null, Headers.of());

  /** Headers that belong to the client, the connection, or the message itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** A token (RFC 9110, 5.6.2). */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private final @Nullable String accountId;
  private final @Nullable Duration timeout;
  private final @Nullable Duration attemptTimeout;
  private final @Nullable RetryPolicy retryPolicy;
  private final Headers headers;

  private RequestOptions(
      @Nullable String accountId,
      @Nullable Duration timeout,
      @Nullable Duration attemptTimeout,
      @Nullable RetryPolicy retryPolicy,
      Headers headers) {
    this.accountId = accountId;
    this.timeout = timeout;
    this.attemptTimeout = attemptTimeout;
    this.retryPolicy = retryPolicy;
    this.headers = headers;
  }

  /**
   * Returns options that change nothing.
   *
   * @return the options to start from
   */
  public static RequestOptions none() {
    return NONE;
  }

  /**
   * Returns these options with an account other than the client's, to which its credentials must
   * have access.
   *
   * @param accountId the account's ID, a string of digits
   * @return the options
   * @throws IllegalArgumentException if it cannot be an account's ID
   */
  public RequestOptions withAccountId(String accountId) {
    return new RequestOptions(
        MessagingClient.checkedAccount(accountId), timeout, attemptTimeout, retryPolicy, headers);
  }

  /**
   * Returns these options with a limit on the whole call: all attempts and the waits between them.
   * No retry begins after it. If time runs out during an attempt, the outcome is {@link
   * Outcome#UNKNOWN} if writing the message had begun.
   *
   * <p>In a batch, the time starts at the message's turn. DNS lookups, and credentials and
   * interceptors of your own, cannot be interrupted: while one hangs, {@code send} exceeds the
   * limit; {@code sendAsync} and {@code sendAll} do not.
   *
   * @param timeout from 1 millisecond to 1 day
   * @return the options
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public RequestOptions withTimeout(Duration timeout) {
    return new RequestOptions(
        accountId, checked(timeout, "timeout"), attemptTimeout, retryPolicy, headers);
  }

  /**
   * Returns these options with a limit on each attempt, from connecting to the end of the response,
   * in place of the HTTP client's call timeout (60 seconds by default).
   *
   * @param attemptTimeout from 1 millisecond to 1 day
   * @return the options
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public RequestOptions withAttemptTimeout(Duration attemptTimeout) {
    return new RequestOptions(
        accountId, timeout, checked(attemptTimeout, "attemptTimeout"), retryPolicy, headers);
  }

  /**
   * Returns these options with a retry policy in place of the client's.
   *
   * @param retryPolicy the policy
   * @return the options
   */
  public RequestOptions withRetryPolicy(RetryPolicy retryPolicy) {
    requireNonNull(retryPolicy, "retryPolicy == null");
    return new RequestOptions(accountId, timeout, attemptTimeout, retryPolicy, headers);
  }

  /**
   * Returns these options with a request header, which replaces one with the same name.
   *
   * @param name the header's name, a token (RFC 9110, 5.6.2) that does not concern credentials,
   *     connection, encoding or content
   * @param value the header's value, in ASCII
   * @return the options
   * @throws IllegalArgumentException if HTTP does not allow this name or value, for example because
   *     of a colon or a line break, or the header belongs to the client
   */
  public RequestOptions withHeader(String name, String value) {
    requireNonNull(name, "name == null");
    requireNonNull(value, "value == null");
    if (!TOKEN.matcher(name).matches()) {
      // Not quoted, since it can contain a value by mistake.
      throw new IllegalArgumentException(
          "The name of a header must be letters, digits and !#$%&'*+-.^_`|~ only");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("The header " + name + " belongs to the client");
    }
    Headers extended;
    try {
      extended = headers.newBuilder().set(name, value).build();
    } catch (IllegalArgumentException e) {
      // OkHttp's message quotes the value.
      throw new IllegalArgumentException("The name or the value of the header is not allowed");
    }
    return new RequestOptions(accountId, timeout, attemptTimeout, retryPolicy, extended);
  }

  @Nullable String accountId() {
    return accountId;
  }

  String accountIdOr(String other) {
    return accountId == null ? other : accountId;
  }

  RetryPolicy retryPolicyOr(RetryPolicy other) {
    return retryPolicy == null ? other : retryPolicy;
  }

  @Nullable Duration timeout() {
    return timeout;
  }

  @Nullable Duration attemptTimeout() {
    return attemptTimeout;
  }

  /** Whether the time for the whole call has passed. */
  boolean isOver(Duration elapsed) {
    return timeout != null && elapsed.compareTo(timeout) >= 0;
  }

  /** Returns the call of an attempt with these headers and limits; it always has a timeout. */
  Call newCall(OkHttpClient httpClient, Request.Builder request, Duration elapsed) {
    for (int i = 0; i < headers.size(); i++) {
      request.header(headers.name(i), headers.value(i));
    }
    Call call = httpClient.newCall(request.build());
    long limit = attemptTimeout == null ? call.timeout().timeoutNanos() : attemptTimeout.toNanos();
    if (timeout != null) {
      limit = Math.max(1, Math.min(limit, timeout.minus(elapsed).toNanos()));
    }
    call.timeout().timeout(limit, NANOSECONDS);
    return call;
  }

  private static Duration checked(Duration limit, String name) {
    requireNonNull(limit, name + " == null");
    if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(name + " must be from 1 millisecond to 1 day");
    }
    return limit;
  }
}
