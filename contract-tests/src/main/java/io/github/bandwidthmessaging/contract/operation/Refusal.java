package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that differs from a valid one in one point, which the document forbids.
 *
 * @param name the place and what is wrong there, such as {@code request.tag: maxLength}
 * @param status the documented status of the refusal
 * @param location where Prism finds the fault, such as {@code body, tag}
 * @param code the keyword that is broken, as Prism calls it
 * @param word what Prism's sentence contains as well
 */
public record Refusal(
    String name,
    OperationRequest request,
    int status,
    List<String> location,
    String code,
    String word) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<JsonNode> TYPES =
      List.of(
          JSON.booleanNode(true),
          JSON.numberNode(42),
          JSON.textNode("no number"),
          JSON.objectNode());

  /** Candidates for a string that breaks a pattern or a format. */
  private static final List<String> ODD_TEXTS = List.of("a picture", "é", "", "2021-10-02", "!!");

  private static final Pattern PLAIN_TEXT = Pattern.compile("\\p{ASCII}+");
  private static final Pattern SOME_TEXT = Pattern.compile("(?s).+");
  private static final Pattern ANY_TEXT = Pattern.compile("(?s).*");

  private static final Set<String> FORMATS = Set.of("date", "date-time", "uri", "uuid");

  /** Returns the refusals that the document requires, at all places of an operation. */
  public static List<Refusal> of(Operation operation) {
    Collector collector = new Collector(operation);
    collector.addOfParameters();
    collector.addOfBody();
    collector.addOfWhole();
    return collector.found;
  }

  @Override
  public String toString() {
    return request.operation().id() + ": " + name;
  }

  private static final class Collector {
    private final Operation operation;

    /** The same as Prism reads it. */
    private final Operation judged;

    private final OperationRequest right;
    private final SchemaValues values;
    private final List<Refusal> found = new ArrayList<>();

    Collector(Operation operation) {
      this.operation = operation;
      judged = operation.asPrismReadsIt();
      right = operation.sample();
      values = SchemaValues.ofPlainTexts(operation.document(), new Random(1));
    }

    void addOfParameters() {
      for (Operation.Parameter parameter : judged.parameters()) {
        String place = parameter.in() + "." + parameter.name();
        String name = parameter.name().toLowerCase(Locale.ROOT);
        List<String> in = List.of(parameter.in());
        // Without a value in its path, a request belongs to another operation.
        if (parameter.required() && !parameter.in().equals("path")) {
          add(place + ": required", right.with(parameter, null), in, "required", "'" + name + "'");
        }
        JsonNode before = right.value(parameter);
        Walk walk =
            new Walk(
                judged.validator(parameter.schema()),
                value -> right.with(parameter, value),
                parameter.in().equals("query") ? SOME_TEXT : PLAIN_TEXT);
        walk.at(
            parameter.schema(),
            place,
            Stream.concat(in.stream(), Stream.of(name)).toList(),
            before == null ? values.value(parameter.schema()) : before,
            value -> value);
      }
    }

    void addOfBody() {
      if (operation.needsBody()) {
        add("request: required", right.withBody(null), List.of(), "required", "Body");
      }
      Body body = right.body();
      JsonNode value = right.bodyValue();
      if (body != null && value != null && (body.isJson() || body.hasFields())) {
        JsonNode schema = judged.schemaOf(body);
        new Walk(judged.validator(schema), right::withBody, body.isJson() ? null : ANY_TEXT)
            .at(schema, "request", List.of("body"), value, changed -> changed);
      }
    }

    void addOfWhole() {
      List<String> types = operation.bodies().stream().map(Body::declared).toList();
      if (!types.isEmpty()) {
        Stream.of("text/plain", "image/png", "audio/basic")
            .filter(type -> types.stream().noneMatch(known -> isOneOf(type, known)))
            .findFirst()
            .ifPresent(
                type ->
                    found.add(
                        new Refusal(
                            "request: media type",
                            right.withContentType(type),
                            documented(415, 422, 400),
                            List.of(),
                            "415",
                            types.get(0))));
      }
      if (!right.credentials().isEmpty()) {
        found.add(
            new Refusal(
                "no credentials",
                right.withoutCredentials(),
                documented(401),
                List.of(),
                "401",
                "security scheme"));
      }
    }

    private static boolean isOneOf(String type, String known) {
      return type.matches(known.replaceAll(";.*", "").replace("+", "\\+").replace("*", ".*"));
    }

    private void add(
        String name, OperationRequest request, List<String> location, String code, String word) {
      found.add(new Refusal(name, request, documented(422, 400), location, code, word));
    }

    /** Prism takes the first that is documented, or else the first. */
    private int documented(int... statuses) {
      for (int status : statuses) {
        if (operation.hasStatus(status)) {
          return status;
        }
      }
      return statuses[0];
    }

    /** Walks through the schema of one parameter or of the body, along a valid value. */
    private final class Walk {
      private final DocumentSchema validator;
      private final Function<JsonNode, OperationRequest> request;
      private final @Nullable Pattern texts;

      /**
       * Makes a walk.
       *
       * @param texts what every value is sent as; null for values that have types
       */
      Walk(
          DocumentSchema validator,
          Function<JsonNode, OperationRequest> request,
          @Nullable Pattern texts) {
        this.validator = validator;
        this.request = request;
        this.texts = texts;
      }

      void at(
          JsonNode schema,
          String place,
          List<String> location,
          JsonNode value,
          Function<JsonNode, JsonNode> put) {
        JsonNode resolved = values.resolved(schema);
        List<JsonNode> alternatives = SchemaValues.alternatives(resolved);
        if (!resolved.has("properties") && !alternatives.isEmpty()) {
          for (JsonNode alternative : alternatives) {
            at(alternative, place, location, values.value(alternative), put);
          }
          return;
        }
        String type = resolved.path("type").asText();
        TYPES.stream()
            .filter(other -> !isOf(other, type))
            // Every text is a string, a list of one, and nothing for an object.
            .filter(other -> texts == null || !List.of("string", "array", "object").contains(type))
            .forEach(other -> add(place, location, "type", put.apply(other), ""));
        if (resolved.has("enum")) {
          add(place, location, "enum", put.apply(JSON.textNode("another")), "");
        }
        for (String limit : List.of("minLength", "maxLength", "minItems", "maxItems")) {
          if (resolved.has(limit)) {
            int length = resolved.get(limit).asInt() + (limit.startsWith("min") ? -1 : 1);
            if (length >= 0) {
              add(place, location, limit, put.apply(ofLength(limit, resolved, value, length)), "");
            }
          }
        }
        for (String limit : List.of("minimum", "maximum")) {
          if (resolved.has(limit)) {
            String exclusive = limit.replaceFirst("m", "exclusiveM");
            boolean isExclusive = resolved.path(exclusive).asBoolean();
            BigDecimal step =
                BigDecimal.valueOf(isExclusive ? 0 : limit.equals("minimum") ? -1 : 1);
            JsonNode beyond =
                SchemaValues.number(resolved, resolved.get(limit).decimalValue().add(step));
            add(place, location, isExclusive ? exclusive : limit, put.apply(beyond), "");
          }
        }
        for (String keyword : List.of("pattern", "format")) {
          if (resolved.has(keyword)
              && (keyword.equals("pattern") || FORMATS.contains(resolved.get(keyword).asText()))) {
            ODD_TEXTS.forEach(
                odd -> add(place, location, keyword, put.apply(JSON.textNode(odd)), ""));
          }
        }
        if (value instanceof ObjectNode object) {
          atObject(resolved, place, location, object, put);
        } else if (value instanceof ArrayNode array) {
          atArray(resolved, place, location, array, put);
        }
      }

      private void atObject(
          JsonNode schema,
          String place,
          List<String> location,
          ObjectNode object,
          Function<JsonNode, JsonNode> put) {
        for (JsonNode name : schema.path("required")) {
          ObjectNode without = object.deepCopy().without(List.of(name.asText()));
          add(
              place + "." + name.asText() + ": required",
              location,
              "required",
              put.apply(without),
              "'" + name.asText() + "'");
        }
        if (schema.has("anyOf")) {
          ObjectNode without = object.deepCopy();
          schema
              .get("anyOf")
              .findValues("required")
              .forEach(all -> all.forEach(name -> without.remove(name.asText())));
          add(place + ": anyOf", location, "required", put.apply(without), "");
        }
        if (schema.path("additionalProperties").isBoolean()
            && !schema.path("additionalProperties").asBoolean()) {
          ObjectNode with = object.deepCopy().put("unknownProperty", "x");
          add(place, location, "additionalProperties", put.apply(with), "'unknownProperty'");
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
          String name = property.getKey();
          at(
              property.getValue(),
              place + "." + name,
              Stream.concat(location.stream(), Stream.of(name)).toList(),
              object.has(name) ? object.get(name) : values.value(property.getValue()),
              changed -> put.apply(object.deepCopy().set(name, changed)));
        }
      }

      private void atArray(
          JsonNode schema,
          String place,
          List<String> location,
          ArrayNode array,
          Function<JsonNode, JsonNode> put) {
        ArrayNode filled =
            array.isEmpty() ? array.deepCopy().add(values.value(schema.path("items"))) : array;
        at(
            schema.path("items"),
            place + "[]",
            Stream.concat(location.stream(), Stream.of("0")).toList(),
            filled.get(0),
            item -> {
              ArrayNode changed = filled.deepCopy();
              changed.set(0, item);
              return put.apply(changed);
            });
      }

      /** Adds a refusal if a validator independent of Prism finds the same keyword broken. */
      private void add(
          String place, List<String> location, String code, JsonNode whole, String word) {
        String name = place.contains(": ") ? place : place + ": " + code;
        boolean isBroken =
            validator.violations(whole).stream().anyMatch(found -> found.endsWith(": " + code));
        if (isBroken
            && canBeSent(whole)
            && found.stream().noneMatch(known -> known.name.equals(name))) {
          Collector.this.add(name, request.apply(whole), location, code, word);
        }
      }

      /** Without text, a parameter is missing. */
      private boolean canBeSent(JsonNode whole) {
        if (texts == null) {
          return true;
        }
        return whole.isContainerNode()
            ? !whole.isEmpty() && whole.valueStream().allMatch(this::canBeSent)
            : texts.matcher(whole.asText()).matches();
      }

      private JsonNode ofLength(String limit, JsonNode schema, JsonNode value, int length) {
        if (limit.endsWith("Items")) {
          ArrayNode array = JSON.arrayNode();
          JsonNode item = value.size() > 0 ? value.get(0) : values.value(schema.path("items"));
          for (int i = 0; i < length; i++) {
            array.add(item);
          }
          return array;
        }
        String text = value.asText();
        return JSON.textNode(
            length < text.length()
                ? text.substring(0, length)
                : text + "x".repeat(length - text.length()));
      }
    }
  }

  private static boolean isOf(JsonNode value, String type) {
    return switch (type) {
      case "boolean" -> value.isBoolean();
      case "integer", "number" -> value.isNumber();
      case "string" -> value.isTextual();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      default -> true;
    };
  }
}
