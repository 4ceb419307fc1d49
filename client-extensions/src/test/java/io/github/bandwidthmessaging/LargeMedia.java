package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/**
 * Uploads and downloads a large file that is made while it is read, through the client and through
 * OkHttp alone, in a JVM whose memory is much smaller. {@link LargeMediaTest} starts it.
 */
final class LargeMedia {
  private static final byte[] PATTERN = pattern();

  private interface Transfer {
    void run() throws IOException;
  }

  private LargeMedia() {}

  /** Takes the number of bytes and an empty folder; prints what it saw. */
  public static void main(String[] args) throws Exception {
    long length = Long.parseLong(args[0]);
    Path file = Path.of(args[1]).resolve("large");
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> accept(listener, length), "large-media-server");
      server.setDaemon(true);
      server.start();
      String url = "http://127.0.0.1:" + listener.getLocalPort() + "/";
      RequestOptions patient =
          RequestOptions.none()
              .withAttemptTimeout(Duration.ofMinutes(10))
              .withRetryPolicy(RetryPolicy.none());
      MediaFiles media = Examples.client(url).build().media();
      MediaUpload upload =
          MediaUpload.of("large.mp4", length, () -> new Patterned(length)).withoutLimits();
      OkHttpClient plain = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(10)).build();
      Request.Builder request = new Request.Builder().url(url + "plain");

      Transfer up = () -> media.upload(upload, patient);
      Transfer plainUp =
          () -> plain.newCall(request.put(new PlainBody(length)).build()).execute().close();
      Transfer down =
          () -> {
            try (MediaDownload download = media.download("large.mp4", patient)) {
              check(download.content(), length);
            }
          };
      Transfer plainDown =
          () -> {
            try (Response response = plain.newCall(request.get().build()).execute()) {
              check(response.body().byteStream(), length);
            }
          };
      report("up", length, up, plainUp);
      report("down", length, down, plainDown);
      media.download("large.mp4", file, patient);
      try (InputStream in = Files.newInputStream(file)) {
        check(in, length);
      }
      System.out.println("file " + Files.size(file));
    }
    System.out.println("heap " + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MiB");
  }

  /** In turns, so that neither has the warmer JVM, and by the better of two. */
  private static void report(String name, long length, Transfer ours, Transfer plain)
      throws IOException {
    double best = Double.MAX_VALUE;
    double plainBest = Double.MAX_VALUE;
    for (int round = 0; round < 2; round++) {
      plainBest = Math.min(plainBest, seconds(plain));
      best = Math.min(best, seconds(ours));
    }
    System.out.printf(
        Locale.ROOT,
        "%s %d bytes, %.0f MB/s, %.2f of OkHttp alone%n",
        name,
        length,
        length / best / 1e6,
        plainBest / best);
  }

  private static double seconds(Transfer transfer) throws IOException {
    long start = System.nanoTime();
    transfer.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void accept(ServerSocket listener, long length) {
    while (true) {
      try {
        Socket socket = listener.accept();
        Thread thread = new Thread(() -> serve(socket, length), "large-media-server");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket socket, long length) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
      OutputStream out = socket.getOutputStream();
      while (true) {
        String method = null;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          method = method == null ? line : method;
        }
        if (method == null) {
          return;
        }
        if (method.startsWith("PUT")) {
          check(new Bounded(in, length), length);
          out.write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1));
        } else {
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n").getBytes(ISO_8859_1));
          new Patterned(length).transferTo(out);
        }
        out.flush();
      }
    } catch (IOException gone) {
      // The client hung up.
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c == -1) {
        return "";
      }
      line.append((char) c);
    }
    return line.toString().trim();
  }

  /** Throws unless the stream has every byte of the pattern, and no more. */
  private static void check(InputStream in, long length) throws IOException {
    byte[] bytes = new byte[64 * 1024];
    long position = 0;
    for (int read = in.read(bytes); read != -1; read = in.read(bytes)) {
      for (int i = 0; i < read; i++) {
        if (bytes[i] != PATTERN[(int) ((position + i) % PATTERN.length)]) {
          throw new IOException("Another byte at " + (position + i));
        }
      }
      position += read;
    }
    if (position != length) {
      throw new IOException(position + " bytes instead of " + length);
    }
  }

  /** Of a length that no buffer is a multiple of, so that a lost or doubled buffer shows. */
  private static byte[] pattern() {
    byte[] pattern = new byte[65_521];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (byte) (i * 31 + i / 251);
    }
    return pattern;
  }

  private static final class Patterned extends InputStream {
    private final long length;
    private long position;

    Patterned(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
      if (position == length) {
        return -1;
      }
      int at = (int) (position % PATTERN.length);
      int read = (int) Math.min(Math.min(count, PATTERN.length - at), length - position);
      System.arraycopy(PATTERN, at, bytes, offset, read);
      position += read;
      return read;
    }
  }

  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(count, left));
      left -= Math.max(0, read);
      return read;
    }
  }

  private static final class PlainBody extends RequestBody {
    private final long length;

    PlainBody(long length) {
      this.length = length;
    }

    @Override
    public MediaType contentType() {
      return MediaType.get("video/mp4");
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try (InputStream in = new Patterned(length)) {
        byte[] bytes = new byte[8192];
        for (int read = in.read(bytes); read != -1; read = in.read(bytes)) {
          sink.write(bytes, 0, read);
        }
      }
    }
  }
}
