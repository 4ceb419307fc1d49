package io.github.bandwidthmessaging.contract.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.check.documentation.Documentation;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for Bandwidth, to stand behind a proxy. It takes every message and answers from the
 * documentation, not from the document: what a {@code Prefer} header asks for, as Prism does, or
 * else a receipt that repeats the request.
 */
final class DocumentedService implements AutoCloseable {
  record Answer(int status, String contentType, String body) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PREFERENCE =
      Pattern.compile("(?:code=(\\d+))?(?:, )?(?:example=(\\w+))?");

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicReference<UnaryOperator<Answer>> change =
      new AtomicReference<>(UnaryOperator.identity());

  private DocumentedService(HttpServer server) {
    this.server = server;
  }

  static DocumentedService start() {
    try {
      DocumentedService service =
          new DocumentedService(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      service.server.createContext(
          "/api/v2/users/" + RawRequest.ACCOUNT_ID + "/messages", service::handle);
      service.server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2";
  }

  /** Lets the next answer be another than the documented one. */
  void changeNext(UnaryOperator<Answer> nextChange) {
    change.set(nextChange);
  }

  /** Returns how many requests have come. */
  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      JsonNode request = JSON.readTree(exchange.getRequestBody());
      Answer answer =
          change
              .getAndSet(UnaryOperator.identity())
              .apply(answer(request, exchange.getRequestHeaders().getFirst("Prefer")));
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Answer answer(JsonNode request, @Nullable String preference) {
    Matcher asked = PREFERENCE.matcher(preference == null ? "" : preference);
    if (!asked.matches()) {
      throw new IllegalArgumentException("Prefer: " + preference);
    }
    String status = asked.group(1);
    String example = asked.group(2);
    if (status == null) {
      return answer(
          202,
          example == null
              ? receipt(request).toString()
              : Documentation.read(example + "/response.json"));
    }
    return answer(
        Integer.parseInt(status),
        example == null
            ? error(status).toString()
            : Documentation.read("errors/%s-%s.json".formatted(status, example)));
  }

  private static Answer answer(int status, String body) {
    return new Answer(status, "application/json; charset=utf-8", body);
  }

  private static ObjectNode receipt(JsonNode request) {
    ObjectNode receipt = request.deepCopy();
    if (request.path("to").isTextual()) {
      receipt.putArray("to").add(request.get("to"));
    }
    return receipt
        .put("id", "14762070468292kw2fuqty55yp2b2")
        .put("owner", request.path("from").asText())
        .put("time", "2016-09-14T18:20:16Z")
        .put("direction", "out")
        .put("segmentCount", 1);
  }

  /** What is documented of the errors that have no example: their fields. */
  private static ObjectNode error(String status) {
    ObjectNode error =
        JSON.createObjectNode().put("type", "status-" + status).put("description", "Refused");
    error.putArray("fieldErrors").addObject().put("fieldName", "to").put("description", "Wrong");
    return error;
  }
}
