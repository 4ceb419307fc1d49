package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.check.documentation.Documentation;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Refusal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What responds to the tests. The tests are the same in each place; its abilities differ. */
abstract class Place {
  private static final JsonMapper JSON = new JsonMapper();

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

  /** Where documented responses can be requested and invalid requests can be tried. */
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
     * @param violations what Prism says about it, which proves that it refuses for the right reason
     */
    abstract void assertRefused(RawRequest request, int status, String error, String... violations);

    /** Sends a request that must be refused, and returns what is wrong. */
    abstract List<String> refusal(Refusal refusal);

    /** Returns whether a response can be requested here. */
    boolean has(Operation.DocumentedResponse documented) {
      return true;
    }

    static List<String> problems(
        Refusal refusal, int status, HttpResponse<String> response, JsonNode violations) {
      List<String> problems = new ArrayList<>();
      if (response.statusCode() != status) {
        problems.add("Prism returns %d instead of %d".formatted(response.statusCode(), status));
      }
      // It shows the beginning of a long list; a proxy shows all of it.
      boolean found =
          refusal.request().operation().method().equals("head")
              || violations.asText().startsWith("Too many violations!")
              || violations
                  .valueStream()
                  .anyMatch(
                      violation ->
                          violation.path("code").asText().equals(refusal.code())
                              && isAt(violation.path("location"), refusal.location())
                              && violation.path("message").asText().contains(refusal.word()));
      if (!found) {
        problems.add(
            "Prism does not find %s at %s: %s"
                .formatted(refusal.code(), refusal.location(), violations));
      }
      return problems;
    }

    /** Returns what is wrong where Prism refuses with its own errors. */
    static List<String> problems(Refusal refusal, int status, HttpResponse<String> response) {
      JsonNode body = json(response.body());
      // Without credentials, or the right media type, it gives no list, only one sentence.
      return List.of("401", "415").contains(refusal.code())
              && String.valueOf(response.statusCode()).equals(refusal.code())
              && body.toString().contains(refusal.word())
          ? new ArrayList<>()
          : problems(refusal, status, response, body.path("validation"));
    }

    /** Only a mock begins with the request. */
    private static boolean isAt(JsonNode found, List<String> location) {
      List<String> names = found.valueStream().map(JsonNode::asText).toList();
      return names.equals(location)
          || names.equals(Stream.concat(Stream.of("request"), location.stream()).toList());
    }

    static JsonNode json(String text) {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        return JSON.getNodeFactory().textNode(text);
      }
    }

    @Override
    final MessagingClient client() {
      return clientBuilder().build();
    }

    final MessagingClient.Builder clientBuilder() {
      return MessagingClient.builder()
          .accountId(DocumentedMessage.ACCOUNT_ID)
          .credentials(Credentials.basic("username", "password"))
          .baseUrl(prism.url().toString());
    }

    @Override
    final MessageRequest textMessage(MessagingClient client) {
      return DocumentedMessage.TEXT_MESSAGE.request();
    }
  }

  /** Prism returns what the document says. */
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

    /** A mock refuses with the document's errors. */
    @Override
    List<String> refusal(Refusal refusal) {
      HttpResponse<String> response = prism.send(refusal.request());
      Optional<String> violations = response.headers().firstValue("sl-violations");
      if (violations.isEmpty()) {
        // The document has no response of this status.
        return problems(refusal, refusal.status(), response);
      }
      List<String> problems = problems(refusal, refusal.status(), response, json(violations.get()));
      List<JsonNode> documented =
          refusal.request().operation().responses().stream()
              .filter(it -> it.status() == refusal.status())
              .map(Operation.DocumentedResponse::value)
              .filter(value -> !value.isMissingNode())
              .toList();
      if (!documented.isEmpty() && !documented.contains(json(response.body()))) {
        problems.add("Prism returns " + response.body() + ", which is not documented");
      }
      return problems;
    }
  }

  /** A service responds as the documentation says, and Prism checks both directions. */
  static final class Proxy extends Rehearsal {
    final DocumentedService service;

    Proxy(Prism prism, DocumentedService service) {
      super("proxy", prism);
      this.service = service;
    }

    /** A proxy refuses with its own errors, and lets nothing through. */
    @Override
    void assertRefused(RawRequest request, int status, String error, String... violations) {
      int requests = service.requests();
      HttpResponse<String> response = prism.send(request);
      assertThat(response.statusCode()).isEqualTo(status == 401 ? 401 : 422);
      assertThat(response.body()).contains(violations);
      assertThat(service.requests()).isEqualTo(requests);
    }

    /** A proxy follows redirects. */
    @Override
    boolean has(Operation.DocumentedResponse documented) {
      return documented.status() / 100 != 3;
    }

    @Override
    List<String> refusal(Refusal refusal) {
      int requests = service.requests();
      HttpResponse<String> response = prism.send(refusal.request());
      int status = refusal.code().equals("401") ? 401 : 422;
      List<String> problems = problems(refusal, status, response);
      if (service.requests() != requests) {
        problems.add("Prism lets it through");
      }
      return problems;
    }
  }

  /** Bandwidth itself, which is used only on request. */
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
