package io.github.bandwidthmessaging.contract.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonDataException;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Violation;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import io.github.bandwidthmessaging.contract.operation.Body;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import io.github.bandwidthmessaging.contract.operation.SameJson;
import io.github.bandwidthmessaging.contract.service.GeneratedApi;
import io.github.bandwidthmessaging.contract.service.OperationCheck;
import io.github.bandwidthmessaging.contract.service.Prism;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What the client, the document's schemas, and Prism make of a request. They must agree. */
final class RequestOpinions {
  /**
   * The result for a request: whether the document allows it, the known differences, and an unknown
   * one.
   */
  record Verdict(boolean isValid, Set<RequestRule> rules, @Nullable String disagreement) {}

  private static final String BASE_URL = "https://example.com";
  private static final List<String> ONLY_THE_MOMENT = List.of("expiration: format");

  private final OperationRequest sample;
  private final GeneratedApi api;
  private final Prism prism;
  private final OkHttpClient http = new OkHttpClient();
  private final Map<Operation.Parameter, DocumentSchema> parameters = new HashMap<>();
  private final @Nullable DocumentSchema body;
  private final @Nullable Type bodyType;

  RequestOpinions(Operation operation, GeneratedApi api, Prism prism) {
    this.sample = api.sample(operation);
    this.api = api;
    this.prism = prism;
    Operation judged = operation.asPrismReadsIt();
    for (Operation.Parameter parameter : judged.parameters()) {
      parameters.put(parameter, judged.validator(parameter.schema()));
    }
    Body kind = sample.body();
    boolean isJson = kind != null && kind.isJson();
    body =
        kind != null && (isJson || kind.hasFields())
            ? judged.validator(judged.schemaOf(kind))
            : null;
    bodyType = isJson ? api.bodyType(operation) : null;
  }

  /** Returns what all make of a request with these values. */
  Verdict on(ObjectNode values) {
    OperationRequest request = sample.with(values);
    if (request.bodyValue() instanceof NullNode && !request.operation().needsBody()) {
      // Prism takes it for none.
      return new Verdict(false, Set.of(), null);
    }
    List<String> ofBody =
        body == null || request.bodyValue() == null
            ? List.of()
            : body.violations(request.bodyValue());
    boolean valid = ofBody.isEmpty() && ofParameters(request).isEmpty();
    // MessageCheck requires more than the document does, and only for the project's own messages.
    if (bodyType == MessageRequest.class && request.bodyValue() != null) {
      return ofMessage(request, ofBody, valid);
    }
    String disagreement = ofPrism(request, valid);
    if (disagreement == null) {
      disagreement = ofClient(request, ofBody, valid);
    }
    Set<RequestRule> rules = EnumSet.noneOf(RequestRule.class);
    if (disagreement != null) {
      rules.addAll(RequestRule.ofValues(values));
    }
    return new Verdict(valid, rules, rules.isEmpty() ? disagreement : null);
  }

  private Verdict ofMessage(OperationRequest request, List<String> violations, boolean valid) {
    JsonNode message = Objects.requireNonNull(request.bodyValue());
    Set<RequestRule> rules = EnumSet.noneOf(RequestRule.class);
    for (RequestRule rule : RequestRule.values()) {
      boolean canCome =
          rule == RequestRule.NOT_IN_RFC_3339
              ? violations.equals(ONLY_THE_MOMENT)
              : violations.isEmpty();
      if (canCome && rule.appliesTo(message)) {
        rules.add(rule);
      }
    }
    String disagreement = ofPrism(request, valid || rules.contains(RequestRule.NOT_IN_RFC_3339));
    if (disagreement == null) {
      try {
        disagreement = ofMessage(message, violations, rules);
      } catch (RuntimeException e) {
        disagreement = "The client fails with " + e.getClass().getSimpleName();
      }
    }
    return new Verdict(valid, rules, disagreement);
  }

  private List<String> ofParameters(OperationRequest request) {
    List<String> violations = new ArrayList<>();
    parameters.forEach(
        (parameter, schema) -> {
          JsonNode value = request.value(parameter);
          if (value != null) {
            violations.addAll(schema.violations(value));
          } else if (parameter.required()) {
            violations.add("required");
          }
        });
    return violations;
  }

  private @Nullable String ofPrism(OperationRequest request, boolean accepts) {
    int status = prism.send(request).statusCode();
    boolean accepted = status == request.operation().success();
    boolean refused = status == 400 || status == 422;
    return (accepts ? accepted : refused)
        ? null
        : "The document %s it, Prism returns %d".formatted(accepts ? "allows" : "forbids", status);
  }

