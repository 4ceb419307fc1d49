package io.github.bandwidthmessaging.contract.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import io.github.bandwidthmessaging.contract.operation.Refusal;
import io.github.bandwidthmessaging.contract.operation.SameJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.ByteString;
import retrofit2.Response;

/**
 * Holds a generated client and the operations of its document against each other in a place. What
 * is wrong comes as sentences; there are none if nothing is.
 */
public final class OperationCheck implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final GeneratedApi api;
  private final Place.Rehearsal place;
  private final OkHttpClient http = new OkHttpClient();

  OperationCheck(GeneratedApi api, Place.Rehearsal place) {
    this.api = api;
    this.place = place;
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
  }

  /** Has everything checked of an operation. */
  List<String> all(Operation operation) {
    List<String> problems = new ArrayList<>();
    operation.answers().forEach(answer -> problems.addAll(calls(operation, answer)));
    problems.addAll(additions(operation));
    Refusal.of(operation).forEach(refusal -> problems.addAll(refusal(refusal)));
    return problems;
  }

  /** Has the client send each documented request and read one documented response to each. */
  List<String> calls(Operation operation, Operation.Answer answer) {
    List<String> problems = new ArrayList<>();
    operation
        .requests()
        .forEach(
            (name, request) ->
                call(request, answer)
                    .forEach(
                        problem ->
                            problems.add(
                                "%s, %s, %s: %s"
                                    .formatted(operation.id(), name, answer, problem))));
    return problems;
  }

  /** Has the client read what the service may add to its responses one day, and write it again. */
  List<String> additions(Operation operation) {
    List<String> problems = new ArrayList<>();
    for (Operation.Answer answer : operation.answers()) {
      Type type = api.responseType(operation, answer);
      if (type != null && answer.value() instanceof ObjectNode example) {
        ObjectNode more = example.deepCopy();
        more.putObject("addedByTheService").putArray("list").add(1).add("é");
        if (operation.validator(answer.schema()).violations(more).isEmpty()) {
          JsonNode written = read(type, more.toString());
          if (!SameJson.isSame(more, written)) {
            problems.add(
                "%s, %s: the client reads %s and writes %s"
                    .formatted(operation.id(), answer, more, written));
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

  private List<String> call(OperationRequest request, Operation.Answer answer) {
    Wire wire = new Wire();
    wire.prefer(answer.preference());
    OkHttpClient watched =
        http.newBuilder()
            .addInterceptor(
                chain -> {
                  Request.Builder authorized = chain.request().newBuilder();
                  request.credentials().forEach(authorized::header);
                  return chain.proceed(authorized.build());
                })
            .addNetworkInterceptor(wire)
            .build();
    Response<?> response;
    try {
      response = api.call(request, watched, place.prism.url().toString()).execute();
    } catch (IOException | RuntimeException e) {
      return List.of("the client fails with " + e);
    }
    List<String> problems =
        new ArrayList<>(
            written(
                place.prism.url().toString(),
                request,
                wire.last().toRequest(),
                wire.last().bytes()));
    ByteString body = wire.last().response();
    String violations = String.valueOf(response.headers().get("sl-violations"));
    if (response.code() != answer.status() || !violations.equals("null")) {
      problems.add(
          "the response is %d, Prism finds %s: %s"
              .formatted(response.code(), violations, body.utf8()));
    } else {
      problems.addAll(read(request.operation(), answer, response, body));
    }
    return problems;
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
    if (request.body() != null && request.mediaType() != null) {
      MediaType mediaType = MediaType.get(request.mediaType());
      MediaType found = sent.body() == null ? null : sent.body().contentType();
      compare(
          problems,
          "media type",
          mediaType.type() + "/" + mediaType.subtype(),
          found == null ? "" : found.type() + "/" + found.subtype());
      if (!Operation.isJson(request.mediaType())) {
        compare(problems, "body", ByteString.of(request.bytes()), body);
      } else if (!SameJson.isSame(request.body(), json(body.utf8()))) {
        compare(problems, "body", request.body().toString(), body.utf8());
      }
    }
    return problems;
  }

  private List<String> read(
      Operation operation, Operation.Answer answer, Response<?> response, ByteString body) {
    List<String> problems = new ArrayList<>();
    if (answer.mediaType() == null) {
      return body.size() == 0 ? problems : List.of("the response has a body: " + body.utf8());
    }
    if (!Operation.isJson(answer.mediaType())) {
      return problems;
    }
    JsonNode received = json(body.utf8());
    if (!answer.value().isMissingNode() && !SameJson.isSame(answer.value(), received)) {
      problems.add("the response is %s instead of %s".formatted(received, answer.value()));
    }
    Type type = api.responseType(operation, answer);
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

  private JsonNode read(Type type, String json) {
    try {
      return json(api.readAndWritten(type, json));
    } catch (IOException | RuntimeException e) {
      return JSON.getNodeFactory().textNode(e.toString());
    }
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

  /** A moment can be written in several ways. */
  private static String meaning(String text) {
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
