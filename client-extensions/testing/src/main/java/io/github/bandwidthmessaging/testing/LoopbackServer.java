package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A server for HTTP/1.1 on a free port of the loopback interface. The JDK's own takes 40 ms longer
 * for each response, unless a system property is set before any code starts one.
 */
final class LoopbackServer implements AutoCloseable {
  /** Responds, or returns without, which closes the connection. */
  interface Handler {
    void handle(Exchange exchange) throws IOException;
  }

  private final ServerSocket listening;
  private final InstantSource clock;
  private final Handler handler;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::thread);

  LoopbackServer(InstantSource clock, Handler handler) throws IOException {
    this.clock = clock;
    this.handler = handler;
    this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() {
    close(listening);
    connections.forEach(LoopbackServer::close);
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        connections.add(connection);
        threads.execute(() -> serve(connection));
      }
    } catch (IOException | RejectedExecutionException closed) {
      connections.forEach(LoopbackServer::close);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      Exchange exchange;
      do {
        exchange = next(in, connection.getOutputStream());
        if (exchange != null) {
          handler.handle(exchange);
        }
      } while (exchange != null
          && exchange.isComplete()
          && !"close".equalsIgnoreCase(exchange.header("Connection")));
    } catch (IOException | IllegalArgumentException broken) {
      // The client broke off, or sent something else than HTTP.
    } finally {
      connections.remove(connection);
    }
  }

  /** Reads a request, null if there is no other. */
  private @Nullable Exchange next(InputStream in, OutputStream out) throws IOException {
    String[] start = line(in).split(" ", 3);
    if (start.length < 3 || !start[2].startsWith("HTTP/1.")) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        return null;
      }
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
    }
    byte[] body =
        "chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))
            ? chunks(in)
            : whole(in, Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    return new Exchange(start[0], URI.create(start[1]), headers, body, clock, out);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size;
    do {
      size = Integer.parseInt(line(in), 16);
      body.writeBytes(whole(in, size));
      line(in);
    } while (size > 0);
    return body.toByteArray();
  }

  private static byte[] whole(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  /** Reads a line without its end; what the client did not finish is empty. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return "";
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception alreadyBroken) {
      // There is nothing left to close.
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "fake-bandwidth");
    thread.setDaemon(true);
    return thread;
  }
}
