package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What is different for one message from what is set for the client. Options are immutable. */
public final class SendOptions {
  private static final SendOptions DEFAULTS = new SendOptions(null, null, null, Headers.of());

  /** What belongs to the client, the connection or the message itself. */
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
  private final @Nullable RetryPolicy retryPolicy;
  private final Headers headers;

  private SendOptions(
      @Nullable String accountId,
      @Nullable Duration timeout,
      @Nullable RetryPolicy retryPolicy,
      Headers headers) {
    this.accountId = accountId;
    this.timeout = timeout;
    this.retryPolicy = retryPolicy;
    this.headers = headers;
  }

  /**
   * Returns options that change nothing.
   *
   * @return the options to begin with
   */
  public static SendOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns these options with another account than the client's, to which its credentials must
   * have access.
   *
   * @param accountId the account's id, a string of digits
   * @return the options
   * @throws IllegalArgumentException if it cannot be an account's id
   */
  public SendOptions accountId(String accountId) {
    return new SendOptions(
        MessagingClient.checkedAccount(accountId), timeout, retryPolicy, headers);
  }

  /**
   * Returns these options with another limit for the time that one attempt may take, from
   * connecting to the end of the response. Nothing can interrupt a look-up of the host's name or
   * credentials and interceptors of your own: while one of them hangs, {@code send} outlasts its
   * limit; {@code sendAsync} and {@code sendAll} do not.
   *
   * @param timeout from 1 millisecond to 1 day
   * @return the options
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public SendOptions timeout(Duration timeout) {
    requireNonNull(timeout, "timeout == null");
    if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("timeout must be from 1 millisecond to 1 day");
    }
    return new SendOptions(accountId, timeout, retryPolicy, headers);
  }

  /**
   * Returns these options with another retry policy than the client's.
   *
   * @param retryPolicy the policy
   * @return the options
   */
  public SendOptions retryPolicy(RetryPolicy retryPolicy) {
    return new SendOptions(
        accountId, timeout, requireNonNull(retryPolicy, "retryPolicy == null"), headers);
  }

  /**
   * Returns these options with a header added to the request.
   *
   * @param name the header's name, a token (RFC 9110, 5.6.2) that does not concern credentials,
   *     connection, encoding or content
   * @param value the header's value, in ASCII
   * @return the options
   * @throws IllegalArgumentException if HTTP does not allow this name or value, for example because
   *     of a colon or a line break, or the header belongs to the client
   */
  public SendOptions header(String name, String value) {
    requireNonNull(name, "name == null");
    requireNonNull(value, "value == null");
    if (!TOKEN.matcher(name).matches()) {
      // Not repeated, since a value can be part of it by mistake.
      throw new IllegalArgumentException(
          "The name of a header must be letters, digits and !#$%&'*+-.^_`|~ only");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("The header " + name + " belongs to the client");
    }
    Headers extended;
    try {
      extended = headers.newBuilder().add(name, value).build();
    } catch (IllegalArgumentException e) {
      // OkHttp's words quote the value.
      throw new IllegalArgumentException("The name or the value of the header is not allowed");
    }
    return new SendOptions(accountId, timeout, retryPolicy, extended);
  }

  @Nullable String accountId() {
    return accountId;
  }

  RetryPolicy retryPolicyOr(RetryPolicy other) {
    return retryPolicy == null ? other : retryPolicy;
  }

  @Nullable Duration timeout() {
    return timeout;
  }

  Headers headers() {
    return headers;
  }
}
