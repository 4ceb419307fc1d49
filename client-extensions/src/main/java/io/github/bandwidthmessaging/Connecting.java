package io.github.bandwidthmessaging;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** How far a call got toward the server, to explain why it got no further. */
final class Connecting extends EventListener {
  private enum Step {
    NONE,
    LOOKUP,
    CONNECT,
    TLS,
    CONNECTED
  }

  private static final String NO_CREDENTIALS = "Failed to authenticate with proxy";
  private static final String NO_TUNNEL = "Unexpected response code for CONNECT: ";

  /** Failures of OkHttp, as opposed to those that an interceptor throws. */
  private final Set<IOException> failures = ConcurrentHashMap.newKeySet();

  private volatile Step step = Step.NONE;

  /** What the call waits for before it connects, or null. */
  private volatile @Nullable String awaited;

  private volatile String host = "";
  private volatile String server = "";
  private volatile List<Proxy> proxies = List.of();

  /** The proxy that is looked up or used, or null for none. */
  private volatile @Nullable Proxy proxy;

  /** Returns why there is no connection if what it waits for did not come in time. */
  static String timedOut(String awaited) {
    return "timed out waiting for " + awaited;
  }

  /** Records what the call waits for before it connects; null if it no longer does. */
  void await(@Nullable String awaited) {
    this.awaited = awaited;
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    this.host = url.host();
    this.server = authority(url.host(), url.port());
    this.proxies = proxies;
  }

  @Override
  public void dnsStart(Call call, String name) {
    step = Step.LOOKUP;
    proxy =
        proxies.stream()
            .filter(each -> !name.equals(host) && name.equals(hostOf(each)))
            .findFirst()
            .orElse(null);
  }

  @Override
  public void dnsEnd(Call call, String name, List<InetAddress> addresses) {
    step = Step.NONE;
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    step = Step.CONNECT;
    this.proxy = proxy.type() == Proxy.Type.DIRECT ? null : proxy;
  }

  @Override
  public void secureConnectStart(Call call) {
    step = Step.TLS;
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException e) {
    failures.add(e);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    step = Step.CONNECTED;
  }

  /** Returns why there is no connection, or null if the cause is something else. */
  @Nullable String explain(Throwable cause, Redaction redaction) {
    @Nullable String through = proxy == null ? null : "the proxy " + authority(proxy);
    String target = through == null ? server : server + " through " + through;
    String nearest = through == null ? server : through;
    if (isTimeout(cause)) {
      String missing = awaited;
      if (missing != null) {
        return timedOut(missing);
      }
      return switch (step) {
        case LOOKUP -> "timed out looking up " + (through == null ? host : through) + " in DNS";
        case CONNECT, TLS -> "timed out connecting to " + target;
        default -> null;
      };
    }
    if (step == Step.LOOKUP && cause instanceof UnknownHostException) {
      return "DNS has no address for "
          + (through == null ? host + "; check the network, or set a proxy" : through);
    }
    if (!(cause instanceof IOException) || !failures.contains(cause)) {
      return null;
    }
    String message = String.valueOf(cause.getMessage());
    if (isAny(cause, CertificateExpiredException.class, CertificateNotYetValidException.class)) {
      return "the certificate of " + target + " is not valid today; check this machine's clock";
    }
    if (isAny(cause, CertificateException.class)) {
      return "the certificate of "
          + target
          + " is not trusted; if a proxy inspects TLS, add its CA certificate to the trust store";
    }
    if (cause instanceof SSLPeerUnverifiedException && message.startsWith("Hostname")) {
      return "the certificate of " + target + " is for another host";
    }
    if (cause instanceof SSLException || step == Step.TLS) {
      return "the TLS handshake with " + target + " failed: " + redaction.redact(message);
    }
    if (through != null && message.equals(NO_CREDENTIALS)) {
      return through + " requires credentials, or refused those it was given (407)";
    }
    if (through != null && message.startsWith(NO_TUNNEL)) {
      String status = message.substring(NO_TUNNEL.length());
      return through + " refused to connect to " + server + " (" + status + ")";
    }
    if (cause instanceof ConnectException) {
      Throwable root = cause.getCause() == null ? cause : cause.getCause();
      String why = String.valueOf(root.getMessage());
      return why.startsWith("Connection refused")
          ? "connection refused by " + nearest
          : "could not connect to " + nearest + ": " + redaction.redact(why);
    }
    return "could not connect to " + target + ": " + redaction.redact(message);
  }

  /** Whether the failure does not pass: a wrong certificate, or credentials for a proxy. */
  static boolean isLasting(Throwable e) {
    return NO_CREDENTIALS.equals(e.getMessage())
        || isAny(e, CertificateException.class, SSLPeerUnverifiedException.class);
  }

  private static boolean isAny(Throwable e, Class<?>... types) {
    return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(20)
        .anyMatch(each -> Stream.of(types).anyMatch(type -> type.isInstance(each)));
  }

  private static boolean isTimeout(Throwable e) {
    return e instanceof SocketTimeoutException
        || (e instanceof InterruptedIOException && "timeout".equals(e.getMessage()));
  }

  private static @Nullable String hostOf(Proxy proxy) {
    return proxy.address() instanceof InetSocketAddress address ? address.getHostString() : null;
  }

  private static String authority(Proxy proxy) {
    return proxy.address() instanceof InetSocketAddress address
        ? authority(address.getHostString(), address.getPort())
        : String.valueOf(proxy.address());
  }

  private static String authority(String host, int port) {
    return (host.contains(":") ? "[" + host + "]:" : host + ":") + port;
  }
}
