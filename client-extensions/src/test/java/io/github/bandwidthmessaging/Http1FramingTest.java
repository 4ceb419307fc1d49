package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Http1FramingTest {
  private final Http1Framing framing = new Http1Framing();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 202 Accepted\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nCONTENT-length:2\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: 0\n\n",
        "HTTP/1.1 204 No Content\nX: y\n\n",
        "HTTP/1.1 202 Accepted\n~: x\nContent-Length: 000000000000002\n\n{}",
        "HTTP/1.1 200\nContent-Length: 2\n\n{}",
        "HTTP/1.1 102 Processing\n\nHTTP/1.1 199 Odd\n\nHTTP/1.1 202 Ok\nContent-Length: 2\n\n{}",
        "HTTP/1.0 400 Bad\nX: y\nContent-Length: 2\n\n{}",
        "HTTP/1.1 100 Continue\n\nHTTP/1.1 202 Accepted\nContent-Length: 2\n\n{}",
        "HTTP/1.1 103 Hints\nContent-Length: 9\n\nHTTP/1.1 202 Ok\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: Chunked\n\n2\n{}\n0\n\n",
        "HTTP/1.1 202 Accepted\n:\u00c5\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\nf\n123456789012345\n0\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n1;a=b\n{\n0A \n123456789}\n0\nT: 1\n\n"
      })
  void endsWithResponse(String response) throws IOException {
    byte[] bytes = bytes(response);
    for (int i = 0; i < bytes.length; i++) {
      framing.writing();
      framing.received(bytes, i, 1);
      assertThat(framing.isBetweenResponses())
          .as(response.substring(0, Math.min(i, response.length())))
          .isEqualTo(i == bytes.length - 1);
    }
    framing.writing();
    framing.received(bytes, 0, bytes.length);

    assertThat(framing.isBetweenResponses()).isTrue();
  }

  /** OkHttp could see another end, or none; or there is more than a response. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 202 Accepted\nContent-Length: 2\n\n{}H",
        "HTTP/1.1 202 Accepted\nContent-Length: 2\n\n{}HTTP/1.1 202 A\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: 1\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: 3\n\n{}",
        "HTTP/1.1 202 Accepted\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: 2\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length : 2\n\n{}",
        "HTTP/1.1 202 Accepted\n Content-Length: 2\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding\nTransfer-Encoding: chunked\n\n0\n\n",
        "HTTP/1.1 202 Accepted\nX\u00c5: y\nContent-Length: 2\n\n{}",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\ng\n1234567890123456\n0\n\n",
        "HTTP/1.1 202 Accepted\nContent-Length: +2\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: -2\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: \u0662\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: 9999999999999999999\n\n{}",
        "HTTP/1.1 202 Accepted\nContent-Length: 2\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: gzip, chunked\n\n2\n{}\n0\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n0\n\n",
        "HTTP/1.1 202 Accepted\nTran\u00c5\u00bffer-Encoding: chunked\nContent-Length: 5\n\n0\n\nH",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n2\n{}x\n0\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n 2\n{}\n0\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n;\n{}\n0\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\nH",
        "HTTP/1.1 204 No Content\nContent-Length: 2\n\n{}",
        "HTTP/1.1 204 No Content\n\nH",
        "HTTP/1.1 205 Reset\nContent-Length: 0\n\n",
        "HTTP/1.1 304 Not Modified\nContent-Length: 2\n\n",
        "HTTP/1.1 101 Switching\nContent-Length: 0\n\n",
        "HTTP/1.1 101 Switching\n\nHTTP/1.1 202 Accepted\nContent-Length: 2\n\n{}",
        "ICY 200 OK\nContent-Length: 2\n\n{}",
        "HTTP/1.1 2\u0660\u0662 Accepted\nContent-Length: 2\n\n{}"
      })
  void doesNotTrustAnotherEnd(String response) throws IOException {
    framing.writing();
    byte[] bytes = bytes(response);
    framing.received(bytes, 0, bytes.length);

    assertThat(framing.isBetweenResponses()).isFalse();
  }

  @Test
  void endsWithResponseWhoseLinesHaveNoCarriageReturn() throws IOException {
    framing.writing();
    byte[] bytes = "HTTP/1.1 202 Accepted\nContent-Length: 2\n\n{}".getBytes(ISO_8859_1);
    framing.received(bytes, 0, bytes.length);

    assertThat(framing.isBetweenResponses()).isTrue();
  }

  @Test
  void isDisturbedByWhatComesUnasked() throws IOException {
    assertThat(framing.isBetweenResponses()).isTrue();
    framing.received(new byte[] {'H'}, 0, 1);

    assertThat(framing.isBetweenResponses()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 202 Accepted\nX: ",
        "HTTP/1.1 202 Accepted\nContent-Length: 99999999\n\n",
        "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n1;",
        "HTTP/1.1 202 Accepted\n\n"
      })
  void bearsOneMebibyteAResponse(String beginning) throws IOException {
    framing.writing();
    byte[] bytes = bytes(beginning);
    framing.received(bytes, 0, bytes.length);
    byte[] rest = bytes("x".repeat(1024 * 1024 - bytes.length));
    framing.received(rest, 0, rest.length);

    assertThatIOException()
        .isThrownBy(() -> framing.received(new byte[1], 0, 1))
        .withMessage("The response is longer than 1048576 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Length: 99999999\n\n",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5f5e0ff\n",
        "HTTP/1.1 200 OK\n\n"
      })
  void bearsLongBodyWhereItIsReadAsStream(String beginning) throws IOException {
    framing.allowLongBodies();
    framing.writing();
    byte[] bytes = bytes(beginning);
    framing.received(bytes, 0, bytes.length);

    for (int i = 0; i < 20; i++) {
      framing.received(new byte[1024 * 1024], 0, 1024 * 1024);
    }
    assertThat(framing.isBetweenResponses()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nX: ",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1\nx\n1;",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n1\nx\n0\nT: "
      })
  void boundsWhatIsBesideLongBody(String beginning) throws IOException {
    framing.allowLongBodies();
    framing.writing();
    byte[] bytes = bytes(beginning);
    framing.received(bytes, 0, bytes.length);

    assertThatIOException()
        .isThrownBy(() -> framing.received(new byte[1024 * 1024], 0, 1024 * 1024))
        .withMessage("The response is longer than 1048576 bytes");
  }

  private static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(ISO_8859_1);
  }
}
