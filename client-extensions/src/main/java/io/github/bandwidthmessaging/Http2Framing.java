package io.github.bandwidthmessaging;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Bounds what a server can make OkHttp buffer on an HTTP/2 connection (RFC 9113, 10.5): header
 * blocks, responses, and frames that ask for a reply. Streams keep responses apart, so there is
 * nothing else to follow.
 */
final class Http2Framing implements Framing {
  private static final int MAX_HEADER_BLOCK = 256 * 1024;
  private static final int MAX_RESPONSE = 1024 * 1024;
  private static final int MAX_RESPONSES = 1024;

  /** What OkHttp keeps of a header block besides its bytes: any number can come before a body. */
  private static final int HEADERS_OVERHEAD = 1024;

  private static final int MAX_CONTROL_FRAMES = 10_000;

  /** How long a server may send nothing at all while a message waits for its response. */
  private static final long MAX_SILENCE = TimeUnit.SECONDS.toNanos(30);

  private static final int FRAME_HEADER = 9;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int CONTINUATION = 9;
  private static final int END_STREAM = 1;

  private final LongSupplier nanoTime;
  private final int[] head = new int[FRAME_HEADER];

  /** How much of the response of each stream came; one that the client has reset never ends. */
  private final Map<Integer, Integer> responses =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
          return size() > MAX_RESPONSES;
        }
      };

  private int headLength;
  private int remaining;
  private int headerBlock;
  private volatile int controlFrames;
  private volatile boolean isWaiting;
  private volatile long waitingSince;

  Http2Framing() {
    this(System::nanoTime);
  }

  Http2Framing(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Returns whether another message can be written. OkHttp reads all the time, and so notices the
   * end of a connection, but not that its other side is gone without a word.
   */
  boolean isReady() {
    long now = nanoTime.getAsLong();
    if (!isWaiting) {
      waitingSince = now;
      isWaiting = true;
    }
    return now - waitingSince < MAX_SILENCE;
  }

  @Override
  public void writing() {
    controlFrames = 0;
  }

  @Override
  public boolean isBetweenResponses() {
    return true;
  }

  @Override
  public void received(byte[] bytes, int offset, int length) throws IOException {
    isWaiting = false;
    int end = offset + length;
    for (int i = offset; i < end; ) {
      if (headLength < FRAME_HEADER) {
        head[headLength++] = bytes[i++] & 0xff;
        if (headLength == FRAME_HEADER) {
          remaining = head[0] << 16 | head[1] << 8 | head[2];
          frame();
        }
      } else {
        int skipped = Math.min(remaining, end - i);
        i += skipped;
        remaining -= skipped;
      }
      if (headLength == FRAME_HEADER && remaining == 0) {
        headLength = 0;
      }
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread counts; a lost reset is made up soon.
  private void frame() throws IOException {
    int type = head[3];
    int stream = head[5] << 24 | head[6] << 16 | head[7] << 8 | head[8];
    boolean ends = (type == DATA || type == HEADERS) && (head[4] & END_STREAM) != 0;
    if (type == DATA || type == HEADERS || type == CONTINUATION) {
      int length = type == HEADERS ? remaining + HEADERS_OVERHEAD : remaining;
      check(
          responses.merge(stream, length, Integer::sum) <= MAX_RESPONSE, "response", MAX_RESPONSE);
    }
    if (type == HEADERS || type == CONTINUATION) {
      headerBlock = type == HEADERS ? remaining : headerBlock + remaining;
      check(headerBlock <= MAX_HEADER_BLOCK, "header block", MAX_HEADER_BLOCK);
    }
    if (ends || type == RST_STREAM) {
      responses.remove(stream);
    }
    // Empty frames of every kind cost the server little and the client a reply or an entry.
    boolean isMessage = remaining > 0 && (type == DATA || type == HEADERS);
    if (!isMessage && ++controlFrames > MAX_CONTROL_FRAMES) {
      throw new IOException(
          "The server sent more than " + MAX_CONTROL_FRAMES + " HTTP/2 control frames in a row");
    }
  }

  private static void check(boolean holds, String what, int limit) throws IOException {
    if (!holds) {
      throw new IOException("An HTTP/2 " + what + " is longer than " + limit + " bytes");
    }
  }
}
