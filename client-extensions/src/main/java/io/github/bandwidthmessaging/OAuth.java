package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0 client credentials (RFC 6749, 4.4). */
final class OAuth implements Credentials {
  /** No token, because the endpoint did not give one. */
  static final class TokenException extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean passing;

    TokenException(String message, @Nullable Throwable cause, boolean passing) {
      super(message, cause);
      this.passing = passing;
    }

    /** Whether another try may have more luck. */
    boolean isTransient() {
      return passing;
    }
  }

  private record Token(String authorization, Instant fetched, Duration lifetime) {
    boolean isExpired(Instant now) {
      return !now.isBefore(fetched.plus(lifetime));
    }

    /** A minute before the end, or for the last tenth of a short life. */
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

  private static final long MAX_ANSWER = 64 * 1024;

  /** RFC 6750, 2.1. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,40}");

  /** What is shared by all clients that use the same credentials. */
  private static final class Cache {
    private @Nullable Token token;
    private @Nullable CompletableFuture<Token> fetching;
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

  /** Returns these credentials, fetched through the proxy, TLS and connections of a client. */
  OAuth through(OkHttpClient httpClient) {
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
    long limit =
        limitNanos == 0 ? FETCH_LIMIT.toNanos() : Math.min(limitNanos, FETCH_LIMIT.toNanos());
    CompletableFuture<Token> flight;
    Token usable;
    boolean mine = false;
    synchronized (cache) {
      Instant now = clock.instant();
      usable = cache.token == null || cache.token.isExpired(now) ? null : cache.token;
      if (usable != null && (!usable.isOld(now) || cache.fetching != null)) {
        return usable.authorization();
      }
      if (cache.fetching == null) {
        mine = true;
        cache.fetching = new CompletableFuture<>();
      }
      flight = cache.fetching;
    }
    return mine ? fetch(flight, usable, limit) : await(flight, limit);
  }

  @Override
  public boolean renew(String refused) {
    synchronized (cache) {
      if (cache.token != null && cache.token.authorization().equals(refused)) {
        cache.token = null;
      }
      return true;
    }
  }

  /** Returns the token endpoint, without id, secret and token. */
  @Override
  public String toString() {
    return "OAuth[tokenUrl=" + tokenUrl + "]";
  }

  private String fetch(CompletableFuture<Token> flight, @Nullable Token usable, long limit)
      throws IOException {
    try {
      Token token = fetch(limit);
      land(flight, token);
      flight.complete(token);
      return token.authorization();
    } catch (IOException e) {
      land(flight, null);
      flight.completeExceptionally(e);
      if (usable != null) {
        // It was fetched early, so the old one still serves.
        return usable.authorization();
      }
      throw e;
    } catch (RuntimeException | Error e) {
      land(flight, null);
      flight.completeExceptionally(e);
      throw e;
    }
  }

  private void land(CompletableFuture<Token> flight, @Nullable Token token) {
    synchronized (cache) {
      if (cache.fetching == flight) {
        cache.fetching = null;
      }
      if (token != null) {
        cache.token = token;
      }
    }
  }

  private static String await(CompletableFuture<Token> flight, long limit) throws IOException {
    try {
      return flight.get(limit, NANOSECONDS).authorization();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for a token");
    } catch (TimeoutException e) {
      throw new TokenException("No token came in time", null, true);
    } catch (ExecutionException e) {
      // A new one for each thread, as its stack trace is that thread's.
      Throwable cause = e.getCause();
      throw new TokenException(
          cause == null ? "No token" : String.valueOf(cause.getMessage()),
          cause,
          cause instanceof TokenException failure && failure.isTransient());
    }
  }

  private Token fetch(long limit) throws IOException {
    Request request =
        new Request.Builder()
            .url(tokenUrl)
            .header("Authorization", okhttp3.Credentials.basic(clientId, clientSecret, UTF_8))
            .header("Accept", "application/json")
            .post(new FormBody.Builder().add("grant_type", "client_credentials").build())
            .build();
    Call call = httpClient.newCall(request);
    call.timeout().timeout(limit, NANOSECONDS);
    Instant asked = clock.instant();
    try (Response response = call.execute()) {
      Buffer body = new Buffer();
      while (body.size() < MAX_ANSWER
          && response.body().source().read(body, MAX_ANSWER - body.size()) != -1) {}
      return token(response.code(), body, asked);
    } catch (TokenException e) {
      throw e;
    } catch (IOException e) {
      throw new TokenException("No token from " + tokenUrl.host() + ": " + e.getMessage(), e, true);
    }
  }

  private Token token(int status, Buffer body, Instant asked) throws TokenException {
    String accessToken = null;
    String error = null;
    long seconds = DEFAULT_LIFETIME;
    try (JsonReader reader = JsonReader.of(body)) {
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "access_token" -> accessToken = reader.nextString();
          case "error" -> error = reader.nextString();
          case "expires_in" -> seconds = (long) reader.nextDouble();
          default -> reader.skipValue();
        }
      }
    } catch (IOException | JsonDataException unreadable) {
      // Not as the cause: a parser can quote the token.
    }
    if (status == 200 && accessToken != null && TOKEN.matcher(accessToken).matches()) {
      return new Token(
          "Bearer " + accessToken,
          asked,
          Duration.ofSeconds(Math.min(Math.max(seconds, 0), 86_400)));
    }
    String why =
        error != null && ERROR_CODE.matcher(error).matches()
            ? " " + error
            : status == 200 ? " without a usable token" : "";
    throw new TokenException(
        "No token: " + tokenUrl.host() + " answered " + status + why,
        null,
        status == 429 || status >= 500);
  }

  /** Without what a user's client adds to requests and could log, repeat or divert them. */
  private static OkHttpClient bare(OkHttpClient httpClient) {
    OkHttpClient.Builder builder =
        httpClient
            .newBuilder()
            .authenticator(Authenticator.NONE)
            .cache(null)
            .cookieJar(CookieJar.NO_COOKIES)
            .eventListener(EventListener.NONE)
            .followRedirects(false);
    builder.interceptors().clear();
    builder.networkInterceptors().clear();
    return builder.build();
  }
}
