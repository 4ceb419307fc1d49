package io.github.bandwidthmessaging;

/**
 * HTTP Basic authentication.
 *
 * @param authorization the value of the header, which can be decoded
 */
record Basic(String authorization) implements Credentials {
  @Override
  public String toString() {
    return "Basic";
  }
}
