package io.github.bandwidthmessaging;

/** A socket whose streams are checked. */
interface CheckedConnection {
  CheckedStreams streams();
}
