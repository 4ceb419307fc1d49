package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.reset;
import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static io.github.bandwidthmessaging.StaleConnectionTest.ACCEPTED;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocket;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every fault with every client; target/fault-table.md has the result. */
@Timeout(120)
class FaultTableTest {
  /** How long a server drips or keeps silent before it gives up, so that plain OkHttp returns. */
  private static final Duration STALL = Duration.ofSeconds(2);

  private static final SendOptions OPTIONS =
      SendOptions.defaults()
          .timeout(Duration.ofMillis(500))
          .retryPolicy(RetryPolicy.standard().firstDelay(Duration.ofMillis(20)));

  private static final InetAddress SECOND_ADDRESS = address(2);

  private final HandshakeCertificates certificates = certificates();

  private enum Fault {
    CLOSE("closes after reading, fresh connection", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) {
        return false;
      }
    },
    CLOSE_POOLED("closes after reading, pooled connection", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return number == 1 && accept(socket);
      }
    },
    CLOSE_IDLE("closes pooled connection while idle, accepts next", Outcome.SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        accept(socket);
        return number > 1;
      }
    },
    CLOSE_TWO_ADDRESSES("closes after reading, two addresses", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return number == 1 && accept(socket);
      }
    },
    FIRST_ADDRESS_REFUSES("first of two addresses refuses the connection", Outcome.SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return accept(socket);
      }
    },
    STATUS_408("408", Outcome.NOT_SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return status(socket, "408 Request Timeout", "");
      }
    },
    STATUS_503("503 of a gateway, Retry-After: 0", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return status(socket, "503 Unavailable", "Retry-After: 0\n");
      }
    },
    STATUS_307("307", Outcome.NOT_SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return status(socket, "307 Temporary Redirect", "Location: /elsewhere\n");
      }
    },
    STATUS_308("308", Outcome.NOT_SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return status(socket, "308 Permanent Redirect", "Location: /elsewhere\n");
      }
    },
    STATUS_429("429, then 202", Outcome.SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return number == 1 ? status(socket, "429 Too Many Requests", "") : accept(socket);
      }
    },
    RESET_IN_HEADERS("resets within the headers of the answer", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        write(socket, "HTTP/1.1 202 Accepted\nContent-Le");
        reset(socket);
        return false;
      }
    },
    RESET_IN_BODY("closes within the body of a 202", Outcome.SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        write(socket, "HTTP/1.1 202 Accepted\nContent-Length: 99\n\n{\"id\":\"1\",");
        return false;
      }
    },
    SILENT("is silent for 2 s", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        return stall(socket, "");
      }
    },
    DRIP("drips headers for 2 s", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        write(socket, "HTTP/1.1 202 Accepted\nX-Drip: ");
        return stall(socket, "x");
      }
    },
    TLS_HALF_CLOSE("half-closes TLS after reading", Outcome.UNKNOWN) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        // Closing it later waits as long for the client's farewell.
        socket.setSoTimeout(50);
        ((SSLSocket) socket).shutdownOutput();
        return stall(socket, "");
      }
    },
    TLS_CLOSE_IDLE("closes pooled TLS connection while idle, accepts next", Outcome.SENT) {
      @Override
      boolean answer(int number, Socket socket) throws IOException {
        accept(socket);
        return number > 1;
      }
    };

    final String words;
    final Outcome outcome;

    Fault(String words, Outcome outcome) {
      this.words = words;
      this.outcome = outcome;
    }

    abstract boolean answer(int number, Socket socket) throws IOException;

    boolean isPooled() {
      return EnumSet.of(CLOSE_POOLED, CLOSE_IDLE, CLOSE_TWO_ADDRESSES, TLS_CLOSE_IDLE)
          .contains(this);
    }

    boolean isTls() {
      return name().startsWith("TLS");
    }

    /** Copies that are right: one more where the server said that it had not taken the first. */
    int copies() {
      return this == STATUS_429 ? 2 : 1;
    }
  }

  private enum Way {
    OURS("ours"),
    OURS_ASYNC("ours, async"),
    USERS("user's OkHttp"),
    USERS_ASYNC("user's, async"),
    PLAIN("plain OkHttp");

    final String words;

    Way(String words) {
      this.words = words;
    }

    boolean isAsync() {
      return this == OURS_ASYNC || this == USERS_ASYNC;
    }
  }

  private record Cell(int copies, String outcome, long millis) {
    @Override
    public String toString() {
      return copies + ", " + outcome + ", " + millis;
    }
  }

  @Test
  void noFaultMakesASecondCopy() throws Exception {
    List<String> lines = new ArrayList<>();
    Set<Fault> doubled = EnumSet.noneOf(Fault.class);
    lines.add("Each cell: copies read by the server, outcome, milliseconds.");
    lines.add("");
    StringBuilder head = new StringBuilder("| the server |");
    for (Way way : Way.values()) {
      head.append(' ').append(way.words).append(" |");
    }
    lines.add(head.toString());
    lines.add("|---|" + "---|".repeat(Way.values().length));
    for (Fault fault : Fault.values()) {
      StringBuilder line = new StringBuilder("| ").append(fault.words).append(" |");
      for (Way way : Way.values()) {
        if (fault.isTls() && (way == Way.OURS || way == Way.OURS_ASYNC)) {
          // Its own client trusts no certificate of ours; the rest of it is the same.
          line.append(" |");
          continue;
        }
        Cell cell = run(fault, way);
        line.append(' ').append(cell).append(" |");
        if (way != Way.PLAIN) {
          assertThat(cell.outcome()).as("%s, %s", fault, way).isEqualTo(fault.outcome.name());
          assertThat(cell.copies()).as("%s, %s", fault, way).isEqualTo(fault.copies());
        } else if (cell.copies() > 1) {
          doubled.add(fault);
        }
      }
      lines.add(line.toString());
    }
    Files.write(Path.of("target/fault-table.md"), lines);

    // The negative control: where nothing is ever doubled, the table proves nothing.
    assertThat(doubled)
        .contains(Fault.CLOSE_POOLED, Fault.STATUS_408, Fault.STATUS_503, Fault.STATUS_307);
  }

  private Cell run(Fault fault, Way way) throws Exception {
    ServerSocketFactory sockets =
        fault.isTls()
            ? certificates.sslContext().getServerSocketFactory()
            : ServerSocketFactory.getDefault();
    CountDownLatch closed = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              boolean goesOn = fault.answer(number, socket);
              if (!goesOn && number == 1 && fault.isPooled()) {
                CountingServer.close(socket);
                closed.countDown();
              }
              return goesOn;
            },
            sockets)) {
      if (fault == Fault.CLOSE_TWO_ADDRESSES) {
        CountingServer both = server.alsoOn(SECOND_ADDRESS);
        assertThat(both).isSameAs(server);
      }
      OkHttpClient plain = client(fault);
      String url = server.url();
      if (fault.isTls()) {
        url = url.replace("http:", "https:");
      } else if (fault.name().contains("ADDRESS")) {
        url = url.replace("127.0.0.1", "localhost");
      }
      MessagingClient.Builder builder = Examples.client(url).retryPolicy(RetryPolicy.standard());
      if (way == Way.USERS || way == Way.USERS_ASYNC || fault.name().contains("ADDRESS")) {
        builder.httpClient(plain);
      }
      try (MessagingClient client = builder.build()) {
        if (fault.isPooled()) {
          send(way, client, plain, url);
          if (fault == Fault.CLOSE_IDLE || fault == Fault.TLS_CLOSE_IDLE) {
            closed.await();
          }
        }
        int before = server.messages();
        long start = System.nanoTime();
        String outcome = send(way, client, plain, url);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Cell(server.messages() - before, outcome, millis);
      }
    }
  }

  private static String send(Way way, MessagingClient client, OkHttpClient plain, String url)
      throws Exception {
    if (way == Way.PLAIN) {
      Request request =
          new Request.Builder()
              .url(url)
              .post(RequestBody.create("{}", MediaType.get("application/json")))
              .build();
      try (Response response = plain.newCall(request).execute()) {
        return response.code() + " " + response.body().string().length() + " B";
      } catch (IOException e) {
        return e.getClass().getSimpleName();
      }
    }
    try {
      if (way.isAsync()) {
        client.sendAsync(REQUEST, OPTIONS).get(60, SECONDS);
      } else {
        client.send(REQUEST, OPTIONS);
      }
      return Outcome.SENT.name();
    } catch (MessagingException e) {
      return e.outcome().name();
    } catch (ExecutionException e) {
      return requireNonNull((MessagingException) e.getCause()).outcome().name();
    }
  }

  private OkHttpClient client(Fault fault) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    if (fault.isTls()) {
      builder.sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager());
    }
    if (fault.name().contains("ADDRESS")) {
      builder.dns(host -> List.of(SECOND_ADDRESS, InetAddress.getLoopbackAddress()));
    }
    return builder.build();
  }

  private static boolean accept(Socket socket) throws IOException {
    write(socket, ACCEPTED);
    return true;
  }

  private static boolean status(Socket socket, String status, String headers) throws IOException {
    write(socket, "HTTP/1.1 " + status + "\n" + headers + "Content-Length: 0\n\n");
    return true;
  }

  private static boolean stall(Socket socket, String drip) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + STALL.toNanos();
    try {
      while (end - System.nanoTime() > 0 && !never.await(50, MILLISECONDS)) {
        write(socket, drip);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return false;
  }

  private static HandshakeCertificates certificates() {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(certificate.certificate())
        .build();
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
