package io.github.bandwidthmessaging.contract.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.OperationRequest;
import io.github.bandwidthmessaging.contract.operation.SchemaValues;
import io.github.bandwidthmessaging.contract.operation.SchemaValues.Boundary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The boundaries of all that a request of an operation has: the parameters, and a body in JSON. */
final class RequestBoundaries {
  private static final int TRIES = 50;

  /** What every other part of a request can have in it. */
  private static final String SAFE = "[A-Za-z0-9_:+-]([A-Za-z0-9_:+ -]*[A-Za-z0-9_:+-])?";

  private RequestBoundaries() {}

  /** Returns boundaries whose values are those of whole requests. */
  static List<Boundary> of(Operation operation, Random random) {
    OperationRequest sample = operation.sample();
    List<Boundary> found = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      addOf(parameter, sample, random, found);
    }
    if (operation.jsonSchema().isPresent()) {
      SchemaValues values = new SchemaValues(operation.document(), random);
      for (Boundary boundary : values.boundaries(operation.jsonSchema().get())) {
        String dot = boundary.name().matches("[:\\[].*") ? "" : ".";
        found.add(
            boundary.inside(
                operation.id() + ".request" + dot, body -> sample.withBody(body).values()));
      }
    }
    return found;
  }

  private static void addOf(
      Operation.Parameter parameter, OperationRequest sample, Random random, List<Boundary> found) {
    boolean query = parameter.in().equals("query");
    SchemaValues values =
        query
            ? new SchemaValues(sample.operation().document(), random)
            : SchemaValues.ofPlainTexts(sample.operation().document(), random);
    String place = sample.operation().id() + "." + parameter.in() + "." + parameter.name();
    Set<String> unsendable = new HashSet<>();
    List<Boundary> boundaries = new ArrayList<>();
    for (Boundary boundary : values.boundaries(parameter.schema())) {
      // A parameter is text, which is of many types.
      if (boundary.keyword().endsWith(": type")) {
        continue;
      }
      Boundary sendable = boundary.inside(place, value -> with(parameter, sample, boundary, value));
      try {
        sendable.value();
        boundaries.add(sendable);
      } catch (IllegalStateException e) {
        unsendable.add(sendable.keyword());
      }
    }
    boundaries.stream()
        .filter(boundary -> !unsendable.contains(boundary.keyword()))
        .forEach(found::add);
  }

  private static ObjectNode with(
      Operation.Parameter parameter, OperationRequest sample, Boundary boundary, JsonNode first) {
    JsonNode value = first;
    for (int i = 0; i < TRIES; i++) {
      if (isSendable(parameter, value)) {
        return sample.with(parameter, value).values();
      }
      value = boundary.value();
    }
    throw new IllegalStateException(boundary.name() + " cannot be sent");
  }

  private static boolean isSendable(Operation.Parameter parameter, JsonNode value) {
    if (value.isContainerNode() || value.isNull()) {
      return value.isArray()
          && !value.isEmpty()
          && parameter.schema().path("type").asText().equals("array");
    }
    return parameter.in().equals("query")
        ? !value.asText().isEmpty()
        : value.asText().matches(SAFE);
  }
}
