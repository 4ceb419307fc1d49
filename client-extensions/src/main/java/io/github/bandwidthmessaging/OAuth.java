package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4). A token is fetched on a separate thread, within a
 * separate limit, so that ending one sender's wait affects that sender alone.
 */
final class OAuth implements Credentials {
  /** No token, because the endpoint did not give one. */
  static final class TokenException extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean passing;

    TokenException(String message, @Nullable Throwable cause, boolean passing) {
      super(message, cause);
      this.passing = passing;
    }

    /** Whether the failure can be expected to pass. */
    boolean isTransient() {
      return passing;
    }
  }

  private record Token(String authorization, Instant fetched, Duration lifetime) {
    boolean isExpired(Instant now) {
      return !now.isBefore(fetched.plus(lifetime));
    }

    /** A minute before it expires, or the last tenth of a short lifetime. */
    boolean isOld(Instant now) {
      Duration tenth = lifetime.dividedBy(10);
      Duration margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
      return isExpired(now.plus(margin));
    }
  }

  private static final Duration MARGIN = Duration.ofMinutes(1);
  private static final Duration FETCH_LIMIT = Duration.ofSeconds(15);

  /** For an endpoint that does not say; a token that ends sooner is renewed after a 401. */
  private static final long DEFAULT_LIFETIME = 300;

  private static final double MAX_LIFETIME = 86_400;

  /** Of bounded length, with a fraction or an exponent if need be. */
  private static final Pattern SECONDS =
      Pattern.compile("\\d{1,20}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,20})?");

  private static final long MAX_RESPONSE = 64 * 1024;

  /** RFC 6750, 2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

  /** The codes of RFC 6749, which contain words that can be part of a client ID or secret. */
  private static final Set<String> KNOWN_ERRORS =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  /** What is shared by all clients that use the same credentials. */
  private static final class Cache {
    private @Nullable Token token;
    private @Nullable Fetch fetch;
  }

  /** A token being fetched, which no sender owns: many can wait, and each can stop waiting. */
  private static final class Fetch extends CompletableFuture<Token> {
    private final OAuth fetcher;
    private final long started = System.nanoTime();

    Fetch(OAuth fetcher) {
      this.fetcher = fetcher;
    }

    /** Whether it hangs where no timeout applies, such as in a lookup by the JDK. */
    boolean isLost() {
      return System.nanoTime() - started > 2 * FETCH_LIMIT.toNanos();
    }
  }

  private final String clientId;
  private final String clientSecret;
  private final HttpUrl tokenUrl;
  private final InstantSource clock;
  private final Cache cache;
  private final OkHttpClient httpClient;

  OAuth(String clientId, String clientSecret, HttpUrl tokenUrl, InstantSource clock) {
    this(clientId, clientSecret, tokenUrl, clock, new Cache(), new OkHttpClient());
  }

  private OAuth(
      String clientId,
      String clientSecret,
      HttpUrl tokenUrl,
      InstantSource clock,
      Cache cache,
      OkHttpClient httpClient) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.tokenUrl = tokenUrl;
    this.clock = clock;
    this.cache = cache;
    this.httpClient = bare(httpClient);
  }

  /** Returns these credentials, fetched through the proxy, TLS, and connections of a client. */
  OAuth through(OkHttpClient httpClient) {
    return through(httpClient, clock);
  }

  /** Returns these credentials for a client, whose clock says when a token expires. */
  OAuth through(OkHttpClient httpClient, InstantSource clock) {
    return new OAuth(clientId, clientSecret, tokenUrl, clock, cache, httpClient);
  }

  @Override
  public String authorization() throws IOException {
    return authorization(0);
  }

  /**
   * Returns the value of the header.
   *
   * @param limitNanos how long it may take; 0 for no other limit than that of fetching a token
   */
  String authorization(long limitNanos) throws IOException {
    long start = System.nanoTime();
    long limit =
        limitNanos == 0 ? FETCH_LIMIT.toNanos() : Math.min(limitNanos, FETCH_LIMIT.toNanos());
    Token usable;
    synchronized (cache) {
      Instant now = clock.instant();
      usable = cache.token == null || cache.token.isExpired(now) ? null : cache.token;
      if (usable != null && !usable.isOld(now)) {
        return usable.authorization();
      }
    }
    Fetch fetch = fetch(false);
    if (usable != null) {
      // When it is fetched early, the old one is still valid.
      return usable.authorization();
    }
    try {
      return await(fetch, limit);
    } catch (TokenException e) {
      if (fetch.fetcher == this || !fetch.isDone()) {
        throw e;
      }
      // What failed for another client can work for this one.
      return await(fetch(true), limit - (System.nanoTime() - start));
    }
  }

  /** Returns the fetch in progress, or a new one; a client can ask for one of its own. */
  private Fetch fetch(boolean own) {
    Fetch fetch;
    synchronized (cache) {
      fetch = cache.fetch;
      if (fetch != null && !fetch.isLost() && (!own || fetch.fetcher == this)) {
        return fetch;
      }
      fetch = new Fetch(this);
      cache.fetch = fetch;
    }
    start(fetch);
    return fetch;
  }

  /** Returns what a call waits for, in words. */
  String source() {
    return "a token from " + tokenUrl.host();
  }

  @Override
  public boolean refused(String authorization) {
    synchronized (cache) {
      if (cache.token != null && cache.token.authorization().equals(authorization)) {
        cache.token = null;
      }
      return true;
    }
  }

  /** Returns the token endpoint, without ID, secret, and token. */
  @Override
  public String toString() {
    return "OAuth[tokenUrl=" + tokenUrl + "]";
  }

  private void start(Fetch fetch) {
    try {
      Thread thread = new Thread(() -> run(fetch), "bandwidth-messaging-token");
      thread.setDaemon(true);
      thread.start();
    } catch (Throwable e) {
      land(fetch, null, e);
    }
  }

  private void run(Fetch fetch) {
    try {
      land(fetch, fetchToken(), null);
    } catch (Throwable e) {
      land(fetch, null, e);
    }
  }

  private void land(Fetch fetch, @Nullable Token token, @Nullable Throwable failure) {
    synchronized (cache) {
      if (cache.fetch == fetch) {
        cache.fetch = null;
      }
      if (token != null) {
        cache.token = token;
      }
    }
    if (failure == null) {
      fetch.complete(token);
    } else {
      fetch.completeExceptionally(failure);
    }
  }

  private String await(Fetch fetch, long nanos) throws IOException {
    try {
      return fetch.get(nanos, NANOSECONDS).authorization();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + source());
    } catch (TimeoutException e) {
      throw new TokenException(Connecting.timedOut(source()), null, true);
    } catch (ExecutionException e) {
      // A new one for each thread, as its stack trace is that thread's.
      Throwable cause = e.getCause();
      if (cause instanceof TokenException failure) {
        throw new TokenException(
            String.valueOf(failure.getMessage()), failure, failure.isTransient());
      }
      throw noToken(cause == null ? "" : cause.getClass().getSimpleName(), cause, false);
    }
  }

  private TokenException noToken(String why, @Nullable Throwable cause, boolean passing) {
    return new TokenException(
        "No token from " + tokenUrl.host() + ": " + why, redaction().redact(cause), passing);
  }

  private Token fetchToken() throws IOException {
    Connecting connecting = new Connecting();
    Request request =
        new Request.Builder()
            .url(tokenUrl)
            .tag(Connecting.class, connecting)
            .header("Authorization", basic())
            .header("Accept", "application/json")
            .post(new FormBody.Builder().add("grant_type", "client_credentials").build())
            .build();
    Call call = httpClient.newCall(request);
    call.timeout().timeout(FETCH_LIMIT.toNanos(), NANOSECONDS);
    Instant asked = clock.instant();
    try (Response response = call.execute()) {
      Buffer body = new Buffer();
      while (body.size() < MAX_RESPONSE
          && response.body().source().read(body, MAX_RESPONSE - body.size()) != -1) {}
      return token(
          response.code(), HttpResponse.withoutByteOrderMark(body.readByteString()), asked);
    } catch (TokenException e) {
      throw e;
    } catch (IOException e) {
      throw noToken(OutcomeDecision.why(e, connecting, redaction()), e, !Connecting.isLasting(e));
    }
  }

  private Token token(int status, ByteString body, Instant asked) throws TokenException {
    String accessToken = null;
    String error = null;
    long seconds = DEFAULT_LIFETIME;
    try (JsonReader reader = JsonReader.of(new Buffer().write(body))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        JsonReader.Token type = reader.peek();
        if (name.equals("access_token") && type == JsonReader.Token.STRING) {
          accessToken = reader.nextString();
        } else if (name.equals("error") && type == JsonReader.Token.STRING) {
          error = reader.nextString();
        } else if (name.equals("expires_in")
            && (type == JsonReader.Token.NUMBER || type == JsonReader.Token.STRING)) {
          seconds = seconds(reader.nextString());
        } else {
          reader.skipValue();
        }
      }
      reader.endObject();
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        accessToken = null;
      }
    } catch (IOException | JsonDataException unreadable) {
      // Not as the cause: a parser can quote the token. What stands before the fault is not better
      // than what stands behind it.
      accessToken = null;
    }
    if (status == 200 && accessToken != null && TOKEN.matcher(accessToken).matches()) {
      return new Token("Bearer " + accessToken, asked, Duration.ofSeconds(seconds));
    }
    String why =
        error != null && ERROR_CODE.matcher(error).matches()
            ? " " + (KNOWN_ERRORS.contains(error) ? error : redaction().redact(error))
            : status == 200 ? " without a usable token" : "";
    boolean isWrongClient = status == 401 || (status == 400 && "invalid_client".equals(error));
    throw new TokenException(
        "No token: "
            + tokenUrl.host()
            + " responded with "
            + status
            + why
            + (isWrongClient ? "; the client ID or the client secret is wrong" : ""),
        null,
        status == 429 || status >= 500);
  }

  /** Returns at most a day, and the default for what is not a number of seconds. */
  private static long seconds(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return DEFAULT_LIFETIME;
    }
    return (long) Math.min(Double.parseDouble(text), MAX_LIFETIME);
  }

  /** Returns the client ID and secret as they are sent to the token endpoint. */
  String basic() {
    return okhttp3.Credentials.basic(clientId, clientSecret, UTF_8);
  }

  private Redaction redaction() {
    return Redaction.of(null, basic());
  }

  /** Without what a user's client adds to requests and could log, repeat, or divert them. */
  private static OkHttpClient bare(OkHttpClient httpClient) {
    OkHttpClient.Builder builder =
        httpClient
            .newBuilder()
            .authenticator(Authenticator.NONE)
            .cache(null)
            .cookieJar(CookieJar.NO_COOKIES)
            .eventListenerFactory(call -> requireNonNull(call.request().tag(Connecting.class)))
            .followRedirects(false);
    builder.interceptors().clear();
    builder.networkInterceptors().clear();
    return builder.build();
  }
}
