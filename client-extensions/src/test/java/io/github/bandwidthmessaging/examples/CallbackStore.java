package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageReceived;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.callbacks.DeliveryErrorCode;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.Recipient;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Stores what callbacks report, in whichever order and however often they arrive. The maps stand
 * for the tables of a database.
 */
final class CallbackStore {
  /** The primary key of the table of deliveries. */
  record PrimaryKey(String message, String number) {}

  /** Its other columns. */
  record Row(String state, @Nullable Integer errorCode, @Nullable OffsetDateTime time) {
    static Row of(Recipient recipient) {
      DeliveryErrorCode error = recipient.error();
      return new Row(
          recipient.state().name(), error == null ? null : error.code(), recipient.time());
    }

    Recipient toRecipient() {
      return Recipient.of(
          DeliveryStatus.State.valueOf(state),
          errorCode == null ? null : DeliveryErrorCode.of(errorCode),
          time);
    }
  }

  final Map<PrimaryKey, Row> deliveries = new ConcurrentHashMap<>();
  final List<String> inbox = new CopyOnWriteArrayList<>();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final CallbackReceiver receiver;

  CallbackStore(CallbackReceiver receiver) {
    this.receiver = receiver;
  }

  CallbackReceiver.Reply post(@Nullable String authorization, InputStream body) throws IOException {
    CallbackReceiver.Reply reply = receiver.receive(authorization, body);
    for (MessageEvent event : reply.events()) {
      if (event instanceof MessageReceived received) {
        receive(received);
      }
    }
    DeliveryStatus.byMessage(reply.events()).values().forEach(this::update);
    return reply;
  }

  /** Merges the news into the rows; that a repeated event does so again changes nothing. */
  private void update(DeliveryStatus status) {
    status
        .recipients()
        .forEach(
            (number, news) ->
                deliveries.merge(
                    new PrimaryKey(status.id(), number),
                    Row.of(news),
                    (stored, row) -> Row.of(stored.toRecipient().merge(news))));
  }

  /** Takes a message once: a unique column refuses the key of a repeated event. */
  private void receive(MessageReceived event) {
    String key = CallbackReceiver.key(event);
    if (key == null || keys.add(key)) {
      inbox.add(event.message().from() + ": " + event.message().text());
    }
  }
}
