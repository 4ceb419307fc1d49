package io.github.bandwidthmessaging.contract.random;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.api.Violation;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.contract.service.DocumentedMessage;
import io.github.bandwidthmessaging.contract.service.Prism;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the client, the document's schema and Prism say to a request. They must agree. */
final class RequestOpinions {
  /**
   * What came of a request: whether the document allows it, the known differences, and what nobody
   * knows of.
   */
  record Verdict(boolean isValid, Set<RequestRule> rules, @Nullable String disagreement) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonAdapter<MessageRequest> ADAPTER =
      RetrofitClient.moshi().adapter(MessageRequest.class);
  private static final RawRequest REQUEST =
      DocumentedMessage.TEXT_MESSAGE.documented().printedAsHttp();
  private static final List<String> ONLY_THE_MOMENT = List.of("expiration: format");

  /** A moment can be written in several ways. */
  private static final Comparator<JsonNode> BY_MEANING =
      (one, other) -> one.equals(other) || isSameMoment(one, other) ? 0 : 1;

  private final DocumentSchema schema;
  private final Prism prism;

  RequestOpinions(JsonNode document, Prism prism) {
    this.schema = new DocumentSchema(document, "MessageRequest");
    this.prism = prism;
  }

  Verdict on(JsonNode request) {
    List<String> violations = schema.violations(request);
    boolean valid = violations.isEmpty();
    Set<RequestRule> rules = EnumSet.noneOf(RequestRule.class);
    for (RequestRule rule : RequestRule.values()) {
      boolean canCome =
          rule == RequestRule.NOT_IN_RFC_3339 ? violations.equals(ONLY_THE_MOMENT) : valid;
      if (canCome && rule.appliesTo(request)) {
        rules.add(rule);
      }
    }
    String disagreement = ofPrism(request, valid || rules.contains(RequestRule.NOT_IN_RFC_3339));
    if (disagreement == null) {
      try {
        disagreement = ofClient(request, violations, rules);
      } catch (RuntimeException e) {
        disagreement = "The client fails with " + e.getClass().getSimpleName();
      }
    }
    return new Verdict(valid, rules, disagreement);
  }

  private @Nullable String ofPrism(JsonNode request, boolean accepts) {
    int status = prism.send(REQUEST.withBody(request.toString())).statusCode();
    return status == (accepts ? 202 : 400)
        ? null
        : "The document %s it, Prism answers %d".formatted(accepts ? "allows" : "forbids", status);
  }

  private @Nullable String ofClient(
      JsonNode json, List<String> violations, Set<RequestRule> rules) {
    MessageRequest request;
    try {
      request = ADAPTER.fromJson(json.toString());
    } catch (IOException | JsonDataException e) {
      request = null;
    }
    JsonNode written = request == null ? NullNode.instance : read(ADAPTER.toJson(request));
    List<Violation> errors =
        request == null
            ? List.of()
            : MessageCheck.of(request, InstantSource.fixed(RequestRule.NOW)).errors();
    if (violations.isEmpty()) {
      boolean canSend = written.equals(BY_MEANING, json);
      if (canSend == rules.contains(RequestRule.NOT_IN_JAVA)) {
        return "The document allows it, the client can%s write it".formatted(canSend ? "" : "not");
      }
      Set<String> found = errors.stream().map(Violation::rule).collect(toCollection(TreeSet::new));
      Set<String> expected =
          rules.stream()
              .map(RequestRule::violation)
              .filter(Objects::nonNull)
              .collect(toCollection(TreeSet::new));
      return !canSend || found.equals(expected)
          ? null
          : "The document allows it, the client finds %s instead of %s".formatted(found, expected);
    }
    if (request == null) {
      return null;
    }
    // What is not written as it was read is another request.
    boolean same = written.equals(json);
    List<String> sent = same ? violations : schema.violations(written);
    List<String> unfounded =
        request.violations().stream()
            .map(RequestOpinions::name)
            .filter(name -> !sent.contains(name))
            .toList();
    if (!unfounded.isEmpty()) {
      return "The client finds %s, the document %s".formatted(unfounded, sent);
    }
    // Advice alone is no reason to refuse what the document forbids: it would hide a missing check.
    return sent.isEmpty() || errors.stream().map(RequestOpinions::name).anyMatch(sent::contains)
        ? null
        : "The document forbids it, the client would send it";
  }

  /** The client checks the format of a URL together with what else it asks of one. */
  private static String name(Violation violation) {
    return violation.field()
        + ": "
        + (violation.rule().equals(RequestRule.NOT_ON_THE_WEB.violation())
            ? "format"
            : violation.rule());
  }

  private static boolean isSameMoment(JsonNode one, JsonNode other) {
    Optional<Instant> moment = RequestRule.moment(one);
    return moment.isPresent() && moment.equals(RequestRule.moment(other));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
