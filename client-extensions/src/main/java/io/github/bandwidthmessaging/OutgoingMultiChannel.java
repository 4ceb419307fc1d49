package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.MultiChannelMessageResponse;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A message by the first of several channels that works. */
record OutgoingMultiChannel(MultiChannelRequest request) implements Outgoing<MultiChannelResult> {
  private static final ResponseReader<MultiChannelMessageResponse> RESPONSES =
      new ResponseReader<>(
          MultiChannelMessageResponse.jsonAdapter(),
          response -> response.data() == null ? null : response.data().id());

  @Override
  public String operation() {
    return "createMultiChannelMessage";
  }

  @Override
  public String route() {
    return "POST /users/{accountId}/messages/multiChannel -> ";
  }

  @Override
  public boolean hasEnvelope() {
    return true;
  }

  @Override
  public List<Violation> errors(InstantSource clock) {
    return new MultiChannelCheck(request.message()).errors(clock);
  }

  @Override
  public List<String> contents() {
    return new MultiChannelCheck(request.message()).contents();
  }

  @Override
  public Request.Builder request(MessagingClient client, String accountId) {
    return client.requests.createMultiChannelMessage(accountId, request.message());
  }

  @Override
  public @Nullable Sent<MultiChannelResult> read(HttpResponse response, int attempts)
      throws IOException {
    MultiChannelMessageResponse envelope = RESPONSES.read(response.json());
    return envelope == null
        ? null
        : new Sent<>(
            new MultiChannelResult(envelope, response, attempts),
            envelope.data().id(),
            response.status());
  }

  @Override
  public @Nullable String findId(ByteString json) {
    return ResponseReader.findId(json, "data", "id");
  }

  @Override
  public String toString() {
    return request.toString();
  }
}
