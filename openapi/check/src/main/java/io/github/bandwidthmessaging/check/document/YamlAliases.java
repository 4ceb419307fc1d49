package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML with each alias replaced by what it stands for, and with what is merged. */
final class YamlAliases {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** What can be something other than a string. */
  private static final Pattern TYPED =
      Pattern.compile("(?is)true|false|yes|no|on|off|y|n|null|~|[-+.\\d].*");

  /** Aliases of aliases can grow without end. */
  private static final int MOST_VALUES = 1_000_000;

  private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
  private int values;

  private YamlAliases() {}

  /**
   * Returns maps, lists and values.
   *
   * @throws AliasException if an alias stands for what is around it, or for too much
   */
  static @Nullable Object resolved(String yaml) throws JsonProcessingException {
    Node root = new Yaml().compose(new StringReader(yaml));
    return root == null ? null : new YamlAliases().value(root);
  }

  private @Nullable Object value(Node node) throws JsonProcessingException {
    if (++values > MOST_VALUES) {
      throw new AliasException(node, "the aliases stand for more than a million values");
    }
    if (node instanceof ScalarNode scalar) {
      // Jackson's types of values, as where there are no aliases.
      return scalar.getScalarStyle() != ScalarStyle.PLAIN
          ? scalar.getValue()
          : scalar.getValue().isEmpty()
              ? null
              : TYPED.matcher(scalar.getValue()).matches()
                  ? YAML.readValue(scalar.getValue(), Object.class)
                  : scalar.getValue();
    }
    if (!around.add(node)) {
      throw new AliasException(node, "an alias refers to what contains it");
    }
    Object value = node instanceof SequenceNode list ? list(list) : map((MappingNode) node);
    around.remove(node);
    return value;
  }

  private List<@Nullable Object> list(SequenceNode node) throws JsonProcessingException {
    List<@Nullable Object> list = new ArrayList<>();
    for (Node item : node.getValue()) {
      list.add(value(item));
    }
    return list;
  }

  /** An object's own entries come first, and override merged ones. */
  private Map<String, @Nullable Object> map(MappingNode node) throws JsonProcessingException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (NodeTuple entry : node.getValue()) {
      if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
        merged.addAll(
            entry.getValueNode() instanceof SequenceNode list
                ? list.getValue()
                : List.of(entry.getValueNode()));
      } else if (entry.getKeyNode() instanceof ScalarNode key) {
        map.put(key.getValue(), value(entry.getValueNode()));
      }
    }
    for (Node from : merged) {
      if (value(from) instanceof Map<?, ?> entries) {
        entries.forEach((key, value) -> map.putIfAbsent((String) key, value));
      }
    }
    return map;
  }
}
