package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.check.documentation.Documentation;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.net.http.HttpResponse;

/** What answers the tests. The tests are the same in each place; what it can do differs. */
abstract class Place {
  private final String name;

  private Place(String name) {
    this.name = name;
  }

  abstract MessagingClient client();

  /** Returns a text message that this client may send here. */
  abstract MessageRequest textMessage(MessagingClient client);

  @Override
  public String toString() {
    return name;
  }

  /** Where documented answers can be asked for and wrong requests can be tried. */
  abstract static class Rehearsal extends Place {
    final Prism prism;

    private Rehearsal(String name, Prism prism) {
      super(name);
      this.prism = prism;
    }

    /**
     * Sends a request that must be refused.
     *
     * @param status the documented status
     * @param error the documented error, in documentation/errors
     * @param violations what Prism says of it, which proves that it refuses for the right reason
     */
    abstract void assertRefused(RawRequest request, int status, String error, String... violations);

    @Override
    final MessagingClient client() {
      return clientBuilder().build();
    }

    final MessagingClient.Builder clientBuilder() {
      return MessagingClient.builder()
          .accountId(RawRequest.ACCOUNT_ID)
          .credentials(Credentials.basic("username", "password"))
          .baseUrl(prism.url().toString());
    }

    @Override
    final MessageRequest textMessage(MessagingClient client) {
      return DocumentedMessage.TEXT_MESSAGE.request();
    }
  }

  /** Prism answers what the document says. */
  static final class Mock extends Rehearsal {
    Mock(Prism prism) {
      super("mock", prism);
    }

    @Override
    void assertRefused(RawRequest request, int status, String error, String... violations) {
      HttpResponse<String> response = prism.send(request);
      assertThat(response.statusCode()).isEqualTo(status);
      assertThatJson(response.body())
          .isEqualTo(Documentation.read("errors/" + status + "-" + error + ".json"));
      assertThat(response.headers().allValues("sl-violations"))
          .singleElement()
          .asString()
          .contains(violations);
    }
  }

  /** A service answers what the documentation says, and Prism checks both directions. */
  static final class Proxy extends Rehearsal {
    final DocumentedService service;

    Proxy(Prism prism, DocumentedService service) {
      super("proxy", prism);
      this.service = service;
    }

    /** A proxy refuses in words of its own, and lets nothing through. */
    @Override
    void assertRefused(RawRequest request, int status, String error, String... violations) {
      int requests = service.requests();
      HttpResponse<String> response = prism.send(request);
      assertThat(response.statusCode()).isEqualTo(status == 401 ? 401 : 422);
      assertThat(response.body()).contains(violations);
      assertThat(service.requests()).isEqualTo(requests);
    }
  }

  /** Bandwidth itself, which is left alone unless someone asks. */
  static final class Real extends Place {
    private final RealService service;

    Real(RealService service) {
      super("real service");
      this.service = service;
    }

    @Override
    MessagingClient client() {
      assumeTrue(
          service.isWanted(),
          "The real service is left alone; -Dreal sends one text message to it");
      return service.client();
    }

    @Override
    MessageRequest textMessage(MessagingClient client) {
      return service.text(client);
    }
  }
}
