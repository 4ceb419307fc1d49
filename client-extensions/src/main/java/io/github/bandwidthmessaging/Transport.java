package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Turns any OkHttp client into one that writes a message at most once and bounds what it reads. */
final class Transport {
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  /** Ends a transfer that stalls long before its call timeout, which can be a day. */
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(30);

  private static final int MAX_CONCURRENT = 64;
  private static final long IDLE_SECONDS = 60;

  /**
   * Virtual threads exist since Java 21, but OkHttp waits for responses over HTTP/2 in synchronized
   * methods, which keeps their carriers up to Java 23.
   */
  private static final int VIRTUAL_SINCE = 24;

  /** More than OkHttp keeps idle by default; it ends what a server could otherwise keep going. */
  private static final int MAX_STALE = 16;

  private static final String USER_AGENT =
      "bandwidth-messaging-java/" + version() + " (Java/" + Runtime.version().feature() + ")";

  private Transport() {}

  static OkHttpClient defaultClient() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ofSeconds(10))
        .callTimeout(CALL_TIMEOUT)
        // A limit on each read and write as well would take a lock and wake a thread each time.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .dispatcher(dispatcher(MAX_CONCURRENT))
        .connectionPool(new ConnectionPool(MAX_CONCURRENT, 5, TimeUnit.MINUTES))
        .build();
  }

  /** Returns the client with connections that are checked, for messages and tokens alike. */
  static OkHttpClient checked(OkHttpClient client) {
    if (client.socketFactory() instanceof Sockets) {
      // Of another client of ours, whose connections are shared.
      return client;
    }
    OkHttpClient.Builder builder = client.newBuilder();
    builder.socketFactory(new Sockets(client.socketFactory()));
    X509TrustManager trustManager = client.x509TrustManager();
    if (trustManager != null) {
      builder.sslSocketFactory(new TlsSockets(client.sslSocketFactory()), trustManager);
    }
    if (client.callTimeoutMillis() == 0) {
      // The other timeouts restart with each byte, and so never end a slow trickle.
      builder.callTimeout(CALL_TIMEOUT);
    }
    // 301 to 303 become a GET, whose 2xx looks as if the message were sent.
    return builder.followRedirects(false).build();
  }

  /** Returns a checked client that sends messages, with these credentials and only to this host. */
  static OkHttpClient sending(OkHttpClient checked, HttpUrl baseUrl, Credentials credentials) {
    EventListener.Factory listeners = checked.eventListenerFactory();
    return checked
        .newBuilder()
        .eventListenerFactory(call -> Attempt.of(call).with(listeners.create(call)))
        .addInterceptor(new Authorize(baseUrl, credentials))
        .addNetworkInterceptor(new WriteOnce())
        .build();
  }

  /**
   * Returns a checked client for what is safe to repeat, with these credentials and only to this
   * host. Its connections are not those of messages: a body may be of any length.
   */
  static OkHttpClient repeating(OkHttpClient checked, HttpUrl baseUrl, Credentials credentials) {
    OkHttpClient.Builder builder = checked.newBuilder();
    if (checked.protocols().contains(Protocol.HTTP_1_1)) {
      // Over HTTP/2, a large body holds up whatever else is on its connection.
      builder.protocols(List.of(Protocol.HTTP_1_1));
    }
    if (checked.readTimeoutMillis() == 0) {
      builder.readTimeout(STALL_TIMEOUT);
    }
    if (checked.writeTimeoutMillis() == 0) {
      builder.writeTimeout(STALL_TIMEOUT);
    }
    EventListener.Factory listeners = checked.eventListenerFactory();
    return builder
        .connectionPool(new ConnectionPool(MAX_CONCURRENT, 5, TimeUnit.MINUTES))
        .eventListenerFactory(call -> RepeatableCall.Attempt.of(call).with(listeners.create(call)))
        .authenticator(Authenticator.NONE)
        // Each attempt is counted and reported.
        .retryOnConnectionFailure(false)
        // The current state is wanted, not a cached one.
        .cache(null)
        .addInterceptor(new AuthorizeRepeatable(baseUrl, credentials))
        .addNetworkInterceptor(new LongBodies())
        .build();
  }

  /** Returns a client with the same connections, but threads of its own. */
  static OkHttpClient withOwnDispatcher(OkHttpClient client) {
    return client.newBuilder().dispatcher(dispatcher(MAX_CONCURRENT)).build();
  }

  /** Returns a client for the messages of a batch in one lane, with connections of its own. */
  static OkHttpClient batch(
      OkHttpClient sending, ExecutorService threads, int inFlight, Lanes.Lane lane) {
    EventListener.Factory listeners = sending.eventListenerFactory();
    return sending
        .newBuilder()
        .eventListenerFactory(
            call -> {
              EventListener listener = listeners.create(call);
              return lane.isOpen() ? listener : listener.plus(lane);
            })
        .dispatcher(dispatcher(threads, inFlight))
        .connectionPool(new ConnectionPool(inFlight, 1, TimeUnit.MINUTES))
        .build();
  }

  private static String version() {
    Properties properties = new Properties();
    // Absolute, since a shrinker moves this class but not the resource.
    String name = "/io/github/bandwidthmessaging/version.properties";
    try (InputStream in = Transport.class.getResourceAsStream(name)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  /** Ends threads when they have nothing to do; calls that wait for their turn still get one. */
  static void endIdleThreads(Dispatcher own) {
    ((ThreadPoolExecutor) own.executorService()).setKeepAliveTime(0, TimeUnit.SECONDS);
  }

  private static Dispatcher dispatcher(int concurrent) {
    return dispatcher(callThreads(), concurrent);
  }

  private static Dispatcher dispatcher(ExecutorService threads, int concurrent) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(concurrent);
    dispatcher.setMaxRequestsPerHost(concurrent);
    return dispatcher;
  }

  static ExecutorService callThreads() {
    if (Runtime.version().feature() >= VIRTUAL_SINCE) {
      return new VirtualCalls(IDLE_SECONDS, Transport::userThread);
    }
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Transport::userThread);
  }

  /** A program ends only after what it has begun to send. */
  private static Thread userThread(Runnable work) {
    Thread thread = new Thread(work, "bandwidth-messaging-call");
    thread.setDaemon(false);
    return thread;
  }

  /** An attempt that needs credentials. */
  interface Authorized {
    /** How long the attempt may take, in nanoseconds. */
    long limit();

    /** How far it got toward the server. */
    Connecting connecting();

    void setAuthorization(String authorization);

    /** Says whether the failure that follows can be expected to pass. */
    void setTransient(boolean isTransient);
  }

  static boolean isSameServer(HttpUrl url, HttpUrl baseUrl) {
    return url.scheme().equals(baseUrl.scheme())
        && url.host().equals(baseUrl.host())
        && url.port() == baseUrl.port();
  }

  /** Returns the request with its credentials, which are sent only to the host of the base URL. */
  static Request.Builder authorized(
      Request request, HttpUrl baseUrl, Credentials credentials, Authorized attempt)
      throws IOException {
    if (!isSameServer(request.url(), baseUrl)) {
      attempt.setTransient(false);
      throw new IOException(
          "An interceptor of the HTTP client changed the host; credentials are sent only to"
              + " baseUrl, so set that instead");
    }
    Request.Builder builder =
        request.newBuilder().header("Authorization", authorization(credentials, attempt));
    if (request.header("User-Agent") == null) {
      builder.header("User-Agent", USER_AGENT);
    }
    return builder;
  }

  private static String authorization(Credentials credentials, Authorized attempt)
      throws IOException {
    String authorization;
    try {
      attempt
          .connecting()
          .await(credentials instanceof OAuth oauth ? oauth.source() : "credentials");
      authorization =
          requireNonNull(
              credentials instanceof OAuth oauth
                  ? oauth.authorization(attempt.limit())
                  : credentials.authorization(),
              "credentials.authorization() == null");
      attempt.connecting().await(null);
    } catch (OAuth.TokenException e) {
      attempt.setTransient(e.isTransient());
      throw e;
    } catch (Throwable e) {
      if (credentials instanceof OAuth && e instanceof InterruptedIOException interrupted) {
        throw interrupted;
      }
      attempt.setTransient(e instanceof IOException);
      // Its message stays in the cause: that of a user's credentials can contain a secret.
      throw new IOException(
          "Could not obtain credentials (" + e.getClass().getSimpleName() + ")", e);
    }
    for (int i = 0; i < authorization.length(); i++) {
      char c = authorization.charAt(i);
      if (c < ' ' || c > '~') {
        attempt.setTransient(false);
        throw new IOException(
            "The credentials contain a character that HTTP does not allow in a header");
      }
    }
    attempt.setAuthorization(authorization);
    return authorization;
  }

  /**
   * Returns the request, to be written next, if nothing is left to read on its connection: neither
   * an end that came while it was idle nor what another response would be taken from.
   */
  private static Request.Builder onReadyConnection(Interceptor.Chain chain) throws IOException {
    Request.Builder request = chain.request().newBuilder();
    Connection connection = requireNonNull(chain.connection());
    if (connection.socket() instanceof CheckedConnection checked) {
      if (!checked.streams().isReady()) {
        checked.streams().close();
        throw new StaleConnectionException();
      }
    } else if (connection.protocol() != Protocol.HTTP_2
        && connection.protocol() != Protocol.H2_PRIOR_KNOWLEDGE) {
      // OkHttp makes the sockets of SOCKS itself: nothing can tell what is left on them.
      request.header("Connection", "close");
    }
    return request;
  }

  /** The last interceptor before OkHttp's own, for what may be written again. */
  private record AuthorizeRepeatable(HttpUrl baseUrl, Credentials credentials)
      implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      RepeatableCall.Attempt attempt = RepeatableCall.Attempt.of(chain.call());
      Request.Builder builder = authorized(chain.request(), baseUrl, credentials, attempt);
      if (chain.request().header("Accept") == null) {
        // What is not JSON is wanted byte by byte, and with its length.
        builder.header("Accept-Encoding", "identity");
      }
      Request request = builder.build();
      for (int stale = 0; ; stale++) {
        try {
          return chain.proceed(request);
        } catch (StaleConnectionException e) {
          if (stale == MAX_STALE || chain.call().isCanceled()) {
            throw e;
          }
        } catch (IOException e) {
          attempt.setTransient(!Connecting.isLasting(e));
          throw e;
        }
      }
    }
  }

  /** The last interceptor of all, for what may be written again. */
  private record LongBodies() implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Request.Builder request = onReadyConnection(chain);
      if (requireNonNull(chain.connection()).socket() instanceof CheckedConnection checked) {
        checked.streams().allowLongBodies();
      }
      RepeatableCall.Attempt attempt = RepeatableCall.Attempt.of(chain.call());
      attempt.begin();
      RequestBody body = chain.request().body();
      if (body != null) {
        request.method(chain.request().method(), attempt.watched(body));
      }
      return chain.proceed(request.build());
    }
  }

  /**
   * The last interceptor before OkHttp's own, for messages, so that no other can see the
   * credentials without being a network interceptor.
   */
  private record Authorize(HttpUrl baseUrl, Credentials credentials) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Attempt attempt = Attempt.of(chain.call());
      attempt.checkUnwritten();
      Request request = chain.request();
      RequestBody body = request.body();
      if (body == null) {
        throw new IOException("An interceptor of the HTTP client removed the request body");
      }
      Request authorized =
          authorized(request, baseUrl, credentials, attempt)
              .method(request.method(), body.isOneShot() ? body : new Attempt.OneShotBody(body))
              .build();
      return proceed(chain, attempt, authorized);
    }

    private static Response proceed(Chain chain, Attempt attempt, Request request)
        throws IOException {
      for (int stale = 0; ; stale++) {
        try {
          return chain.proceed(request);
        } catch (StaleConnectionException e) {
          if (stale == MAX_STALE || chain.call().isCanceled()) {
            attempt.setTransient(true);
            throw e;
          }
        } catch (IOException e) {
          if (isRefusedStream(e) && attempt.head() == null) {
            attempt.refusedUnread();
          } else {
            attempt.setTransient(!Connecting.isLasting(e) && !chain.call().isCanceled());
          }
          throw e;
        }
      }
    }

    /**
     * Whether the server stated that it did not process the request: by REFUSED_STREAM, or by a
     * GOAWAY that leaves the request out (RFC 9113, 8.7 and 6.8), which OkHttp reports the same
     * way. OkHttp's exception is internal, so its text decides; if that changes, the outcome is
     * unknown and the message is not repeated.
     */
    private static boolean isRefusedStream(IOException e) {
      return "stream was reset: REFUSED_STREAM".equals(e.getMessage());
    }
  }

  /** The message was not written, because the connection could not be used again. */
  static final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    StaleConnectionException() {
      super("The server closed the connection before the message was written");
    }
  }

  /**
   * The last interceptor of all, so that nothing takes time between the check of the connection and
   * the first byte, and nothing but OkHttp itself writes the body that counts.
   */
  private record WriteOnce() implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Attempt attempt = Attempt.of(chain.call());
      attempt.checkUnwritten();
      Request request = chain.request();
      RequestBody body = request.body();
      if (body == null) {
        throw new IOException("An interceptor of the HTTP client removed the request body");
      }
      Request once = onReadyConnection(chain).method(request.method(), attempt.once(body)).build();
      return chain.proceed(once);
    }
  }

  /** Sockets with a channel, which can be read without waiting, unless the user has others. */
  private static final class Sockets extends SocketFactory {
    private final SocketFactory factory;

    Sockets(SocketFactory factory) {
      this.factory = factory;
    }

    /** The only one that OkHttp calls. */
    @Override
    public Socket createSocket() throws IOException {
      return new CheckedSocket(
          factory == SocketFactory.getDefault()
              ? SocketChannel.open().socket()
              : factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return factory.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return factory.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return factory.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return factory.createSocket(host, port, local, localPort);
    }
  }

  private static final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;

    TlsSockets(SSLSocketFactory factory) {
      this.factory = factory;
    }

    /** The only one that OkHttp calls. */
    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
        throws IOException {
      Socket tcp = socket instanceof CheckedSocket checked ? checked.unchecked() : socket;
      return new CheckedTlsSocket(
          (SSLSocket) factory.createSocket(tcp, host, port, autoClose), tcp);
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return factory.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return factory.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return factory.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return factory.createSocket(host, port, local, localPort);
    }
  }
}
