package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.SendResult;
import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import org.junit.jupiter.api.Test;

/** The one message that may be sent everywhere. */
@InPlaces(real = true)
final class TextMessageTest {
  private final Place place;

  TextMessageTest(Place place) {
    this.place = place;
  }

  @Test
  void isAcceptedWithResponseThatRepeatsIt() throws Exception {
    try (MessagingClient client = place.client()) {
      MessageRequest request = place.textMessage(client).withTag("test message");

      SendResult sent = client.send(request);

      assertThat(sent.status()).isEqualTo(202);
      assertThat(
              new DocumentSchema(Document.read().json(), "Message")
                  .violations(new ObjectMapper().readTree(sent.body())))
          .isEmpty();
      Message message = sent.message();
      assertThat(message.id()).isNotBlank();
      assertThat(message.owner()).isEqualTo(request.from());
      assertThat(message.time()).isNotNull();
      assertThat(message.direction()).isEqualTo(Direction.OUT);
      assertThat(message.to()).isEqualTo(request.recipients());
      assertThat(message.from()).isEqualTo(request.from());
      assertThat(message.text()).isEqualTo(request.text());
      assertThat(message.applicationId()).isEqualTo(request.applicationId());
      assertThat(message.tag()).isEqualTo(request.tag());
      assertThat(message.segmentCount()).isEqualTo(1);
    }
  }
}
