package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.Batch;
import io.github.bandwidthmessaging.BatchOptions;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.RequestOptions;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.util.Collection;

/** Sends for many tenants, each from an account of its own, with one client. */
final class Platform {
  record Tenant(String accountId, Sender sender) {
    RequestOptions options() {
      return RequestOptions.none().withAccountId(accountId);
    }
  }

  private final MessagingClient client;

  Platform(MessagingClient client) {
    this.client = client;
  }

  String send(Tenant tenant, PhoneNumber to, String text) {
    return client.send(tenant.sender().text(to, text), tenant.options()).id();
  }

  /** Sends a text to each number, and returns how many messages Bandwidth accepted. */
  int sendAll(Tenant tenant, Collection<PhoneNumber> to, String text) {
    BatchOptions options = BatchOptions.defaults().withRequestOptions(tenant.options());
    int accepted = 0;
    try (Batch<MessageRequest> batch =
        client.sendAll(tenant.sender().individually(to, text), options)) {
      for (Batch.Result<MessageRequest> result : batch) {
        accepted += result.sent() == null ? 0 : 1;
      }
    }
    return accepted;
  }
}
