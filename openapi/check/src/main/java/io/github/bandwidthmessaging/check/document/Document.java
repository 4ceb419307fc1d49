package io.github.bandwidthmessaging.check.document;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document as maps, lists and values, to be compared, or edited and written again. */
public record Document(Map<String, Object> root) {
  /** The project's document. */
  public static final Path FILE = Project.resolve("openapi/messaging.yaml");

  private static final YAMLMapper YAML = new YAMLMapper();

  /** Whether there may be an alias or a merge. */
  private static final Pattern ALIAS = Pattern.compile("(?m)(^|[-:,\\[{ ])\\*\\w|<<\\s*:");

  /** Reads the project's own document. */
  public static Document read() {
    return read(FILE);
  }

  /** Reads a document. */
  public static Document read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses a document in a test. */
  @SuppressWarnings("unchecked") // JSON objects have names as keys.
  public static Document parse(String yaml) {
    Object root = value(yaml);
    if (!(root instanceof Map)) {
      throw new IllegalArgumentException("The document is not an object");
    }
    return new Document((Map<String, Object>) root);
  }

  /** Reads YAML as a tree of JSON. */
  public static JsonNode tree(String yaml) {
    return YAML.valueToTree(value(yaml));
  }

  private static @Nullable Object value(String yaml) {
    try {
      // Jackson takes an alias for a string, and a merge for a key.
      return ALIAS.matcher(yaml).find()
          ? YamlAliases.resolved(yaml)
          : YAML.readValue(yaml, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a copy as a tree of JSON. */
  public JsonNode json() {
    return YAML.valueToTree(root);
  }

  /** Writes this document to a file. */
  public void write(Path file) {
    try {
      YAML.writeValue(file.toFile(), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the object at the end of a path of keys; a number is the index in a list. */
  @SuppressWarnings("unchecked") // JSON objects have names as keys.
  public Map<String, Object> at(Object... path) {
    return (Map<String, Object>) find(path);
  }

  /** Returns the list at the end of a path of keys. */
  @SuppressWarnings("unchecked") // JSON arrays take every value.
  List<Object> list(Object... path) {
    return (List<Object>) find(path);
  }

  /** Returns this document with everything from another one; lists are appended. */
  public Document with(Document other) {
    return new Document(both(root, other.root));
  }

  @SuppressWarnings("unchecked") // JSON objects have names as keys.
  private static <T> T both(T one, T other) {
    if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
      Map<Object, Object> both = new LinkedHashMap<>(first);
      second.forEach((key, value) -> both.merge(key, value, Document::both));
      return (T) both;
    }
    if (one instanceof List<?> first && other instanceof List<?> second) {
      return (T)
          Stream.concat(first.stream(), second.stream())
              .distinct()
              .collect(toCollection(ArrayList::new));
    }
    return other;
  }

  private Object find(Object... path) {
    Object found = root;
    for (Object key : path) {
      found =
          key instanceof Integer index
              ? ((List<?>) found).get(index)
              : ((Map<?, ?>) found).get(key);
      if (found == null) {
        throw new IllegalArgumentException("The document has no " + List.of(path));
      }
    }
    return found;
  }
}
