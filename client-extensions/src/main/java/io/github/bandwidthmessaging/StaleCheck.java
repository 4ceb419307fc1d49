package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Looks whether the server has closed the connection before a message is written to it. OkHttp
 * itself looks only after ten idle seconds and hides the rest by writing again, which a message
 * must not be.
 *
 * <p>It takes a millisecond, the shortest time that a socket can be asked to wait for the end.
 */
final class StaleCheck implements Interceptor {
  /** The message was not written, because the connection was closed. */
  static final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    StaleConnectionException() {
      super("The server closed the connection before the message was written");
    }
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
    return chain.proceed(chain.request());
  }

  private static boolean isOpen(Socket socket) {
    try {
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
    } catch (IOException broken) {
      return false;
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // It is not used again either way.
    }
  }
}
