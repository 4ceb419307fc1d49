package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts every message after a delay, over HTTP/1.1 or HTTP/2 without TLS. Two threads and little
 * work leave the cores to the client. Ends with its standard input.
 */
public final class LoopbackServer {
  private static final byte[] RECEIPT = Inputs.receipt("example 1").getBytes(UTF_8);
  static final byte[] ANSWER = http1();
  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: *(\\d+)\r\n", Pattern.CASE_INSENSITIVE);

  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(UTF_8);
  private static final int FRAME_HEADER = 9;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int WINDOW_UPDATE = 8;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  /** As many as common servers allow. */
  private static final int MAX_CONCURRENT_STREAMS = 128;

  private record Response(SocketChannel channel, long time, ByteBuffer bytes) {}

  private static final class Connection {
    final ByteBuffer read = ByteBuffer.allocate(32 * 1024);
    boolean http2;
    boolean used;
  }

  private final long latency;
  private final BlockingQueue<Response> responses = new LinkedBlockingQueue<>();
  private final Selector selector = Selector.open();
  private int open;
  private int used;
  private volatile int mostOpen;
  private volatile int mostUsed;

  private LoopbackServer(long latency) throws IOException {
    this.latency = latency;
  }

  /**
   * Prints the port; then, for each line of input, the most connections that were open at the same
   * time and those of them that carried messages, and the CPU time. The argument is the delay of a
   * response in milliseconds.
   */
  public static void main(String[] args) throws IOException {
    LoopbackServer server =
        new LoopbackServer(TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0])));
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    System.out.println(listener.socket().getLocalPort());
    listener.configureBlocking(false).register(server.selector, SelectionKey.OP_ACCEPT);
    start(server::read);
    start(server::respond);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    while (System.in.read() != -1) {
      System.out.println(
          server.mostOpen + " " + server.mostUsed + " " + system.getProcessCpuTime());
      server.mostOpen = 0;
      server.mostUsed = 0;
    }
  }

  private void read() throws IOException {
    while (true) {
      selector.select(
          key -> {
            try {
              if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel());
              } else {
                read((SocketChannel) key.channel(), (Connection) key.attachment());
              }
            } catch (IOException e) {
              end(key);
            }
          });
    }
  }

  private void accept(ServerSocketChannel listener) throws IOException {
    SocketChannel channel = listener.accept();
    if (channel != null) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new Connection());
      mostOpen = Math.max(mostOpen, ++open);
    }
  }

  private void end(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    open--;
    used -= ((Connection) key.attachment()).used ? 1 : 0;
  }

  private void read(SocketChannel channel, Connection connection) throws IOException {
    ByteBuffer buffer = connection.read;
    if (channel.read(buffer) == -1) {
      throw new IOException("The client closed the connection");
    }
    buffer.flip();
    if (!connection.http2 && startsWithPreface(buffer)) {
      connection.http2 = true;
      buffer.position(PREFACE.length);
      write(channel, ByteBuffer.wrap(preface()));
    }
    if (connection.http2) {
      readFrames(channel, connection);
    } else if (buffer.limit() == needed(buffer)) {
      accept(channel, connection, ANSWER);
      buffer.position(buffer.limit());
    }
    buffer.compact();
  }

  private static boolean startsWithPreface(ByteBuffer buffer) {
    return buffer.remaining() >= PREFACE.length
        && buffer.slice(0, PREFACE.length).equals(ByteBuffer.wrap(PREFACE));
  }

  private static int needed(ByteBuffer buffer) {
    String text = ISO_8859_1.decode(buffer.duplicate()).toString();
    int end = text.indexOf("\r\n\r\n");
    Matcher length = LENGTH.matcher(text);
    return end == -1 || !length.find()
        ? Integer.MAX_VALUE
        : end + 4 + Integer.parseInt(length.group(1));
  }

  /** Responds to what ends a stream, without reading it. */
  private void readFrames(SocketChannel channel, Connection connection) throws IOException {
    ByteBuffer buffer = connection.read;
    while (buffer.remaining() >= FRAME_HEADER) {
      int start = buffer.position();
      int length = buffer.getInt(start) >>> 8;
      int type = buffer.get(start + 3);
      int flags = buffer.get(start + 4);
      int stream = buffer.getInt(start + 5);
      if (buffer.remaining() < FRAME_HEADER + length) {
        return;
      }
      if ((type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
        accept(channel, connection, http2(stream));
      } else if ((type == SETTINGS || type == PING) && (flags & ACK) == 0) {
        ByteArrayOutputStream ack = new ByteArrayOutputStream();
        byte[] payload = new byte[type == PING ? length : 0];
        buffer.get(start + FRAME_HEADER, payload);
        frame(ack, type, ACK, stream, payload);
        respond(channel, ack.toByteArray());
      }
      buffer.position(start + FRAME_HEADER + length);
    }
  }

  private void accept(SocketChannel channel, Connection connection, byte[] bytes)
      throws IOException {
    if (!connection.used) {
      connection.used = true;
      mostUsed = Math.max(mostUsed, ++used);
    }
    respond(channel, bytes);
  }

  private void respond(SocketChannel channel, byte[] bytes) throws IOException {
    if (latency == 0) {
      write(channel, ByteBuffer.wrap(bytes));
    } else {
      responses.add(new Response(channel, System.nanoTime() + latency, ByteBuffer.wrap(bytes)));
    }
  }

  /** All have the same delay, so the first is always due first. */
  private void respond() throws IOException {
    while (true) {
      Response response;
      try {
        response = responses.take();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      for (long left = response.time - System.nanoTime();
          left > 0;
          left = response.time - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      try {
        write(response.channel, response.bytes);
      } catch (IOException e) {
        // The client is gone; the other thread notices it, too.
      }
    }
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte[] http1() {
    byte[] head =
        ("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: "
                + RECEIPT.length
                + "\r\n\r\n")
            .getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(RECEIPT);
    return out.toByteArray();
  }

  private static byte[] preface() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] streams =
        ByteBuffer.allocate(6).putShort((short) 3).putInt(MAX_CONCURRENT_STREAMS).array();
    frame(out, SETTINGS, 0, 0, streams);
    // Never to be enlarged again.
    byte[] window = ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE - 65_535).array();
    frame(out, WINDOW_UPDATE, 0, 0, window);
    return out.toByteArray();
  }

  private static byte[] http2(int stream) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // RFC 7541: name 8 of the static table is :status, and 31 is content-type.
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    headers.writeBytes(new byte[] {8, 3});
    headers.writeBytes("202".getBytes(UTF_8));
    headers.writeBytes(new byte[] {15, 31 - 15, 16});
    headers.writeBytes("application/json".getBytes(UTF_8));
    frame(out, HEADERS, END_HEADERS, stream, headers.toByteArray());
    frame(out, DATA, END_STREAM, stream, RECEIPT);
    return out.toByteArray();
  }

  private static void frame(
      ByteArrayOutputStream out, int type, int flags, int stream, byte[] payload) {
    out.writeBytes(
        ByteBuffer.allocate(FRAME_HEADER)
            .putInt(payload.length << 8 | type)
            .put((byte) flags)
            .putInt(stream)
            .array());
    out.writeBytes(payload);
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
              } catch (Throwable e) {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
