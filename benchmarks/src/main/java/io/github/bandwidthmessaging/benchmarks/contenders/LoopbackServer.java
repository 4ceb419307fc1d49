package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts every message after a delay, with little work; ends with its standard input. */
public final class LoopbackServer {
  static final byte[] ANSWER = answer();
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *(\\d+)\r\n", Pattern.CASE_INSENSITIVE);

  private LoopbackServer() {}

  /** Prints the port. The argument is the delay of a response in milliseconds. */
  public static void main(String[] args) throws IOException {
    long latency = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0]));
    ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    System.out.println(server.getLocalPort());
    start(
        () -> {
          while (true) {
            Socket socket = server.accept();
            start(() -> serve(socket, latency));
          }
        });
    while (System.in.read() != -1) {}
    server.close();
  }

  private static void serve(Socket socket, long latency) throws IOException {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[32 * 1024];
      int filled = 0;
      int needed = Integer.MAX_VALUE;
      for (int n = in.read(buffer); n != -1; n = in.read(buffer, filled, buffer.length - filled)) {
        filled += n;
        if (needed == Integer.MAX_VALUE) {
          needed = needed(buffer, filled);
        }
        if (filled == needed) {
          long until = System.nanoTime() + latency;
          for (long left = latency; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
          socket.getOutputStream().write(ANSWER);
          filled = 0;
          needed = Integer.MAX_VALUE;
        }
      }
    }
  }

  private static int needed(byte[] buffer, int filled) {
    String text = new String(buffer, 0, filled, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(text);
    return end == -1 || !length.find()
        ? Integer.MAX_VALUE
        : end + 4 + Integer.parseInt(length.group(1));
  }

  private static byte[] answer() {
    String receipt = Inputs.receipt("example 1");
    return ("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: "
            + receipt.length()
            + "\r\n\r\n"
            + receipt)
        .getBytes(UTF_8);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException gone) {
                // The client or the server ended.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
