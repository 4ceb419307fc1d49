package example;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Stores what Bandwidth reports. If the database fails, Bandwidth gets a 503 and repeats it. */
@RestController
class Callbacks {
  private final CallbackReceiver receiver;
  private final Messages messages;

  Callbacks(CallbackReceiver receiver, Messages messages) {
    this.receiver = receiver;
    this.messages = messages;
  }

  @PostMapping("/callbacks")
  @Transactional
  public ResponseEntity<Void> receive(
      @RequestHeader(required = false) String authorization, InputStream body) throws IOException {
    CallbackReceiver.Reply reply = receiver.receive(authorization, body);
    reply.events().forEach(this::store);
    return ResponseEntity.status(reply.status())
        .headers(headers -> reply.headers().forEach(headers::set))
        .build();
  }

  private void store(MessageEvent event) {
    Message message = event.message();
    String key = CallbackReceiver.key(event);
    if (message == null || key != null && !messages.add(key, event.type(), message)) {
      return;
    }
    DeliveryStatus status = DeliveryStatus.byMessage(List.of(event)).get(message.id());
    if (status != null && status.tag() != null) {
      status.recipients().values().forEach(news -> messages.reported(message, news));
    }
  }
}