  /** A generated client checks the limits of bodies, and nothing else that it can write. */
  private @Nullable String ofClient(
      OperationRequest request, List<String> violations, boolean valid) {
    if (valid) {
      String unlike = written(request);
      if (unlike != null) {
        return "The document allows it, " + unlike;
      }
    }
    JsonNode json = request.bodyValue();
    if (json == null || bodyType == null || body == null) {
      return null;
    }
    Object value;
    JsonNode written;
    try {
      value = api.read(bodyType, json.toString());
      written = api.written(bodyType, value);
    } catch (IOException | RuntimeException e) {
      return violations.isEmpty() ? "The document allows it, the client fails with " + e : null;
    }
    if (value == null) {
      return null;
    }
    // What is not written as it was read is another request.
    List<String> sent = written.equals(json) ? violations : body.violations(written);
    List<String> found = api.violations(value);
    if (!found.stream().allMatch(violation -> isAmong(violation, sent))) {
      return "The client finds %s, the document %s".formatted(found, sent);
    }
    // Formats are left to Java's types; by format alone, it can happen that none of several forms
    // fits.
    boolean mustBeFound = sent.stream().noneMatch(violation -> violation.endsWith(": format"));
    return mustBeFound && !sent.isEmpty() && found.isEmpty()
        ? "The document forbids it, the client would send it"
        : null;
  }

  /** If nothing fits, one names the union and another what is missing inside it. */
  private static boolean isAmong(String violation, List<String> others) {
    return others.contains(violation)
        || (violation.endsWith(": oneOf")
            && others.stream()
                .anyMatch(other -> other.startsWith(violation.replace(": oneOf", ""))));
  }

  private @Nullable String written(OperationRequest request) {
    try {
      Request sent = api.call(request, http, BASE_URL).request();
      Buffer bytes = new Buffer();
      if (sent.body() != null) {
        sent.body().writeTo(bytes);
      }
      String server = request.operation().server().orElse(BASE_URL);
      List<String> problems = OperationCheck.written(server, request, sent, bytes.readByteString());
      return problems.isEmpty() ? null : String.join("; ", problems);
    } catch (IOException | RuntimeException e) {
      return "the client fails with " + e;
    }
  }

  private @Nullable String ofMessage(
      JsonNode json, List<String> violations, Set<RequestRule> rules) {
    MessageRequest request;
    try {
      request = (MessageRequest) api.read(MessageRequest.class, json.toString());
    } catch (IOException | JsonDataException e) {
      request = null;
    }
    JsonNode written =
        request == null ? NullNode.instance : api.written(MessageRequest.class, request);
    List<Violation> errors =
        request == null
            ? List.of()
            : MessageCheck.of(request, InstantSource.fixed(RequestRule.NOW)).errors();
    if (violations.isEmpty()) {
      boolean canSend = SameJson.isSame(written, json);
      if (canSend == rules.contains(RequestRule.NOT_IN_JAVA)) {
        return "The document allows it, the client can%s write it".formatted(canSend ? "" : "not");
      }
      Set<String> found = sorted(errors.stream().map(Violation::rule));
      Set<String> expected =
          sorted(rules.stream().map(RequestRule::violation).filter(Objects::nonNull));
      return !canSend || found.equals(expected)
          ? null
          : "The document allows it, the client finds %s instead of %s".formatted(found, expected);
    }
    if (request == null || body == null) {
      return null;
    }
    // What is not written as it was read is another request.
    boolean same = written.equals(json);
    List<String> sent = same ? violations : body.violations(written);
    List<String> unfounded =
        request.violations().stream()
            .map(RequestOpinions::name)
            .filter(name -> !sent.contains(name))
            .toList();
    if (!unfounded.isEmpty()) {
      return "The client finds %s, the document %s".formatted(unfounded, sent);
    }
    // Advice alone does not justify refusing what the document forbids: it would hide a missing
    // check.
    return sent.isEmpty() || errors.stream().map(RequestOpinions::name).anyMatch(sent::contains)
        ? null
        : "The document forbids it, the client would send it";
  }

  private static Set<String> sorted(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }

  /** The client checks the format of a URL together with its other rules. */
  private static String name(Violation violation) {
    return violation.field()
        + ": "
        + (violation.rule().equals(RequestRule.NOT_ON_THE_WEB.violation())
            ? "format"
            : violation.rule());
  }
}
