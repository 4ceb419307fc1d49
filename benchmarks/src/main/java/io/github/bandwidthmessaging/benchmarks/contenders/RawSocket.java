package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Callable;

/** Writes bytes and reads the bytes of the response: the cost of server and kernel. */
public final class RawSocket implements Contender {
  @Override
  @SuppressWarnings("resource") // open as long as the JVM
  public Callable<?> sending(String baseUrl) throws IOException {
    URI url = URI.create(baseUrl);
    byte[] body = Inputs.request("example 1").getBytes(UTF_8);
    byte[] head =
        ("POST "
                + url.getPath()
                + "/users/"
                + ACCOUNT
                + "/messages HTTP/1.1\r\nHost: "
                + url.getAuthority()
                + "\r\nAccept: application/json\r\nContent-Type: application/json"
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(UTF_8);
    byte[] sent = new byte[head.length + body.length];
    System.arraycopy(head, 0, sent, 0, head.length);
    System.arraycopy(body, 0, sent, head.length, body.length);
    byte[] received = new byte[LoopbackServer.ANSWER.length];
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setTcpNoDelay(true);
    InputStream in = socket.getInputStream();
    return () -> {
      socket.getOutputStream().write(sent);
      if (in.readNBytes(received, 0, received.length) < received.length) {
        throw new EOFException();
      }
      return received;
    };
  }
}
