package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that counts the messages it has read to their last byte, before it misbehaves. */
final class CountingServer implements Closeable {
  /** What to do with a request that was read. Returning false closes the connection. */
  interface Behaviour {
    boolean answer(int requestNumber, Socket socket) throws IOException;

    /** Receives the head of a request, on the thread that then responds. */
    default void head(String head) {}

    /** Responds before the body was read. Returning true closes the connection. */
    default boolean answerEarly(Socket socket) throws IOException {
      return false;
    }

    /** Receives a message that was read to its last byte, on the thread that then responds. */
    default void read(String message) {}
  }

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger messages = new AtomicInteger();
  private final List<ServerSocket> others = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  CountingServer(Behaviour behaviour) throws IOException {
    this(behaviour, ServerSocketFactory.getDefault());
  }

  CountingServer(Behaviour behaviour, ServerSocketFactory sockets) throws IOException {
    this.behaviour = behaviour;
    this.listener = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
    start(() -> accept(listener));
  }

  /** Returns a server that accepts every message. */
  static CountingServer accepting() throws IOException {
    return new CountingServer(
        (number, socket) -> {
          write(socket, StaleConnectionTest.ACCEPTED);
          return true;
        });
  }

  /** Listens on another address of this machine too, with the same port. */
  CountingServer alsoOn(InetAddress address) throws IOException {
    ServerSocket other = new ServerSocket(listener.getLocalPort(), 200, address);
    others.add(other);
    start(() -> accept(other));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/api/v2";
  }

  int port() {
    return listener.getLocalPort();
  }

  /** All requests that were read, with or without a message in them. */
  int requests() {
    return requests.get();
  }

  int messages() {
    return messages.get();
  }

  int connections() {
    return sockets.size();
  }

  /** The connections that neither side has closed. */
  long openConnections() {
    return sockets.stream().filter(socket -> !socket.isClosed()).count();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (ServerSocket other : others) {
      other.close();
    }
    for (Socket socket : sockets) {
      try {
        close(socket);
      } catch (SocketException closedAlready) {
        // By the thread that serves it.
      }
    }
  }

  /** Waits, for up to 20 seconds, as a behaviour can. */
  static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, SECONDS)) {
        throw new IOException("Waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static void write(Socket socket, String response) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(response.replace("\n", "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  static void close(Socket socket) throws IOException {
    // TLS waits as long for the client's close_notify.
    socket.setSoTimeout(50);
    socket.close();
  }

  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private void accept(ServerSocket listener) {
    while (true) {
      try {
        Socket socket = listener.accept();
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      do {
        int length = 0;
        StringBuilder head = new StringBuilder();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          head.append(line).append('\n');
          if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = Integer.parseInt(line.substring(line.indexOf(':') + 1).trim());
          }
        }
        behaviour.head(head.toString());
        if (behaviour.answerEarly(socket)) {
          return;
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          return;
        }
        if (length > 0) {
          messages.incrementAndGet();
          behaviour.read(new String(body, UTF_8));
        }
      } while (behaviour.answer(requests.incrementAndGet(), socket));
    } catch (IOException gone) {
      // The client hung up; what it had delivered is counted.
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c == -1) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString().trim();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "counting-server");
    thread.setDaemon(true);
    thread.start();
  }
}
