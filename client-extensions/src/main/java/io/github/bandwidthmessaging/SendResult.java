package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.Message;
import java.util.List;
import java.util.Map;

/**
 * A message that Bandwidth has accepted, with the response that says so. Whether the message
 * reaches a phone is reported later, to the callback URL of the application.
 */
public final class SendResult {
  private final Message message;
  private final HttpResponse response;
  private final int attempts;

  SendResult(Message message, HttpResponse response, int attempts) {
    this.message = message;
    this.response = response;
    this.attempts = attempts;
  }

  /**
   * Returns the ID that Bandwidth gave to the message. Callbacks repeat it.
   *
   * @return the ID
   */
  public String id() {
    return message.id();
  }

  /**
   * Returns the message as Bandwidth queued it.
   *
   * @return the message; a property whose JSON type is not the documented one is left out
   */
  public Message message() {
    return message;
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
    return "SendResult[id=" + id() + ", status=" + status() + ", attempts=" + attempts + "]";
  }
}
