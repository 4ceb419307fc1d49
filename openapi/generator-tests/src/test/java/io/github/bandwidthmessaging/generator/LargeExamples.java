package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.NullUnmarked;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.HTTP;

/** The examples of a document, each with the generated type that reads it. */
@NullUnmarked
final class LargeExamples {
  private static final Set<String> METHODS =
      Set.of("delete", "get", "head", "options", "patch", "post", "put", "trace");

  private static final Set<Type> RAW = Set.of(RequestBody.class, ResponseBody.class, Void.class);

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  record Example(String place, Type type, JsonNode json) {}

  private final JsonNode document;
  private final List<Class<?>> types;
  private final Map<String, Class<?>> models = new HashMap<>();
  private final Map<String, Method> calls = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();
  private final List<String> withoutMethod = new ArrayList<>();
  private int operations;

  LargeExamples(JsonNode document, List<Class<?>> types) {
    this.document = document;
    this.types = types;
    for (Class<?> type : types) {
      models.put(letters(type.getSimpleName()), type);
    }
    for (Class<?> type : interfaces()) {
      for (Method method : type.getMethods()) {
        if (method.getReturnType() == Call.class) {
          // Without its body, an operation has another method.
          calls.merge(
              request(method),
              method,
              (a, b) -> a.getParameterCount() > b.getParameterCount() ? a : b);
        }
      }
    }
    document.path("paths").properties().forEach(path -> addPath(path.getKey(), path.getValue()));
    document
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              Class<?> model = models.get(letters(schema.getKey()));
              JsonNode example = schema.getValue().path("example");
              if (model != null && !example.isMissingNode()) {
                examples.add(new Example(schema.getKey(), model, example));
              }
            });
  }

  int operations() {
    return operations;
  }

  /** The component schemas that have a class. */
  Map<String, Class<?>> schemas() {
    Map<String, Class<?>> schemas = new LinkedHashMap<>();
    document
        .at("/components/schemas")
        .fieldNames()
        .forEachRemaining(
            name -> {
              Class<?> model = models.get(letters(name));
              if (model != null) {
                schemas.put(name, model);
              }
            });
    return schemas;
  }

  long models() {
    return types.stream()
        .filter(t -> models.containsKey(letters(t.getSimpleName() + "JsonAdapter")))
        .count();
  }

  List<Class<?>> interfaces() {
    return types.stream()
        .filter(t -> t.isInterface() && t.getSimpleName().endsWith("Api"))
        .toList();
  }

  List<String> operationsWithoutMethod() {
    return withoutMethod;
  }

  List<Example> all() {
    return examples;
  }

  private void addPath(String path, JsonNode item) {
    item.properties()
        .forEach(
            entry -> {
              if (METHODS.contains(entry.getKey())) {
                operations++;
                addOperation(
                    entry.getKey().toUpperCase(Locale.ROOT) + " " + path, entry.getValue());
              }
            });
  }

  private void addOperation(String request, JsonNode operation) {
    int space = request.indexOf(' ') + 1;
    String server = operation.at("/servers/0/url").asText();
    Method method = calls.get(request.substring(0, space) + pattern(request.substring(space)));
    if (method == null) {
      method = calls.get(request.substring(0, space) + pattern(server + request.substring(space)));
    }
    if (method == null) {
      withoutMethod.add(request);
      return;
    }
    Type body = null;
    for (Parameter parameter : method.getParameters()) {
      body = parameter.isAnnotationPresent(Body.class) ? parameter.getParameterizedType() : body;
    }
    addContent(request + " body", body, resolved(operation.path("requestBody")));
    Type returned = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    operation
        .path("responses")
        .properties()
        .forEach(
            response ->
                addContent(
                    request + " " + response.getKey(),
                    response.getKey().startsWith("2") ? returned : null,
                    resolved(response.getValue())));
  }

  private void addContent(String place, Type type, JsonNode message) {
    message
        .path("content")
        .properties()
        .forEach(
            content -> {
              JsonNode schema = content.getValue().path("schema");
              String ref = schema.path("$ref").asText();
              boolean raw = type == null || RAW.contains(type);
              Type model =
                  raw ? models.get(letters(ref.substring(ref.lastIndexOf('/') + 1))) : type;
              if (model == null || !content.getKey().contains("json")) {
                return;
              }
              List<JsonNode> found = new ArrayList<>(List.of(content.getValue().path("example")));
              content
                  .getValue()
                  .path("examples")
                  .forEach(e -> found.add(resolved(e).path("value")));
              if (ref.isEmpty()) {
                found.add(schema.path("example"));
              }
              for (JsonNode example : found) {
                if (!example.isMissingNode()) {
                  examples.add(new Example(place, model, parsed(example)));
                }
              }
            });
  }

  /** Some documents have the text of an object in place of the object. */
  private static JsonNode parsed(JsonNode example) {
    if (example.isTextual() && example.asText().matches("(?s)\\s*[{\\[].*")) {
      try {
        return JSON.readTree(example.asText());
      } catch (IOException e) {
        return example;
      }
    }
    return example;
  }

  private JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }

  private static String request(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation instanceof HTTP http) {
        return http.method() + " " + pattern(http.path());
      }
      String name = annotation.annotationType().getSimpleName();
      if (METHODS.contains(name.toLowerCase(Locale.ROOT))) {
        try {
          Object path = annotation.annotationType().getMethod("value").invoke(annotation);
          return name + " " + pattern(path.toString());
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(e.getMessage(), e);
        }
      }
    }
    throw new AssertionError(method);
  }

  /** A path without its server and the names of its parameters. */
  private static String pattern(String path) {
    return path.replaceFirst("^https?://[^/]*", "")
        .replaceFirst("^/", "")
        .replaceFirst("^$", ".")
        .replaceAll("\\{.*?}", "{}");
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns where two values differ, empty if nowhere; an absent property and null are the same.
   */
  static String difference(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      Set<String> names = new TreeSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        String difference = difference(path + "." + name, expected.path(name), actual.path(name));
        if (!difference.isEmpty()) {
          return difference;
        }
      }
      return "";
    }
    if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      for (int i = 0; i < expected.size(); i++) {
        String difference = difference(path + "[" + i + "]", expected.get(i), actual.get(i));
        if (!difference.isEmpty()) {
          return difference;
        }
      }
      return "";
    }
    return same(expected, actual) ? "" : path + " was " + expected + " and became " + actual;
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isNumber() && actual.isNumber()) {
      return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    if (expected.isTextual() && actual.isTextual() && !expected.equals(actual)) {
      try {
        return OffsetDateTime.parse(
                expected.asText().replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
            .isEqual(OffsetDateTime.parse(actual.asText()));
      } catch (DateTimeException e) {
        return false;
      }
    }
    boolean nothing = expected.isNull() || expected.isMissingNode();
    return nothing ? actual.isNull() || actual.isMissingNode() : expected.equals(actual);
  }
}
