package io.github.bandwidthmessaging.contract.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.Documentation;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import io.github.bandwidthmessaging.contract.operation.PrismCopy;
import io.github.bandwidthmessaging.contract.operation.SchemaValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the service behind a proxy. It accepts every request and responds with what a
 * {@code Prefer} header asks for, as Prism does: a documented example, or else values made up from
 * the schema. It responds to messages from the documentation, not from the document; without an
 * example, with a receipt that repeats the request.
 */
final class DocumentedService implements AutoCloseable {
  record Response(
      int status, @Nullable String contentType, String body, Map<String, String> headers) {
    Response(int status, @Nullable String contentType, String body) {
      this(status, contentType, body, Map.of());
    }
  }

  private static final String MESSAGES = "createMessage";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PREFERENCE =
      Pattern.compile("(?:code=(\\d+))?(?:, )?(?:example=(\\w+))?");

  private final Operations operations;
  private final String basePath;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicReference<UnaryOperator<Response>> change =
      new AtomicReference<>(UnaryOperator.identity());

  private DocumentedService(Operations operations, HttpServer server) {
    this.operations = operations;
    this.basePath = URI.create(operations.server()).getPath();
    this.server = server;
  }

  /** Starts a service that has the operations of a document. */
  static DocumentedService start(Document document) {
    try {
      DocumentedService service =
          new DocumentedService(
              Operations.of(document.json()),
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      service.server.createContext("/", service::handle);
      service.server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + basePath;
  }

  /** Replaces the next response, which would be the documented one. */
  void changeNext(UnaryOperator<Response> nextChange) {
    change.set(nextChange);
  }

  /** Returns how many requests have arrived. */
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
      byte[] request = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getRawPath();
      Operation operation =
          operations.all().stream()
              .filter(it -> it.isAt(exchange.getRequestMethod(), path.substring(basePath.length())))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("No operation is at " + path));
      Response response =
          change
              .getAndSet(UnaryOperator.identity())
              .apply(response(operation, request, exchange.getRequestHeaders()));
      byte[] body = response.body().getBytes(UTF_8);
      if (response.contentType() != null) {
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
      }
      response.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Response response(Operation operation, byte[] request, Headers headers)
      throws IOException {
    String preference = headers.getFirst("Prefer");
    Matcher asked = PREFERENCE.matcher(preference == null ? "" : preference);
    if (!asked.matches()) {
      throw new IllegalArgumentException("Prefer: " + preference);
    }
    int status = asked.group(1) == null ? operation.success() : Integer.parseInt(asked.group(1));
    String example = asked.group(2);
    if (operation.id().equals(MESSAGES)) {
      Optional<Response> documented = ofMessages(operation, request, status, example);
      if (documented.isPresent()) {
        return documented.get();
      }
    }
    List<Operation.DocumentedResponse> responses =
        operation.responses().stream()
            .filter(it -> it.status() == status && Objects.equals(it.example(), example))
            .toList();
    Operation.DocumentedResponse found =
        responses.stream()
            .filter(it -> Objects.equals(it.mediaType(), headers.getFirst("Accept")))
            .findFirst()
            .or(() -> responses.stream().findFirst())
            .orElseThrow(
                () -> new IllegalArgumentException(operation + " has no response " + preference));
    SchemaValues values = SchemaValues.ofPlainTexts(operation.document(), new Random(1));
    Map<String, String> documented = new HashMap<>();
    found
        .headers()
        .forEach(
            (name, header) ->
                documented.put(
                    name,
                    (header.has("example")
                            ? header.get("example")
                            : values.value(header.path("schema")))
                        .asText()));
    if (found.mediaType() == null) {
      return new Response(status, null, "", documented);
    }
    JsonNode body =
        found.value().isMissingNode()
            ? new SchemaValues(operation.document(), new Random(1)).value(found.schema())
            : found.value();
    return new Response(
        status,
        PrismCopy.mediaType(found.mediaType(), found.schema()),
        Operation.isJson(found.mediaType()) ? body.toString() : body.asText(),
        documented);
  }

  /** Returns what the documentation has; an example can be in the document only. */
  private static Optional<Response> ofMessages(
      Operation operation, byte[] request, int status, @Nullable String example)
      throws IOException {
    boolean accepted = status == operation.success();
    if (example != null) {
      String file =
          accepted ? example + "/response.json" : "errors/%d-%s.json".formatted(status, example);
      return Documentation.has(file)
          ? Optional.of(ofMessages(status, Documentation.read(file)))
          : Optional.empty();
    }
    return Optional.of(
        ofMessages(
            status, (accepted ? receipt(JSON.readTree(request)) : error(status)).toString()));
  }

  private static Response ofMessages(int status, String body) {
    return new Response(status, "application/json; charset=utf-8", body);
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

  /** What is documented about errors without an example: their fields. */
  private static ObjectNode error(int status) {
    ObjectNode error =
        JSON.createObjectNode().put("type", "status-" + status).put("description", "Refused");
    error.putArray("fieldErrors").addObject().put("fieldName", "to").put("description", "Wrong");
    return error;
  }
}
