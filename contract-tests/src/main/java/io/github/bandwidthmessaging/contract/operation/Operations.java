package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of a document, in its order, and the server that has them. */
public record Operations(JsonNode document, List<Operation> all) {
  /** Reads the operations of a document; without callbacks. */
  public static Operations of(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (DocumentStatements.METHODS.contains(method.getKey())) {
          // An operation's definition of a parameter replaces that of its path.
          Map<String, Operation.Parameter> parameters = new LinkedHashMap<>();
          for (JsonNode place : List.of(path.getValue(), method.getValue())) {
            for (JsonNode parameter : place.path("parameters")) {
              Operation.Parameter read = Operation.Parameter.of(document, parameter);
              parameters.put(read.in() + " " + read.name(), read);
            }
          }
          operations.add(
              new Operation(
                  document,
                  path.getKey(),
                  method.getKey(),
                  method.getValue(),
                  List.copyOf(parameters.values())));
        }
      }
    }
    return new Operations(document, operations);
  }

  /** Returns the operation with an {@code operationId}. */
  public Operation named(String id) {
    return all.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The document has no operation " + id));
  }

  /** Returns the address of the first server. */
  public String server() {
    return server(document);
  }

  /** Returns the address of the first of some servers, with the defaults of its variables. */
  static String server(JsonNode owner) {
    JsonNode server = owner.path("servers").path(0);
    String url = server.path("url").asText("/");
    for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
      String value = variable.getValue().path("default").asText();
      url = url.replace("{" + variable.getKey() + "}", value);
    }
    return url.replaceFirst("/$", "");
  }

  /** Returns a copy of a path whose parameters have their examples as values. */
  public String filled(String path) {
    String filled = path;
    for (Operation operation : all) {
      for (Operation.Parameter parameter : operation.parameters()) {
        if (parameter.in().equals("path") && parameter.example() != null) {
          filled = filled.replace("{" + parameter.name() + "}", parameter.example().asText());
        }
      }
    }
    return filled;
  }
}
