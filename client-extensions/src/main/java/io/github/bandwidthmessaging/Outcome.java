package io.github.bandwidthmessaging;

/** What became of a message. */
public enum Outcome {
  /**
   * Bandwidth does not have the message: it was never written, or it was refused. Sending it again
   * cannot deliver it twice.
   */
  NOT_SENT,

  /** Bandwidth has accepted the message. Sending it again delivers and bills it twice. */
  SENT,

  /**
   * Bandwidth might have the message. Sending it again might deliver and bill it twice, so first
   * look for it in the callbacks, by its tag, or in the Dashboard.
   */
  UNKNOWN
}
