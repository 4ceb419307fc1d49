package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class Http2FramingTest {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int PING = 6;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;

  private final AtomicLong nanoTime = new AtomicLong(-7);
  private final Http2Framing framing = new Http2Framing(nanoTime::get);

  @Test
  void isNotReadyAfterHalfMinuteOfSilence() throws IOException {
    assertThat(framing.isReady()).isTrue();
    pass(Duration.ofSeconds(20));
    assertThat(framing.isReady()).as("after 20 seconds").isTrue();
    pass(Duration.ofSeconds(10));
    assertThat(framing.isReady()).as("after 30 seconds").isFalse();
  }

  @Test
  void isReadyIfServerHasNothingToRespondTo() throws IOException {
    assertThat(framing.isReady()).isTrue();
    pass(Duration.ofSeconds(29));
    frame(PING, 0, 0, 8);
    pass(Duration.ofHours(1));

    assertThat(framing.isReady()).isTrue();
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  @Test
  void bearsAnyNumberOfResponses() throws IOException {
    for (int stream = 3; stream < 20_003; stream += 2) {
      framing.writing();
      frame(HEADERS, 0, stream, 100);
      frame(DATA, END_STREAM, stream, 500);
    }
    assertThat(framing.isBetweenResponses()).isTrue();
  }

  @Test
  void readsFramesThatComeByteByByte() throws IOException {
    for (byte each : bytes(DATA, 0, 3, 1024 * 1024)) {
      framing.received(new byte[] {each}, 0, 1);
    }

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 3, 1));
  }

  @Test
  void tellsStreamsApartByTheWholeOfTheirNumber() throws IOException {
    for (int stream : new int[] {3, 0x103, 0x10003, 0x1000003, 0x1010103}) {
      frame(DATA, 0, stream, 1024 * 1024);
    }

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 0x1000003, 1));
  }

  @Test
  void readsSeveralFramesAtOnce() throws IOException {
    byte[] first = bytes(DATA, 0, 3, 1000);
    byte[] second = bytes(DATA, 0, 3, 1024 * 1024 - 1000);
    byte[] both = new byte[1 + first.length + second.length];
    System.arraycopy(first, 0, both, 1, first.length);
    System.arraycopy(second, 0, both, 1 + first.length, second.length);
    framing.received(both, 1, both.length - 1);

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 3, 1));
  }

  @Test
  void readsFrameThatComesInParts() throws IOException {
    byte[] frame = bytes(DATA, 0, 3, 1024 * 1024);
    // Whatever of it were taken for a frame would be a long one.
    Arrays.fill(frame, 9, frame.length, (byte) 0xff);
    framing.received(frame, 0, 1000);
    framing.received(frame, 1000, frame.length - 1000);

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 3, 1));
  }

  @Test
  void followsAThousandAndTwentyFourResponsesAtOnce() throws IOException {
    frame(DATA, 0, 1, 1024 * 1024);
    for (int i = 1; i < 1024; i++) {
      frame(DATA, 0, 2 * i + 1, 1);
    }

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 1, 1));
  }

  @Test
  void forgetsTheOldestOfMoreResponses() throws IOException {
    frame(DATA, 0, 1, 1024 * 1024);
    for (int i = 1; i < 1025; i++) {
      frame(DATA, 0, 2 * i + 1, 1);
    }

    frame(DATA, 0, 1, 1024 * 1024);
  }

  @Test
  void takesHeadersForTheEndOfResponse() throws IOException {
    frame(DATA, 0, 3, 1024 * 1024 - 2000);
    frame(HEADERS, END_STREAM, 3, 1);
    frame(DATA, 0, 3, 1024 * 1024);

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 3, 1));
  }

  /** The flag has other meanings in other frames. */
  @Test
  void takesNoOtherFrameForTheEndOfResponse() throws IOException {
    frame(DATA, 0, 3, 1024 * 1024);
    frame(PING, END_STREAM, 3, 8);
    frame(CONTINUATION, END_STREAM, 3, 0);

    assertThatIOException().isThrownBy(() -> frame(DATA, 0, 3, 1));
  }

  @Test
  void countsOnlyFramesWithoutMessage() throws IOException {
    for (int i = 0; i < 10_001; i++) {
      frame(DATA, END_STREAM, 3, 1);
      frame(HEADERS, END_STREAM, 3, 1);
    }
    for (int i = 0; i < 10_000; i++) {
      frame(PING, 0, 0, 8);
    }

    assertThatIOException().isThrownBy(() -> frame(PING, 0, 0, 8));
  }

  /** OkHttp keeps each of them for the caller. */
  @Test
  void bearsNoHeadersWithoutEnd() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      frame(HEADERS, 0, 3, 24);
    }
    frame(HEADERS, 0, 5, 24);

    assertThatIOException()
        .isThrownBy(() -> frame(HEADERS, 0, 3, 24))
        .withMessage("An HTTP/2 response is longer than 1048576 bytes");
  }

  @Test
  void bearsOneMebibyteAStream() throws IOException {
    frame(DATA, 0, 3, 1024 * 1024 - 1);
    frame(DATA, 0, 5, 1024 * 1024);
    frame(RST_STREAM, 0, 5, 4);
    frame(DATA, 0, 5, 1024 * 1024);
    frame(DATA, END_STREAM, 3, 1);
    frame(DATA, 0, 3, 1024 * 1024);

    assertThatIOException()
        .isThrownBy(() -> frame(DATA, 0, 3, 1))
        .withMessage("An HTTP/2 response is longer than 1048576 bytes");
  }

  @Test
  void bearsOneHeaderBlockOfAQuarterMebibyte() throws IOException {
    frame(HEADERS, 0, 3, 1000);
    frame(CONTINUATION, 0, 3, 256 * 1024 - 1000);
    frame(HEADERS, 0, 5, 1000);
    frame(CONTINUATION, 0, 5, 256 * 1024 - 1000);

    assertThatIOException()
        .isThrownBy(() -> frame(CONTINUATION, 0, 5, 1))
        .withMessage("An HTTP/2 header block is longer than 262144 bytes");
  }

  @Test
  void bearsTenThousandControlFramesBetweenWrites() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      frame(PING, 0, 0, 8);
    }
    framing.writing();
    for (int i = 0; i < 5_000; i++) {
      frame(PING, 0, 0, 8);
      frame(DATA, 0, 3, 0);
      frame(DATA, 0, 3, 1);
    }

    assertThatIOException()
        .isThrownBy(() -> frame(CONTINUATION, 0, 3, 0))
        .withMessage("The server sent more than 10000 HTTP/2 control frames in a row");
  }

  private void frame(int type, int flags, int stream, int length) throws IOException {
    byte[] bytes = bytes(type, flags, stream, length);
    framing.received(bytes, 0, bytes.length);
  }

  private static byte[] bytes(int type, int flags, int stream, int length) {
    byte[] frame = new byte[9 + length];
    frame[0] = (byte) (length >> 16);
    frame[1] = (byte) (length >> 8);
    frame[2] = (byte) length;
    frame[3] = (byte) type;
    frame[4] = (byte) flags;
    frame[5] = (byte) (stream >> 24);
    frame[6] = (byte) (stream >> 16);
    frame[7] = (byte) (stream >> 8);
    frame[8] = (byte) stream;
    return frame;
  }
}
