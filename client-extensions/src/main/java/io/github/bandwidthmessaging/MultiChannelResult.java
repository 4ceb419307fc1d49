package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.MultiChannelErrorDetail;
import io.github.bandwidthmessaging.api.MultiChannelMessage;
import io.github.bandwidthmessaging.api.MultiChannelMessageResponse;
import java.util.List;
import java.util.Map;

/**
 * A multi-channel message that Bandwidth has accepted, with the response that says so. Which
 * channel it takes, and whether it reaches a phone, is reported later, to the callback URL of the
 * application.
 *
 * <p><b>Beta:</b> Bandwidth can still change this operation, and this class with it.
 */
public final class MultiChannelResult {
  private final MultiChannelMessageResponse envelope;
  private final HttpResponse response;
  private final int attempts;

  MultiChannelResult(MultiChannelMessageResponse envelope, HttpResponse response, int attempts) {
    this.envelope = envelope;
    this.response = response;
    this.attempts = attempts;
  }

  /**
   * Returns the ID that Bandwidth gave to the message. Callbacks repeat it.
   *
   * @return the ID
   */
  public String id() {
    return message().id();
  }

  /**
   * Returns the message as Bandwidth queued it.
   *
   * @return the message; a property whose JSON type is not the documented one is left out
   */
  public MultiChannelMessage message() {
    return envelope.data();
  }

  /**
   * Returns the errors that Bandwidth reports although it accepted the message. Bandwidth does not
   * document when it does so.
   *
   * @return the errors in the response, normally none
   */
  public List<MultiChannelErrorDetail> errors() {
    List<MultiChannelErrorDetail> errors = envelope.errors();
    return errors == null ? List.of() : errors;
  }

  /**
   * Returns the number of attempts that were made.
   *
   * @return the attempts, at least 1; only the last one sent the message
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns the HTTP status.
   *
   * @return a 2xx, normally 202
   */
  public int status() {
    return response.status();
  }

  /**
   * Returns the headers of the response.
   *
   * @return the values by name (not case-sensitive)
   */
  public Map<String, List<String>> headers() {
    return response.headersByName();
  }

  /**
   * Returns the body of the response, which quotes the message.
   *
   * @return the body as received
   */
  public String body() {
    return response.body();
  }

  /** Returns the ID, status, and number of attempts, without the message's content. */
  @Override
  public String toString() {
    return "MultiChannelResult[id="
        + id()
        + ", status="
        + status()
        + ", attempts="
        + attempts
        + "]";
  }
}
