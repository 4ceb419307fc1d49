package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.Message;
import okhttp3.Headers;

/** Bandwidth's answer to a message that it accepted, with what HTTP has to say about it. */
public final class Receipt {
  private final Message message;
  private final HttpResponse response;
  private final int attempts;

  Receipt(Message message, HttpResponse response, int attempts) {
    this.message = message;
    this.response = response;
    this.attempts = attempts;
  }

  /**
   * Returns the message as Bandwidth has queued it.
   *
   * @return the message, with an id; a property of another JSON type than documented is left out
   */
  public Message message() {
    return message;
  }

  /**
   * Returns the HTTP status.
   *
   * @return a 2xx, as a rule 202
   */
  public int status() {
    return response.status();
  }

  /**
   * Returns the headers of the answer.
   *
   * @return the headers as they came
   */
  public Headers headers() {
    return response.headers();
  }

  /**
   * Returns the body of the answer, which quotes the message.
   *
   * @return the body as it came
   */
  public String body() {
    return response.body();
  }

  /**
   * Returns how often sending was tried.
   *
   * @return the number of attempts, at least 1, of which only the last sent the message
   */
  public int attempts() {
    return attempts;
  }

  /** Returns status, id and attempts, without the message's content. */
  @Override
  public String toString() {
    return "Receipt[status=" + status() + ", id=" + message.id() + ", attempts=" + attempts + "]";
  }
}
