package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The streams that OkHttp uses on a connection. They follow the framing of what the server sends,
 * so that a connection with unread bytes is not reused, and what is buffered stays bounded.
 */
final class CheckedStreams {
  private static final byte[] HTTP2_PREFACE = "PRI * HTTP/2.0".getBytes(US_ASCII);

  /**
   * Much more than the flow control of HTTP/2 lets a client send to a server that reads nothing.
   */
  private static final int MAX_UNWRITTEN = 1024 * 1024;

  private final Socket socket;
  private final Socket tcp;
  private volatile Framing framing = new Http1Framing();
  private volatile boolean written;
  private volatile @Nullable ThreadPoolExecutor http2Writer;

  /**
   * Checks the streams of a socket.
   *
   * @param socket where HTTP is spoken
   * @param tcp the same socket, or the one below TLS
   */
  CheckedStreams(Socket socket, Socket tcp) {
    this.socket = socket;
    this.tcp = tcp;
  }

  InputStream input() throws IOException {
    return new Input(socket.getInputStream());
  }

  OutputStream output() throws IOException {
    return new Output(socket.getOutputStream());
  }

  /**
   * Returns whether a message can be written: the connection is open and nothing that the server
   * sent is left anywhere, be it in OkHttp's buffer, in that of TLS, or in the socket. OkHttp
   * itself looks only after ten idle seconds, only at the socket, and takes what is there for a
   * response.
   */
  boolean isReady() {
    if (framing instanceof Http2Framing http2) {
      return http2.isReady();
    }
    try {
      if (!framing.isBetweenResponses() || socket.isClosed()) {
        return false;
      }
      SocketChannel channel = tcp.getChannel();
      // A server sends session tickets after the handshake: one that comes between the two looks
      // would be a byte that TLS misses.
      if (channel == null || (socket != tcp && (!written || isAnythingLeft(channel)))) {
        return isSilent();
      }
      return isSilent(channel);
    } catch (IOException broken) {
      return false;
    }
  }

  /** Lets bodies be of any length, on a connection that is not used for messages. */
  void allowLongBodies() {
    if (framing instanceof Http1Framing http1) {
      http1.allowLongBodies();
    }
  }

  /** Closes the TCP connection first: TLS would wait for a writer that waits for the server. */
  void close() throws IOException {
    ThreadPoolExecutor writer = http2Writer;
    if (writer != null) {
      writer.shutdown();
    }
    try {
      tcp.close();
    } finally {
      if (socket != tcp) {
        socket.close();
      }
    }
  }

  /** A byte below TLS can be a session ticket; only TLS itself can tell. */
  private boolean isAnythingLeft(SocketChannel channel) throws IOException {
    return socket.getInputStream().available() > 0
        || channel.socket().getInputStream().available() > 0;
  }

  /** Looks without waiting. */
  private static boolean isSilent(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    try {
      return channel.read(ByteBuffer.allocate(1)) == 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  /**
   * Looks for a millisecond, the shortest time that a socket without a channel can be asked for.
   */
  private boolean isSilent() throws IOException {
    int timeout = socket.getSoTimeout();
    socket.setSoTimeout(1);
    try {
      // Losing the byte is harmless: a connection on which the server sends unasked is not reused.
      int unused = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    } finally {
      socket.setSoTimeout(timeout);
    }
  }

  private final class Input extends InputStream {
    private final InputStream in;

    Input(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        framing.received(bytes, offset, count);
      }
      return count;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public void close() throws IOException {
      CheckedStreams.this.close();
    }
  }

  private final class Output extends OutputStream {
    private final OutputStream out;
    private final AtomicInteger unwritten = new AtomicInteger();

    Output(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (!written) {
        written = true;
        if (isHttp2(bytes, offset, length)) {
          framing = new Http2Framing();
          http2Writer = writer();
        }
      }
      framing.writing();
      ThreadPoolExecutor writer = http2Writer;
      if (writer == null) {
        out.write(bytes, offset, length);
      } else {
        write(writer, bytes, offset, length);
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      CheckedStreams.this.close();
    }

    /**
     * Writes on another thread, so that an interrupt does not close the channel of all streams, and
     * a server that does not read cannot delay a sender's timeout.
     */
    private void write(ThreadPoolExecutor writer, byte[] bytes, int offset, int length)
        throws IOException {
      if (unwritten.addAndGet(length) > MAX_UNWRITTEN) {
        CheckedStreams.this.close();
        throw new IOException("The server does not read what it is sent");
      }
      // OkHttp uses the array again.
      byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
      try {
        writer.execute(
            () -> {
              try {
                out.write(copy);
                unwritten.addAndGet(-length);
              } catch (IOException e) {
                // The reader gets an exception, and so does the next writer.
                closeQuietly();
              }
            });
      } catch (RejectedExecutionException e) {
        throw new IOException("The connection is closed", e);
      }
    }

    private void closeQuietly() {
      try {
        CheckedStreams.this.close();
      } catch (IOException alreadyBroken) {
        // It is not reused either way.
      }
    }

    private boolean isHttp2(byte[] bytes, int offset, int length) {
      int compared = Math.min(length, HTTP2_PREFACE.length);
      return compared > 0
          && Arrays.equals(bytes, offset, offset + compared, HTTP2_PREFACE, 0, compared);
    }

    private ThreadPoolExecutor writer() {
      return new ThreadPoolExecutor(
          0,
          1,
          10,
          SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread thread = new Thread(work, "bandwidth-messaging-http2-writer");
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
