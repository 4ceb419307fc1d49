package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CheckedStreamsTest {
  private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] REQUEST = "POST / HTTP/1.1\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] RESPONSE =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

  private SocketChannel tcp;
  private SocketChannel server;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      tcp = SocketChannel.open(listener.getLocalAddress());
      server = listener.accept();
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    tcp.close();
    server.close();
  }

  @Test
  void asksTlsBeforeTheFirstRequest() throws IOException {
    Tls tls = new Tls();

    assertThat(new CheckedStreams(tls, tcp.socket()).isReady()).isTrue();
    assertThat(tls.asked).isTrue();
    assertThat(tls.timeout).isEqualTo(7);
  }

  @Test
  void doesNotWaitForTlsWhereNothingIsLeftBelow() throws IOException {
    Tls tls = new Tls();

    assertThat(used(tls).isReady()).isTrue();
    assertThat(tls.asked).isFalse();
  }

  @Test
  void asksTlsWhetherWhatIsLeftBelowIsATicket() throws IOException {
    Tls tls = new Tls();
    CheckedStreams streams = used(tls);
    speakUnasked();

    assertThat(streams.isReady()).isTrue();
    assertThat(tls.asked).isTrue();
  }

  @Test
  void isNotReadyIfTlsHasMoreThanTickets() throws IOException {
    Tls tls = new Tls();
    CheckedStreams streams = used(tls);
    tls.left = 1;

    assertThat(streams.isReady()).isFalse();
  }

  @Test
  void isNotReadyIfServerSendsUnasked() throws IOException {
    CheckedStreams streams = new CheckedStreams(tcp.socket(), tcp.socket());
    assertThat(streams.isReady()).isTrue();
    speakUnasked();

    assertThat(streams.isReady()).isFalse();
  }

  @Test
  void asksSocketThatHasNoChannel() throws IOException {
    Tls plain = new Tls();
    CheckedStreams streams = new CheckedStreams(plain, plain);
    assertThat(streams.isReady()).isTrue();
    plain.left = 1;

    assertThat(streams.isReady()).isFalse();
  }

  @Test
  void isNotReadyOnceClosed() throws IOException {
    CheckedStreams streams = new CheckedStreams(tcp.socket(), tcp.socket());
    streams.output().close();

    assertThat(tcp.isOpen()).isFalse();
    assertThat(streams.isReady()).isFalse();
  }

  @Test
  void writesHttp1OnThisThreadAndFlushes() throws Exception {
    Tls tls = new Tls();
    OutputStream out = new CheckedStreams(tls, tcp.socket()).output();
    out.write(REQUEST);
    out.flush();

    assertThat(tls.writer.get(20, SECONDS)).isSameAs(Thread.currentThread());
    assertThat(tls.flushed).isTrue();
    assertThat(tls.written.toByteArray()).isEqualTo(REQUEST);
  }

  @Test
  void doesNotTakeEmptyWriteForPreface() throws Exception {
    Tls tls = new Tls();
    OutputStream out = new CheckedStreams(tls, tcp.socket()).output();
    out.write(new byte[0]);
    out.write(REQUEST);

    assertThat(tls.writer.get(20, SECONDS)).isSameAs(Thread.currentThread());
  }

  @Test
  void writesHttp2OnThreadThatDoesNotKeepTheProgramAlive() throws Exception {
    Tls tls = new Tls();
    CheckedStreams streams = new CheckedStreams(tls, tcp.socket());
    streams.output().write(PREFACE);

    assertThat(tls.writer.get(20, SECONDS))
        .isNotSameAs(Thread.currentThread())
        .matches(Thread::isDaemon);
    assertThat(streams.isReady()).isTrue();
    streams.close();
  }

  @Test
  void writesNoHttp2OnceClosed() throws Exception {
    CheckedStreams streams = new CheckedStreams(new Tls(), tcp.socket());
    OutputStream out = streams.output();
    out.write(PREFACE);
    streams.close();

    assertThatIOException().isThrownBy(() -> out.write(1)).withMessage("The connection is closed");
  }

  @Test
  void closesConnectionOnWhichHttp2CannotBeWritten() throws Exception {
    Tls tls = new Tls();
    tls.broken = true;
    new CheckedStreams(tls, tcp.socket()).output().write(PREFACE);

    assertThat(tls.closed.await(20, SECONDS)).isTrue();
    assertThat(tcp.isOpen()).isFalse();
  }

  @Test
  void bearsOneMebibyteThatTheServerDoesNotRead() throws Exception {
    Tls tls = new Tls();
    tls.reads = new CountDownLatch(1);
    CheckedStreams streams = new CheckedStreams(tls, tcp.socket());
    OutputStream out = streams.output();
    out.write(PREFACE);
    out.write(new byte[1024 * 1024 - PREFACE.length]);

    assertThatIOException()
        .isThrownBy(() -> out.write(1))
        .withMessage("The server does not read what it is sent");
    assertThat(tls.closed.getCount()).isZero();
    tls.reads.countDown();
  }

  /** Returns streams between the first response and the next request. */
  private CheckedStreams used(Tls tls) throws IOException {
    CheckedStreams streams = new CheckedStreams(tls, tcp.socket());
    streams.output().write(REQUEST);
    tls.response = RESPONSE;
    assertThat(streams.input().read(new byte[100])).isEqualTo(RESPONSE.length);
    return streams;
  }

  private void speakUnasked() throws IOException {
    server.write(ByteBuffer.wrap(new byte[1]));
    while (tcp.socket().getInputStream().available() == 0) {
      Thread.onSpinWait();
    }
  }

  /** Stands for TLS: a socket without a channel above one that has one. */
  private static final class Tls extends Socket {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CompletableFuture<Thread> writer = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean flushed = new AtomicBoolean();
    private CountDownLatch reads = new CountDownLatch(0);
    private byte[] response = {};
    private boolean asked;
    private boolean broken;
    private int left;
    private int timeout = 7;

    @Override
    public InputStream getInputStream() {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          asked = true;
          if (left == 0) {
            throw new SocketTimeoutException();
          }
          left--;
          return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
          System.arraycopy(response, 0, bytes, offset, response.length);
          return response.length;
        }

        @Override
        public int available() {
          return left;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          writer.complete(Thread.currentThread());
          if (broken) {
            throw new IOException("reset");
          }
          try {
            reads.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          written.write(bytes, offset, length);
        }

        @Override
        public void flush() {
          flushed.set(true);
        }
      };
    }

    @Override
    public synchronized int getSoTimeout() {
      return timeout;
    }

    @Override
    public synchronized void setSoTimeout(int timeout) {
      this.timeout = timeout;
    }

    @Override
    public synchronized void close() {
      closed.countDown();
    }
  }
}
