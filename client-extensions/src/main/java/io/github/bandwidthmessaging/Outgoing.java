package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent: what differs between a message and a multi-channel message. Everything else
 * is the same, above all that it is sent at most once.
 *
 * @param <R> the type of its result
 */
interface Outgoing<R> {
  /** The result of a message that was accepted, with what a listener is told. */
  record Sent<R>(R result, String id, int status) {}

  /** Returns the operation, as the OpenAPI document names it. */
  String operation();

  /** Returns the beginning of what a failure says. */
  String route();

  /** Whether the bodies of responses are envelopes, with the message or the errors inside. */
  boolean hasEnvelope();

  /** Returns the rules that the message breaks; if there are any, it is not sent. */
  List<Violation> errors(InstantSource clock);

  /** Returns what no exception may quote. */
  Collection<? extends @Nullable String> contents();

  /** Returns the HTTP request. */
  Request.Builder request(MessagingClient client, String accountId);

  /** Returns the result in a 2xx, or null if there is no message with an ID in it. */
  @Nullable Sent<R> read(HttpResponse response, int attempts) throws IOException;

  /** Returns the ID in as much of a response as arrived. */
  @Nullable String findId(ByteString json);
}
