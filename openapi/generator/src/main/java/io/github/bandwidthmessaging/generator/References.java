package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.util.ClasspathHelper;
import io.swagger.v3.parser.util.RemoteUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Follows references: JSON pointers, anchors, {@code $id} and other files. */
final class References {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The base of relative references: a file, or a schema with {@code $id}. */
  record Resource(URI base, JsonNode root) {}

  /** The target of a reference. */
  record Target(JsonNode node, Resource resource) {}

  private final Map<URI, Resource> resources = new HashMap<>();
  private final Resource document;

  References(String location, JsonNode document) {
    URI base = location.contains("://") ? URI.create(location) : Path.of(location).toUri();
    this.document = new Resource(base, document);
    resources.put(this.document.base(), this.document);
  }

  Resource document() {
    return document;
  }

  /** The resource that a schema is in, itself if it has an {@code $id}. */
  Resource within(JsonNode schema, Resource around) {
    if (!schema.path("$id").isTextual()) {
      return around;
    }
    URI base = resolved(schema.get("$id").textValue(), around);
    return base == null ? around : resources.computeIfAbsent(base, b -> new Resource(b, schema));
  }

  /** Returns null if there is nothing. */
  @Nullable Target find(String reference, Resource from) {
    int hash = reference.indexOf('#');
    String address = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
    Resource resource = address.isEmpty() ? from : resource(resolved(address, from));
    if (resource == null) {
      return null;
    }
    Target target = fragment(fragment, resource);
    // Authors who give schemas an $id seldom intend it to change the base of pointers.
    return target == null && address.isEmpty() ? fragment(fragment, document) : target;
  }

  private @Nullable Target fragment(String fragment, Resource resource) {
    if (!fragment.isEmpty() && !fragment.startsWith("/")) {
      JsonNode found = anchor(fragment, resource.root(), true);
      return found == null ? null : new Target(found, resource);
    }
    JsonNode node = resource.root();
    Resource within = resource;
    List<String> parts = List.of(fragment.split("/", -1));
    for (String part : parts.subList(1, parts.size())) {
      String name = part.replace("~1", "/").replace("~0", "~");
      boolean index = node.isArray() && name.matches("\\d{1,9}");
      JsonNode next = index ? node.get(Integer.parseInt(name)) : node.get(name);
      if (next == null) {
        return null;
      }
      node = next;
      within = within(node, within);
    }
    return new Target(node, within);
  }

  private static @Nullable JsonNode anchor(String name, JsonNode node, boolean root) {
    if (!root && node.path("$id").isTextual()) {
      return null;
    }
    if (node.path("$anchor").asText().equals(name)
        || node.path("$dynamicAnchor").asText().equals(name)) {
      return node;
    }
    for (JsonNode child : node) {
      JsonNode found = anchor(name, child, false);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Resource resource(@Nullable URI address) {
    Resource known = resources.get(address);
    if (known != null || address == null || !isReadable(address)) {
      return known;
    }
    String location =
        "file".equals(address.getScheme()) ? Path.of(address).toString() : address.toString();
    Resource resource = new Resource(address, tree(text(location)));
    resources.put(address, resource);
    return resource;
  }

  private static boolean isReadable(URI address) {
    return "file".equals(address.getScheme())
        ? Files.isRegularFile(Path.of(address))
        : ForeignReferences.allowed() && String.valueOf(address.getScheme()).startsWith("http");
  }

  /** Reads what is at a location that OpenAPI Generator takes. */
  static String text(String location) {
    try {
      if (location.startsWith("http")) {
        return RemoteUrl.urlToString(location, List.of());
      }
      Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      return Files.exists(file)
          ? Files.readString(file)
          : ClasspathHelper.loadFileFromClasspath(location);
    } catch (Exception e) {
      throw new IllegalArgumentException("Could not read " + location + ": " + e.getMessage(), e);
    }
  }

  /** The content of a YAML or JSON document. */
  static JsonNode tree(String text) {
    if (text.stripLeading().startsWith("{")) {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        // YAML can begin so, too.
      }
    }
    YamlDocument document = new YamlDocument(Path.of(""));
    Node root = document.read(text);
    if (root == null) {
      throw new Refusal(document.complaints().get(0).sentence());
    }
    return new Values(document).json(root, false, Set.of(), 0);
  }

  /**
   * The values of YAML, with keys and literals as they are written: {@code NO} is not a boolean
   * there, and what is said to be a string is one.
   */
  private static final class Values {
    private static final Set<String> LITERALS =
        Set.of("const", "default", "enum", "example", "examples");

    private final YamlDocument document;
    private int count;

    Values(YamlDocument document) {
      this.document = document;
    }

    JsonNode json(Node node, boolean literal, Set<String> types, int depth) {
      if (++count > 10_000_000 || depth > 1000) {
        throw new Refusal("The document has more than 10 million values, counting its aliases.");
      }
      if (node instanceof MappingNode) {
        Set<String> own =
            YamlDocument.elements(document.get(node, "type"), true).stream()
                .map(YamlDocument::text)
                .collect(Collectors.toSet());
        ObjectNode object = JSON.createObjectNode();
        document
            .entries(node)
            .forEach(
                (key, entry) ->
                    object.set(
                        key,
                        json(
                            entry.getValueNode(),
                            literal || LITERALS.contains(key),
                            literal ? Set.of() : own,
                            depth + 1)));
        return object;
      }
      if (node instanceof SequenceNode) {
        ArrayNode array = JSON.createArrayNode();
        YamlDocument.elements(node, false)
            .forEach(element -> array.add(json(element, literal, types, depth + 1)));
        return array;
      }
      String text = YamlDocument.text(node);
      String type = YamlDocument.type(node);
      boolean another = YamlDocument.isReadAsAnother(node);
      if (type.equals("null")) {
        return JSON.nullNode();
      }
      boolean written =
          literal
              && (types.contains("string") ? !types.contains(type) : another && types.isEmpty());
      if (written || type.equals("string")) {
        return JSON.getNodeFactory().textNode(text);
      }
      try {
        return another || type.equals("boolean")
            ? JSON.valueToTree(new Yaml().load(text))
            : JSON.readTree(text);
      } catch (JsonProcessingException e) {
        return JSON.getNodeFactory().textNode(text); // .inf is not in JSON.
      }
    }
  }

  /** Remembers the schemas with an {@code $id}, which references can name from anywhere. */
  void index(JsonNode node, Resource around) {
    Resource resource = within(node, around);
    node.forEach(child -> index(child, resource));
  }

  private static @Nullable URI resolved(String address, Resource from) {
    try {
      return from.base().resolve(address.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      return null; // An example can have an $id, too.
    }
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
