package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The lines of a YAML file, by JSON pointer. */
public final class YamlLines {
  private final @Nullable Node root;

  private YamlLines(@Nullable Node root) {
    this.root = root;
  }

  /** Reads a file that is valid YAML. */
  public static YamlLines of(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new YamlLines(new Yaml().compose(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A duplicate key of an object. */
  public record Duplicate(String key, int line, int first) {}

  /** Returns the duplicate keys. */
  public List<Duplicate> duplicates() {
    List<Duplicate> duplicates = new ArrayList<>();
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    if (root != null) {
      addDuplicates(root, seen, duplicates);
    }
    return duplicates;
  }

  private static void addDuplicates(Node node, Set<Node> seen, List<Duplicate> duplicates) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Integer> lines = new HashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          Integer first = lines.putIfAbsent(key.getValue(), line(key));
          if (first != null) {
            duplicates.add(new Duplicate(key.getValue(), line(key), first));
          }
        }
        addDuplicates(entry.getValueNode(), seen, duplicates);
      }
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> addDuplicates(item, seen, duplicates));
    }
  }

  /** The node at the end of a pointer, as far as it exists. */
  private record Found(@Nullable Node node, int line, boolean whole) {}

  /** Returns the line of a pointer's target, or of its last existing parent. */
  public int line(String pointer) {
    return find(pointer).line();
  }

  /** Returns the last line of a pointer's target. */
  public int lastLine(String pointer) {
    Found found = find(pointer);
    return found.node() == null ? found.line() : found.node().getEndMark().getLine();
  }

  /**
   * Returns the line of a place such as {@code MessageRequest.text.maxLength}, in a schema or in a
   * path, or of its last existing parent.
   */
  public int lineOfPlace(String place) {
    String pointer = "";
    for (String name : place.split("[.: ]+", -1)) {
      for (String parent : List.of("", "/components/schemas", "/paths", "/properties", "/items")) {
        String inner = pointer + parent + "/" + escaped(name);
        if (find(inner).whole()) {
          pointer = inner;
          break;
        }
      }
    }
    return line(pointer);
  }

  private Found find(String pointer) {
    Found found = new Found(root, 1, true);
    for (String escaped : pointer.replaceFirst("^#?/", "").split("/", -1)) {
      String name = escaped.replace("~1", "/").replace("~0", "~");
      NodeTuple entry = found.node() instanceof MappingNode mapping ? entry(mapping, name) : null;
      if (entry != null) {
        found = new Found(entry.getValueNode(), line(entry.getKeyNode()), true);
      } else if (found.node() instanceof SequenceNode list
          && name.matches("\\d{1,9}")
          && Integer.parseInt(name) < list.getValue().size()) {
        Node item = list.getValue().get(Integer.parseInt(name));
        found = new Found(item, line(item), true);
      } else {
        return new Found(found.node(), found.line(), false);
      }
    }
    return found;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** Returns an entry of an object, or of one that is merged into it. */
  private static @Nullable NodeTuple entry(MappingNode mapping, String name) {
    return Stream.concat(
            mapping.getValue().stream(),
            mapping.getValue().stream()
                .filter(each -> each.getKeyNode().getTag().equals(Tag.MERGE))
                .map(NodeTuple::getValueNode)
                .flatMap(
                    node ->
                        node instanceof SequenceNode list
                            ? list.getValue().stream()
                            : Stream.of(node))
                .map(node -> node instanceof MappingNode merged ? entry(merged, name) : null)
                .filter(Objects::nonNull))
        .filter(each -> each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Returns a name as it is written in a JSON pointer. */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Returns the pointers of the objects and lists in a tree. */
  public static IdentityHashMap<JsonNode, String> pointers(JsonNode tree) {
    IdentityHashMap<JsonNode, String> pointers = new IdentityHashMap<>();
    List<JsonNode> open = new ArrayList<>(List.of(tree));
    pointers.put(tree, "");
    while (!open.isEmpty()) {
      JsonNode node = open.remove(open.size() - 1);
      String pointer = pointers.getOrDefault(node, "");
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (field.getValue().isContainerNode()) {
          pointers.put(field.getValue(), pointer + "/" + escaped(field.getKey()));
          open.add(field.getValue());
        }
      }
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        if (node.get(i).isContainerNode()) {
          pointers.put(node.get(i), pointer + "/" + i);
          open.add(node.get(i));
        }
      }
    }
    return pointers;
  }
}
