package io.github.bandwidthmessaging.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Events from JSON, for tests that are not about HTTP. */
final class Events {
  private Events() {}

  static List<MessageEvent> read(String json) {
    Reply reply = receive(json);
    assertThat(reply.status()).as(json).isEqualTo(200);
    return reply.events();
  }

  static Reply receive(String json) {
    try {
      return CallbackReceiver.withoutCredentials()
          .receive(null, new ByteArrayInputStream(json.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
