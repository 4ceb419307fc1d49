package io.github.bandwidthmessaging.check.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two documents, and whether that breaks users of the client.
 *
 * <p>A change is breaking if a valid message is rejected, if a response can arrive that could not
 * before, or if a name that became Java (a method, a class, an accessor, a constant) is gone. New
 * values and alternatives of responses do not break, as the client keeps what it does not know.
 * Whatever is not known here to be harmless breaks.
 *
 * <p>openapi-diff and Redocly's diff consider some of this harmless: a dropped alternative, a limit
 * of items or characters, a removed callback; and they ignore the names in Java.
 */
public final class DocumentChanges {
  /** A change, such as {@code MessageRequest.text.maxLength: 2048 became 1000}. */
  public record Change(String place, String what, boolean breaks) {
    @Override
    public String toString() {
      return place.isEmpty() ? what : place + ": " + what;
    }
  }

  /** For people only, without effect on the wire. */
  private static final Set<String> WORDS =
      Set.of(
          "deprecated",
          "description",
          "example",
          "examples",
          "externalDocs",
          "info",
          "openapi",
          "summary",
          "title");

  private final Map<?, ?> before;
  private final Map<?, ?> after;
  private final Set<Change> changes = new LinkedHashSet<>();
  private final Set<String> compared = new HashSet<>();

  private DocumentChanges(Document before, Document after) {
    this.before = withOwnParameters(before.root());
    this.after = withOwnParameters(after.root());
  }

  static List<Change> between(Document before, Document after) {
    DocumentChanges found = new DocumentChanges(before, after);
    found.objects("", found.before, found.after, true);
    return List.copyOf(found.changes);
  }

  /**
   * Compares objects by their keywords.
   *
   * @param sent whether the JSON they describe goes to Bandwidth; what is harmless for a request
   *     breaks a response, and vice versa
   */
  private void objects(String at, Map<?, ?> reference, Map<?, ?> newReference, boolean sent) {
    String name = className(reference);
    if (!Objects.equals(name, className(newReference))) {
      report(at, "is another class", true);
      return;
    }
    if (name != null && !compared.add(name + sent)) {
      return;
    }
    String place = name == null ? at : name;
    Map<?, ?> old = resolved(before, reference);
    Map<?, ?> now = resolved(after, newReference);
    Set<Object> keywords = new LinkedHashSet<>(old.keySet());
    keywords.addAll(now.keySet());
    for (Object keyword : keywords) {
      if (!WORDS.contains(keyword)) {
        keyword((String) keyword, place, old.get(keyword), now.get(keyword), sent);
      }
    }
  }

  private void keyword(
      String keyword, String parent, @Nullable Object old, @Nullable Object now, boolean sent) {
    String place = parent.isEmpty() ? keyword : parent + "." + keyword;
    switch (keyword) {
      case "paths" -> entries(parent, old, now, 2, sent);
      case "properties" -> entries(parent, old, now, 1, sent);
      case "content", "mapping", "securitySchemes" -> entries(place, old, now, 1, sent);
      case "responses" -> entries(place, old, now, 1, !sent);
      case "callbacks" -> entries(place, old, now, 3, !sent);
      // Each is a class; whether a change in it is breaking depends on where it is used.
      case "schemas" -> entries(place, map(old).keySet(), map(now).keySet());
      case "parameters" -> {
        // Components count where they are used. Even an optional one changes the method.
        if (!(old instanceof Map || now instanceof Map)) {
          listed(place, list(old), list(now), each -> parameter(each), sent, true);
        }
      }
      case "oneOf", "anyOf" ->
          listed(place, list(old), list(now), DocumentChanges::alternative, sent, false);
      case "servers" -> entries(place, named("url", list(old)), named("url", list(now)));
      case "tags" -> entries(place, named("name", list(old)), named("name", list(now)));
      case "enum", "security" -> {
        if (old == null || now == null) {
          value(place, old, now, true);
        } else {
          entries(place, list(old), list(now));
        }
      }
      case "required" -> {
        if (old instanceof Boolean || now instanceof Boolean) {
          value(place, old, now, Boolean.TRUE.equals(now));
        } else {
          missing(list(old), list(now)).forEach(each -> report(place, each + " is gone", !sent));
          missing(list(now), list(old)).forEach(each -> report(place, each + " is new", sent));
        }
      }
      case "maxItems", "maxLength", "maximum" ->
          value(place, old, now, isTighter(now, old, 1) == sent);
      case "minItems", "minLength", "minimum" ->
          value(place, old, now, isTighter(now, old, -1) == sent);
      case "additionalProperties" -> {
        boolean closed = Boolean.FALSE.equals(now);
        boolean opened = Boolean.FALSE.equals(old);
        value(place, old, now, closed ? sent : !opened || !sent);
      }
      case "nullable" -> value(place, old, now, Boolean.TRUE.equals(now) != sent);
      case "pattern" -> value(place, old, now, (sent ? now : old) != null);
      case "x-sensitive" -> value(place, old, now, !Boolean.TRUE.equals(now));
      default -> {
        if (old instanceof Map && now instanceof Map) {
          objects(place, map(old), map(now), sent);
        } else if (!keyword.startsWith("x-")) {
          value(place, old, now, true);
        }
      }
    }
  }

