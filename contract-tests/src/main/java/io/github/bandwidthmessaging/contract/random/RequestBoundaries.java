package io.github.bandwidthmessaging.contract.random;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.contract.operation.Body;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import io.github.bandwidthmessaging.contract.operation.SchemaValues;
import io.github.bandwidthmessaging.contract.operation.SchemaValues.Boundary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The boundaries of all parts of an operation's request: its parameters, and a JSON body. */
final class RequestBoundaries {
  private static final int TRIES = 50;

  /** What every other part of a request can contain. */
  private static final String SAFE = "[A-Za-z0-9_:+-]([A-Za-z0-9_:+ -]*[A-Za-z0-9_:+-])?";

  /** Texts have no types, and a client writes the fields that it knows. */
  private static final Pattern NOT_IN_FIELDS = Pattern.compile(": (type|additionalProperties)$");

  private RequestBoundaries() {}

  /** Returns boundaries whose values are those of whole requests. */
  static List<Boundary> of(OperationRequest sample, Random random) {
    Operation judged = sample.operation().asPrismReadsIt();
    List<Boundary> found = new ArrayList<>();
    for (Operation.Parameter parameter : sample.operation().parameters()) {
      addOf(parameter, judged.same(parameter).schema(), sample, random, found);
    }
    Body body = sample.body();
    if (body != null && (body.isJson() || body.hasFields())) {
      SchemaValues values = new SchemaValues(judged.document(), random);
      String place = judged.id() + ".request";
      for (Boundary boundary : values.boundaries(judged.schemaOf(body))) {
        String dot = boundary.name().matches("[:\\[].*") ? "" : ".";
        if (body.isJson()) {
          found.add(boundary.inside(place + dot, value -> sample.withBody(value).values()));
        } else {
          // Without a field there is no body.
          addTexts(
              List.of(boundary),
              place + dot,
              value -> !body.fields(value).isEmpty(),
              value -> sample.withBody(value).values(),
              found);
        }
      }
    }
    return found;
  }

  private static void addOf(
      Operation.Parameter parameter,
      JsonNode schema,
      OperationRequest sample,
      Random random,
      List<Boundary> found) {
    JsonNode document = sample.operation().document();
    SchemaValues values =
        parameter.in().equals("query") && !isJoined(parameter)
            ? new SchemaValues(document, random)
            : SchemaValues.ofPlainTexts(document, random);
    addTexts(
        values.boundaries(schema),
        sample.operation().id() + "." + parameter.in() + "." + parameter.name(),
        value -> isSendable(parameter, value),
        value -> sample.with(parameter, value).values(),
        found);
  }

  /** Adds the boundaries that have values which can be sent as text, on all their sides. */
  private static void addTexts(
      List<Boundary> boundaries,
      String place,
      Predicate<JsonNode> isSendable,
      UnaryOperator<JsonNode> outer,
      List<Boundary> found) {
    Set<String> unsendable = new HashSet<>();
    List<Boundary> sendable = new ArrayList<>();
    for (Boundary boundary : boundaries) {
      if (!NOT_IN_FIELDS.matcher(boundary.name()).find()) {
        Boundary texts =
            boundary.inside(place, value -> outer.apply(first(boundary, value, isSendable)));
        try {
          texts.value();
          sendable.add(texts);
        } catch (IllegalStateException e) {
          unsendable.add(texts.keyword());
        }
      }
    }
    sendable.stream()
        .filter(boundary -> !unsendable.contains(boundary.keyword()))
        .forEach(found::add);
  }

  private static JsonNode first(Boundary boundary, JsonNode first, Predicate<JsonNode> isSendable) {
    JsonNode value = first;
    for (int i = 0; i < TRIES; i++) {
      if (isSendable.test(value)) {
        return value;
      }
      value = boundary.value();
    }
    throw new IllegalStateException(boundary.name() + " cannot be sent");
  }

  private static boolean isSendable(Operation.Parameter parameter, JsonNode value) {
    if (value.isContainerNode()) {
      String type = value.isArray() ? "array" : "object";
      return !value.isEmpty()
          && parameter.type().equals(type)
          && value.valueStream().allMatch(item -> isPlain(parameter, item));
    }
    return isPlain(parameter, value);
  }

  private static boolean isPlain(Operation.Parameter parameter, JsonNode value) {
    return value.isValueNode()
        && !value.isNull()
        && (isJoined(parameter)
            ? value.asText().matches("[A-Za-z0-9_:+-]+")
            : parameter.in().equals("query")
                ? !value.asText().isEmpty()
                : value.asText().matches(SAFE));
  }

  /** A list item cannot contain what joins the items. */
  private static boolean isJoined(Operation.Parameter parameter) {
    return parameter.type().equals("array") && !OperationRequest.isExploded(parameter);
  }
}
