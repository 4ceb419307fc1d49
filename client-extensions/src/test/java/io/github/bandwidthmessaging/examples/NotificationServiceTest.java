package io.github.bandwidthmessaging.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests an application that sends messages, without a network, a mock or a wait. */
class NotificationServiceTest {
  private static final PhoneNumber CUSTOMER = PhoneNumber.of("+12345678902");

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  @AutoClose private final MessagingClient client = bandwidth.clientBuilder().build();
  private final Map<String, String> emails = new HashMap<>();
  private final NotificationService service =
      new NotificationService(client, client.sender("+12345678901"), emails::put);

  @Test
  void textsCustomer() {
    service.orderShipped("A-1001", CUSTOMER);

    assertThat(bandwidth.onlySent().recipients()).containsExactly(CUSTOMER.value());
    assertThat(bandwidth.onlySent().text()).isEqualTo("Your order A-1001 has shipped.");
    assertThat(emails).isEmpty();
  }

  @Test
  void retriesWhileQueueIsFull() {
    bandwidth.failNext(Fault.QUEUE_FULL, Fault.QUEUE_FULL);

    service.orderShipped("A-1001", CUSTOMER);

    assertThat(bandwidth.sent()).hasSize(1);
    assertThat(emails).isEmpty();
  }

  @Test
  void emailsIfTextIsRefused() {
    bandwidth.failNext(Fault.FORBIDDEN);

    service.orderShipped("A-1001", CUSTOMER);

    assertThat(bandwidth.sent()).isEmpty();
    assertThat(emails).containsEntry("A-1001", "Your order A-1001 has shipped.");
  }

  @Test
  void sendsNoEmailIfTextMightHaveBeenSent() {
    bandwidth.failNext(Fault.HANG_UP);

    service.orderShipped("A-1001", CUSTOMER);

    assertThat(bandwidth.sent()).hasSize(1);
    assertThat(emails).isEmpty();
  }
}
