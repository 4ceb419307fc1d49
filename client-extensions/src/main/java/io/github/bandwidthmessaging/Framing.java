package io.github.bandwidthmessaging;

import java.io.IOException;

/**
 * Follows what a server sends on a connection. It tells whether all of it belongs to responses that
 * have ended, and bounds what OkHttp would otherwise buffer without end.
 */
interface Framing {
  /** Called before the client writes. */
  void writing();

  /**
   * Called with bytes from the server before OkHttp sees them.
   *
   * @throws IOException if the server sends more than a client should accept
   */
  void received(byte[] bytes, int offset, int length) throws IOException;

  /** Returns whether every byte so far belongs to a response that has ended. */
  boolean isBetweenResponses();
}
