package io.github.bandwidthmessaging.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Finds the line that a message is about, by the name used in messages. */
final class Place extends YamlDocument {
  private static final Pattern SENTENCE =
      Pattern.compile("(?:Schema )?(.*?)(?: cannot be generated)?: .*", Pattern.DOTALL);

  private static final Pattern OPERATION =
      Pattern.compile("([A-Z]+) (/\\S*)(?: parameter (.+)| (body|\\d\\w\\w|default).*| .*)?");

  private Place(Path file) {
    super(file);
  }

  /**
   * Prefixes a message with the file and the line; returns nothing if it is not about a document.
   */
  static String located(String location, String sentence) {
    Path file = DocumentReader.file(location);
    boolean ours = sentence.contains(" cannot be generated: ");
    if (file == null) {
      return ours ? sentence : "";
    }
    int line = 0;
    Matcher matcher = SENTENCE.matcher(sentence);
    if (matcher.matches()) {
      Place place = new Place(file);
      try {
        if (place.read() != null) {
          line = place.find(matcher.group(1));
        }
      } catch (IOException e) {
        line = 0;
      }
    }
    return line > 0
        ? file.getFileName() + ":" + line + ": " + sentence
        : ours ? file.getFileName() + ": " + sentence : "";
  }

  private int find(String name) {
    Matcher operation = OPERATION.matcher(name);
    Node key = operation.matches() ? operation(operation) : schema(name);
    return key == null ? 0 : line(key);
  }

  private @Nullable Node operation(Matcher names) {
    Node item = get(at("#/paths"), names.group(2));
    Node method = key(item, names.group(1).toLowerCase(Locale.ROOT));
    Node operation = get(item, names.group(1).toLowerCase(Locale.ROOT));
    String part = names.group(4);
    Node found = null;
    if (names.group(3) != null) {
      found = parameter(operation, names.group(3));
      found = found == null ? parameter(item, names.group(3)) : found;
    } else if (part != null) {
      found =
          part.equals("body")
              ? key(operation, "requestBody")
              : key(get(operation, "responses"), part);
    }
    return found == null ? method : found;
  }

  private @Nullable Node parameter(@Nullable Node owner, String name) {
    for (Node parameter : elements(get(owner, "parameters"), false)) {
      Node ref = get(parameter, "$ref");
      if (text(get(ref == null ? parameter : at(text(ref)), "name")).equals(name)) {
        return parameter;
      }
    }
    return null;
  }

  /** OpenAPI Generator names a nested schema after both. */
  private @Nullable Node schema(String name) {
    Node schemas = at("#/components/schemas");
    String outer = "";
    for (String candidate : entries(schemas).keySet()) {
      if (candidate.length() > outer.length()
          && name.startsWith(candidate)
          && name.substring(candidate.length()).matches("([._\\[*].*)?")) {
        outer = candidate;
      }
    }
    Node key = key(schemas, outer);
    Node schema = get(schemas, outer);
    for (String part : name.substring(outer.length()).split("[._\\[\\]*]+", -1)) {
      Node inner = key(get(schema, "properties"), part);
      if (inner != null) {
        key = inner;
        schema = get(get(schema, "properties"), part);
      }
    }
    return key == null ? titled(schemas, name) : key;
  }

  /** Or after its title. */
  private @Nullable Node titled(@Nullable Node node, String name) {
    Node title = get(node, "title");
    if (title != null && text(title).replaceAll("\\W+", "_").equals(name)) {
      return title;
    }
    List<Node> parts = new ArrayList<>(elements(node, false));
    entries(node).values().forEach(entry -> parts.add(entry.getValueNode()));
    return parts.stream()
        .map(part -> titled(part, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Node key(@Nullable Node node, String name) {
    Map<String, NodeTuple> entries = entries(node);
    NodeTuple entry = entries.get(name);
    return entry == null ? null : entry.getKeyNode();
  }
}