  /** Compares maps with names from the document, which can be nested. */
  private void entries(
      String place, @Nullable Object old, @Nullable Object now, int depth, boolean sent) {
    entries(place, map(old).keySet(), map(now).keySet());
    for (Map.Entry<?, ?> entry : map(old).entrySet()) {
      String name = (String) entry.getKey();
      Object other = map(now).get(name);
      String at = place.isEmpty() ? name : place + "." + name;
      if (other == null) {
        continue;
      }
      if (depth > 1) {
        entries(at, withoutWords(entry.getValue()), withoutWords(other), depth - 1, sent);
      } else if (other instanceof Map) {
        objects(at, map(entry.getValue()), map(other), sent);
      } else {
        value(at, entry.getValue(), other, true);
      }
    }
  }

  private void entries(String place, Collection<?> old, Collection<?> now) {
    missing(old, now).forEach(each -> report(place, each + " is gone", true));
    missing(now, old).forEach(each -> report(place, each + " is new", false));
  }

  /** Compares a list of objects that have an identifying value. */
  private void listed(
      String place,
      List<?> old,
      List<?> now,
      Function<Map<?, ?>, Object> name,
      boolean sent,
      boolean newBreaks) {
    Map<Object, Map<?, ?>> others = new LinkedHashMap<>();
    now.forEach(each -> others.put(name.apply(map(each)), map(each)));
    for (Object each : old) {
      Object known = name.apply(map(each));
      Map<?, ?> other = others.remove(known);
      if (other == null) {
        report(place, known + " is gone", true);
      } else {
        objects(place + "." + known, map(each), other, sent);
      }
    }
    others.keySet().forEach(each -> report(place, each + " is new", newBreaks));
  }

  private static Object alternative(Map<?, ?> schema) {
    String name = className(schema);
    Object type = schema.get("type");
    return name != null ? name : type != null ? type : schema;
  }

  private static Object parameter(Map<?, ?> parameter) {
    return String.valueOf(parameter.get("name"));
  }

  /** Returns a document whose operations have the parameters of their paths, in full. */
  private static Map<?, ?> withOwnParameters(Map<?, ?> root) {
    Map<Object, Object> paths = new LinkedHashMap<>();
    for (Map.Entry<?, ?> path : map(root.get("paths")).entrySet()) {
      Map<Object, Object> item = new LinkedHashMap<>(map(path.getValue()));
      List<?> shared = list(item.remove("parameters"));
      item.replaceAll(
          (method, operation) ->
              DocumentStatements.METHODS.contains(method)
                  ? withParameters(root, map(operation), shared)
                  : operation);
      paths.put(path.getKey(), item);
    }
    Map<Object, Object> copy = new LinkedHashMap<>(root);
    copy.put("paths", paths);
    return copy;
  }

  private static Map<?, ?> withParameters(Map<?, ?> root, Map<?, ?> operation, List<?> shared) {
    Map<Object, Object> parameters = new LinkedHashMap<>();
    for (Object parameter :
        Stream.concat(shared.stream(), list(operation.get("parameters")).stream()).toList()) {
      Map<?, ?> full = resolved(root, map(parameter));
      parameters.put(full.get("in") + " " + full.get("name"), full);
    }
    Map<Object, Object> copy = new LinkedHashMap<>(operation);
    if (!parameters.isEmpty()) {
      copy.put("parameters", List.copyOf(parameters.values()));
    }
    return copy;
  }

  private void value(String place, @Nullable Object old, @Nullable Object now, boolean breaks) {
    if (!Objects.equals(old, now)) {
      String change =
          old == null
              ? "is new, " + now
              : now == null ? old + " is gone" : "%s became %s".formatted(old, now);
      report(place, change, breaks);
    }
  }

  private void report(String place, String what, boolean breaks) {
    changes.add(new Change(place, what, breaks));
  }

  private static @Nullable String className(Map<?, ?> schema) {
    return schema.get("$ref") instanceof String reference
        ? reference.substring(reference.lastIndexOf('/') + 1)
        : null;
  }

  private static Map<?, ?> resolved(Map<?, ?> root, Map<?, ?> schema) {
    Object found = schema;
    if (schema.get("$ref") instanceof String reference) {
      found = root;
      for (String key : reference.substring(2).split("/", -1)) {
        found = map(found).get(key);
      }
    }
    return map(found);
  }

  /** Whether a limit is stricter than another, which may be absent. */
  private static boolean isTighter(@Nullable Object limit, @Nullable Object other, int sign) {
    return limit != null
        && (other == null
            || sign * ((Number) limit).doubleValue() < sign * ((Number) other).doubleValue());
  }

  private static List<?> named(String key, List<?> objects) {
    return objects.stream()
        .map(each -> each instanceof Map<?, ?> object ? object.get(key) : each)
        .toList();
  }

  private static List<Object> missing(Collection<?> from, Collection<?> in) {
    List<Object> missing = new ArrayList<>(from);
    missing.removeAll(in);
    return missing;
  }

  private static Map<?, ?> withoutWords(@Nullable Object object) {
    Map<?, ?> copy = new LinkedHashMap<>(map(object));
    copy.keySet().removeAll(WORDS);
    return copy;
  }

  private static Map<?, ?> map(@Nullable Object object) {
    return object == null ? Map.of() : (Map<?, ?>) object;
  }

  private static List<?> list(@Nullable Object array) {
    return array == null ? List.of() : (List<?>) array;
  }
}
