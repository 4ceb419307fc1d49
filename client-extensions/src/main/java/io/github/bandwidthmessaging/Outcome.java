package io.github.bandwidthmessaging;

/** What became of a message. */
public enum Outcome {
  /**
   * Bandwidth does not have the message: it never left, or it was refused. Sending it again cannot
   * double it.
   */
  NOT_SENT,

  /** Bandwidth has accepted the message. Sending it again delivers and bills it twice. */
  SENT,

  /**
   * Bandwidth may have the message. Sending it again may deliver and bill it twice, so first look
   * for its tag in the callbacks or in the Dashboard.
   */
  UNKNOWN
}
