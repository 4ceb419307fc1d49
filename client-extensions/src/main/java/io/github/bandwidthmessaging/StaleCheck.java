package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Looks whether the server has closed the connection before a message is written to it. OkHttp
 * itself looks only after ten idle seconds and hides the rest by writing again, which a message
 * must not be.
 *
 * <p>A socket of {@link #SOCKETS} tells at once, any other only after the shortest time that it can
 * be asked to wait for the end, a millisecond.
 */
final class StaleCheck implements Interceptor {
  /** Sockets with a channel, which can be read without waiting. */
  static final SocketFactory SOCKETS = new Channels(SocketFactory.getDefault());

  /** The message was not written, because the connection was closed. */
  static final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    StaleConnectionException() {
      super("The server closed the connection before the message was written");
    }
  }

  private final UserAgent userAgent;

  StaleCheck(UserAgent userAgent) {
    this.userAgent = userAgent;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var connection = requireNonNull(chain.connection());
    // On HTTP/2 OkHttp reads all the time, and so knows.
    boolean readOnDemand =
        connection.protocol() == Protocol.HTTP_1_1 || connection.protocol() == Protocol.HTTP_1_0;
    if (readOnDemand && !isOpen(connection.socket())) {
      closeQuietly(connection.socket());
      throw new StaleConnectionException();
    }
    return chain.proceed(userAgent.replaced(chain.request()));
  }

  private static boolean isOpen(Socket socket) {
    try {
      // Below TLS too: the JDK's TLS sockets know the channel.
      SocketChannel channel = socket.getChannel();
      if (channel == null) {
        return isSilent(socket);
      }
      // A byte under TLS need not be a farewell; only its own reader can tell.
      boolean saysSomething =
          socket instanceof SSLSocket && channel.socket().getInputStream().available() > 0;
      return saysSomething ? isSilent(socket) : isSilent(channel);
    } catch (IOException broken) {
      return false;
    }
  }

  private static boolean isSilent(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.allocate(1)) == 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  private static boolean isSilent(Socket socket) throws IOException {
    int timeout = socket.getSoTimeout();
    socket.setSoTimeout(1);
    try {
      // No answer can lose a byte here, as nothing was asked yet: a byte is a farewell such as an
      // unsolicited 408, and this connection is not used again.
      int unused = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    } finally {
      socket.setSoTimeout(timeout);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // It is not used again either way.
    }
  }

  private static final class Channels extends SocketFactory {
    private final SocketFactory others;

    Channels(SocketFactory others) {
      this.others = others;
    }

    /** The only one that OkHttp calls. */
    @Override
    public Socket createSocket() throws IOException {
      return SocketChannel.open().socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return others.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return others.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return others.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return others.createSocket(host, port, local, localPort);
    }
  }
}
