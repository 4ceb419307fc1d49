package io.github.bandwidthmessaging;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a message over, which writes it at most once and knows whether it has begun to.
 */
final class Attempt {
  private final int number;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean transientFailure;
  private volatile @Nullable String authorization;

  Attempt(int number) {
    this.number = number;
  }

  /** Counts from 1. */
  int number() {
    return number;
  }

  /** Whether the message may have left. */
  boolean hasBegun() {
    return begun.get();
  }

  /** Takes note that the server has not processed what was written, and says so. */
  void refusedUnread() {
    begun.set(false);
    transientFailure = true;
  }

  /** Whether the failure of an attempt that has not begun may pass. */
  boolean isTransient() {
    return transientFailure;
  }

  void setTransient(boolean isTransient) {
    transientFailure = isTransient;
  }

  /** The credentials that were sent, if it came to that. */
  @Nullable String authorization() {
    return authorization;
  }

  void setAuthorization(String authorization) {
    this.authorization = authorization;
  }

  /** The refusal to write the message once more. */
  static IOException secondCopy() {
    return new IOException("The message was already written once; it is not written again");
  }

  RequestBody once(RequestBody body) {
    return new RequestBody() {
      @Override
      public @Nullable MediaType contentType() {
        return body.contentType();
      }

      @Override
      public long contentLength() throws IOException {
        return body.contentLength();
      }

      /**
       * Keeps OkHttp from its own re-sends: on a stale connection, after 401, 408, 421, 503 and
       * redirects.
       */
      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        if (!begun.compareAndSet(false, true)) {
          throw secondCopy();
        }
        body.writeTo(sink);
      }
    };
  }
}
