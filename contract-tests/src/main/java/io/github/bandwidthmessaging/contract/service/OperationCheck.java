package io.github.bandwidthmessaging.contract.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.contract.operation.Body;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import io.github.bandwidthmessaging.contract.operation.Refusal;
import io.github.bandwidthmessaging.contract.operation.SameJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * Checks a generated client and the operations of its document against each other in a place. Each
 * fault is reported in a sentence.
 */
public final class OperationCheck implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final GeneratedApi api;
  private final Place.Rehearsal place;
  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();

  OperationCheck(GeneratedApi api, Place.Rehearsal place) {
    this.api = api;
    this.place = place;
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
  }

  /** Checks everything about an operation. */
  List<String> all(Operation operation) {
    List<String> problems = new ArrayList<>();
    operation.responses().forEach(documented -> problems.addAll(calls(operation, documented)));
    problems.addAll(additions(operation));
    Refusal.of(operation).forEach(refusal -> problems.addAll(refusal(refusal)));
    return problems;
  }

  /** Has the client send each documented request and read one documented response to each. */
  List<String> calls(Operation operation, Operation.DocumentedResponse documented) {
    List<String> problems = new ArrayList<>();
    boolean isCalled = false;
    for (Map.Entry<String, OperationRequest> request : operation.requests().entrySet()) {
      // A client has one media type for a body, and for a response of each status.
      if (api.canWrite(request.getValue())) {
        isCalled = true;
        if (api.canRead(operation, documented) && place.has(documented)) {
          call(request.getValue(), documented)
              .forEach(
                  problem ->
                      problems.add(
                          "%s, %s, %s: %s"
                              .formatted(operation.id(), request.getKey(), documented, problem)));
        }
      }
    }
    if (!isCalled) {
      problems.add(operation + ": the client can write no body that is documented");
    }
    return problems;
  }

  /**
   * Has the client read what the service might add to its responses one day, and write it again.
   */
  List<String> additions(Operation operation) {
    List<String> problems = new ArrayList<>();
    for (Operation.DocumentedResponse documented : operation.responses()) {
      Type type = api.responseType(operation, documented);
      if (type != null && documented.value() instanceof ObjectNode example) {
        ObjectNode more = example.deepCopy();
        more.putObject("addedByTheService").putArray("list").add(1).add("é");
        if (operation.validator(documented.schema()).violations(more).isEmpty()) {
          JsonNode written = read(type, more.toString());
          if (!SameJson.isSame(more, written)) {
            problems.add(
                "%s, %s: the client reads %s and writes %s"
                    .formatted(operation.id(), documented, more, written));
          }
        }
      }
    }
    return problems;
  }

  /** Has a request refused that the document forbids. */
  List<String> refusal(Refusal refusal) {
    return place.refusal(refusal).stream().map(problem -> refusal + ": " + problem).toList();
  }

  private List<String> call(OperationRequest request, Operation.DocumentedResponse documented) {
    Wire wire = new Wire();
    wire.prefer(documented.preference());
    OkHttpClient watched =
        http.newBuilder()
            .addInterceptor(chain -> chain.proceed(here(chain.request(), request.operation())))
            .addNetworkInterceptor(wire)
            .addNetworkInterceptor(
                chain -> chain.proceed(asked(chain.request(), request, documented)))
            .build();
    try {
      Response<?> response = api.call(request, watched, place.prism.url().toString()).execute();
      return problems(request, documented, wire.last(), response);
    } catch (IOException | RuntimeException e) {
      return List.of("the client fails with " + e);
    }
  }

  private List<String> problems(
      OperationRequest request,
      Operation.DocumentedResponse documented,
      Wire.Exchange exchange,
      Response<?> response)
      throws IOException {
    List<String> problems =
        new ArrayList<>(
            written(place.prism.url().toString(), request, exchange.toRequest(), exchange.bytes()));
    ByteString body = exchange.response();
    String violations = String.valueOf(response.headers().get("sl-violations"));
    if (response.code() != documented.status() || !violations.equals("null")) {
      problems.add(
          "the response is %d, Prism finds %s: %s"
              .formatted(response.code(), violations, body.utf8()));
    } else {
      problems.addAll(read(request.operation(), documented, response, body));
    }
    return problems;
  }

  /** Returns a request to this place, also of an operation that has a server of its own. */
  private Request here(Request sent, Operation operation) {
    String here = place.prism.url().toString();
    String server = operation.server().orElse(here);
    String url = sent.url().toString();
    if (!url.startsWith(server + "/")) {
      throw new IllegalStateException("the client would send to " + url);
    }
    return sent.newBuilder().url(here + url.substring(server.length())).build();
  }

  /**
   * Returns a request with its credentials, with the media type of the response that is wanted, and
   * with a path that Prism finds.
   */
  private static Request asked(
      Request sent, OperationRequest request, Operation.DocumentedResponse documented) {
    String target = sent.url().encodedPath().replace(request.path(), request.pathInSegments());
    String query = sent.url().encodedQuery();
    String url = request.credentials().in(query == null ? target : target + "?" + query);
    Request.Builder asked = sent.newBuilder().url(sent.url().resolve(url));
    request
        .credentials()
        .headers()
        .forEach(
            (name, value) -> {
              String before = name.equals("Cookie") ? sent.header(name) : null;
              asked.header(name, before == null ? value : before + "; " + value);
            });
    if (documented.mediaType() != null) {
      asked.header("Accept", documented.mediaType());
    }
    return asked.build();
  }

  /** Compares what the client wrote with how the document says that it is written. */
  public static List<String> written(
      String baseUrl, OperationRequest request, Request sent, ByteString body) {
    List<String> problems = new ArrayList<>();
    HttpUrl expected = HttpUrl.get(baseUrl + request.target());
    compare(
        problems, "method", request.operation().method(), sent.method().toLowerCase(Locale.ROOT));
    compare(problems, "path", expected.pathSegments(), sent.url().pathSegments());
    compare(problems, "query", query(expected), query(sent.url()));
    Map<String, String> headers = request.headers();
    for (Operation.Parameter parameter : request.operation().parameters()) {
      if (parameter.in().equals("header")) {
        String header = headers.getOrDefault(parameter.name(), "");
        String found = String.join(",", sent.headers().values(parameter.name()));
        compare(problems, "header " + parameter.name(), meaning(header), meaning(found));
      }
    }
    compare(
        problems,
        "header Cookie",
        headers.getOrDefault("Cookie", ""),
        String.join("; ", sent.headers().values("Cookie")));
    if (request.body() != null && request.bodyValue() != null) {
      compareBodies(problems, request.body(), request.bodyValue(), sent, body);
    }
    return problems;
  }

  private static void compareBodies(
      List<String> problems, Body expected, JsonNode value, Request sent, ByteString body) {
    MediaType mediaType = MediaType.get(expected.mediaType());
    MediaType found = sent.body() == null ? null : sent.body().contentType();
    compare(
        problems,
        "media type",
        mediaType.type() + "/" + mediaType.subtype(),
        found == null ? "" : found.type() + "/" + found.subtype());
    if (expected.isJson()) {
      if (!SameJson.isSame(value, json(body.utf8()))) {
        compare(problems, "body", value.toString(), body.utf8());
      }
    } else if (expected.hasFields() && expected.isForm()) {
      compare(
          problems,
          "form",
          fields(expected.fields(value)),
          query(HttpUrl.get("http://form/?" + body.utf8().replace("+", "%20"))));
    } else if (expected.hasFields() && found != null) {
      compare(problems, "parts", fields(expected.fields(value)), parts(body, found));
    } else {
      compare(problems, "body", ByteString.of(expected.bytes(value)), body);
    }
  }

  private List<String> read(
      Operation operation,
      Operation.DocumentedResponse documented,
      Response<?> response,
      ByteString body)
      throws IOException {
    List<String> problems = new ArrayList<>();
    if (documented.mediaType() == null) {
      return body.size() == 0 ? problems : List.of("the response has a body: " + body.utf8());
    }
    documented
        .headers()
        .forEach(
            (name, header) -> {
              String found = response.headers().get(name);
              JsonNode example = header.path("example");
              if (!example.isMissingNode() && !example.asText().equals(found)) {
                problems.add(
                    "the header %s is %s instead of %s".formatted(name, found, example.asText()));
              } else if (header.path("required").asBoolean() && found == null) {
                problems.add("the header %s is missing".formatted(name));
              }
            });
    if (!Operation.isJson(documented.mediaType())) {
      ByteString read = bytes(response);
      if (!read.equals(body)) {
        problems.add("the client reads %s instead of %s".formatted(read, body));
      }
      return problems;
    }
    JsonNode received = json(body.utf8());
    if (!documented.value().isMissingNode() && !SameJson.isSame(documented.value(), received)) {
      problems.add("the response is %s instead of %s".formatted(received, documented.value()));
    }
    Type type = api.responseType(operation, documented);
    if (type != null) {
      Object value = response.body();
      JsonNode written =
          value == null || value instanceof ResponseBody
              ? read(type, body.utf8())
              : api.written(type, value);
      if (!SameJson.isSame(received, written)) {
        problems.add("the client reads %s and writes %s".formatted(received, written));
      }
    }
    return problems;
  }

  /** Returns what the client hands out of a response that is not JSON. */
  private static ByteString bytes(Response<?> response) throws IOException {
    ResponseBody error = response.errorBody();
    return error != null
        ? error.byteString()
        : response.body() instanceof ResponseBody raw
            ? raw.byteString()
            : ByteString.encodeUtf8(String.valueOf(response.body()));
  }

  private JsonNode read(Type type, String json) {
    try {
      return json(api.readAndWritten(type, json));
    } catch (IOException | RuntimeException e) {
      return JSON.getNodeFactory().textNode(e.toString());
    }
  }

  private static List<String> fields(List<Body.Field> fields) {
    return fields.stream()
        .map(field -> field(field.name(), field.mediaType(), field.value()))
        .sorted()
        .toList();
  }

  /** Without a media type, a field is text. */
  private static String field(String name, @Nullable String mediaType, ByteString value) {
    String type = mediaType == null ? "text/plain" : mediaType.replaceFirst(";.*", "");
    String text = value.utf8();
    return name
        + (type.equals("text/plain") ? "" : " " + type)
        + "="
        + (Operation.isJson(type)
            ? json(text)
            : ByteString.encodeUtf8(text).equals(value) ? meaning(text) : value.hex());
  }

  private static List<String> parts(ByteString body, MediaType mediaType) {
    List<String> parts = new ArrayList<>();
    String boundary = String.valueOf(mediaType.parameter("boundary"));
    try (MultipartReader reader = new MultipartReader(new Buffer().write(body), boundary)) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        String name =
            String.valueOf(part.headers().get("Content-Disposition"))
                .replaceAll(".* name=\"([^\"]*)\".*", "$1");
        parts.add(field(name, part.headers().get("Content-Type"), part.body().readByteString()));
      }
    } catch (IOException e) {
      parts.add(e.toString());
    }
    Collections.sort(parts);
    return parts;
  }

  private static List<String> query(HttpUrl url) {
    return IntStream.range(0, url.querySize())
        .mapToObj(
            i ->
                url.queryParameterName(i)
                    + "="
                    + meaning(String.valueOf(url.queryParameterValue(i))))
        .sorted()
        .toList();
  }

  /** A time can be written in several ways, and so can JSON. */
  private static String meaning(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return JSON.readTree(text).toString();
      } catch (JsonProcessingException e) {
        return text;
      }
    }
    return SameJson.moment(text).map(Object::toString).orElse(text);
  }

  private static void compare(List<String> problems, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      problems.add("the client writes the %s %s instead of %s".formatted(what, found, expected));
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
