package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** An SMS or MMS, to one recipient or a group. */
record OutgoingMessage(MessageRequest request) implements Outgoing<SendResult> {
  static final String ROUTE = "POST /users/{accountId}/messages -> ";

  private static final ResponseReader<Message> RESPONSES =
      new ResponseReader<>(Message.jsonAdapter(), Message::id);

  @Override
  public String operation() {
    return "createMessage";
  }

  @Override
  public String route() {
    return ROUTE;
  }

  @Override
  public boolean hasEnvelope() {
    return false;
  }

  @Override
  public List<Violation> errors(InstantSource clock) {
    return MessageCheck.of(request, clock).errors();
  }

  @Override
  public List<@Nullable String> contents() {
    List<@Nullable String> contents = new ArrayList<>();
    contents.add(request.from());
    contents.add(request.text());
    contents.add(request.tag());
    if (request.to() != null) {
      contents.addAll(request.recipients());
    }
    if (request.media() != null) {
      request.media().forEach(url -> contents.add(String.valueOf(url)));
    }
    return contents;
  }

  @Override
  public Request.Builder request(MessagingClient client, String accountId) {
    return client.requests.createMessage(accountId, request);
  }

  @Override
  public @Nullable Sent<SendResult> read(HttpResponse response, int attempts) throws IOException {
    Message message = RESPONSES.read(response.json());
    return message == null
        ? null
        : new Sent<>(new SendResult(message, response, attempts), message.id(), response.status());
  }

  @Override
  public @Nullable String findId(ByteString json) {
    return ResponseReader.findId(json, "id");
  }

  @Override
  public String toString() {
    return request.toString();
  }
}
