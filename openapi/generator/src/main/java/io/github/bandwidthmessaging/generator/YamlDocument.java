package io.github.bandwidthmessaging.generator;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML or JSON file as nodes with lines, and the complaints about it. */
class YamlDocument {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  /** Anything larger is not a document, but an attempt to exhaust memory. */
  private static final long MAX_VALUES = 10_000_000;

  static final int MAX_CODE_POINTS = 32_000_000;

  private final Path file;
  private final Map<Integer, Set<DocumentCheck.Complaint>> complaints = new TreeMap<>();
  private final Map<Node, Map<String, NodeTuple>> entries = new HashMap<>();
  private @Nullable Node root;

  YamlDocument(Path file) {
    this.file = file;
  }

  final Path file() {
    return file;
  }

  /** The complaints in the order of the file. */
  final List<DocumentCheck.Complaint> complaints() {
    return complaints.values().stream().flatMap(Set::stream).toList();
  }

  final void add(Node node, String where, String sentence, Object... arguments) {
    complain(line(node), where, false, sentence, arguments);
  }

  /** Reports what is legal, or can be read anyway, but is probably unintended. */
  final void warn(Node node, String where, String sentence, Object... arguments) {
    complain(line(node), where, true, sentence, arguments);
  }

  private void add(int line, String where, String sentence, Object... arguments) {
    complain(line, where, false, sentence, arguments);
  }

  @SuppressWarnings("AnnotateFormatMethod") // Would need a dependency.
  private void complain(
      int line, String where, boolean warning, String sentence, Object... arguments) {
    String text = sentence.formatted(arguments);
    String complaint =
        (where.isEmpty() ? "" : where + ": ") + text + (text.endsWith("?") ? "" : ".");
    complaints
        .computeIfAbsent(line, l -> new LinkedHashSet<>())
        .add(new DocumentCheck.Complaint(file, line, complaint, warning));
  }

  /** Returns the root, null with a complaint if there is none. */
  final @Nullable Node read() throws IOException {
    if (Files.size(file) > MAX_CODE_POINTS) {
      add(1, "", "the document has more than %,d bytes", MAX_CODE_POINTS);
      return null;
    }
    byte[] bytes = Files.readAllBytes(file);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    boolean broken =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true).isError();
    String read = text.flip().toString();
    if (broken) {
      add(line(read, read.length()), "", "this line is not UTF-8");
      return null;
    }
    return read(read);
  }

  /** Returns the root of a text, null with a complaint if there is none. */
  final @Nullable Node read(String document) {
    String read = document;
    if (read.stripLeading().startsWith("{")) {
      // JSON may be indented with tabs and escape slashes, which SnakeYAML rejects.
      // So are characters that YAML does not allow.
      read =
          read.replaceAll("[\\t\\x7F-\\x84\\x86-\\x9F\\uFFFE\\uFFFF]", " ")
              .replaceAll("(?<!\\\\)((?:\\\\\\\\)*)\\\\/", "$1/");
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(1000);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    try {
      root = new Yaml(options).compose(new StringReader(read));
      if (root == null) {
        add(1, "", "the document is empty");
      } else if (size(root, new HashMap<>()) > MAX_VALUES) {
        add(1, "", "with its aliases the document has more than %,d values", MAX_VALUES);
        root = null;
      }
      return root;
    } catch (MarkedYAMLException e) {
      add(e.getProblemMark().getLine() + 1, "", "%s", sentence(e));
    } catch (ReaderException e) {
      int at = read.offsetByCodePoints(0, e.getPosition());
      add(line(read, at), "", "the character U+%04X is not allowed in YAML", e.getCodePoint());
    } catch (YAMLException e) {
      String message = String.valueOf(e.getMessage());
      boolean deep = message.startsWith("Nesting Depth");
      add(1, "", "%s", deep ? "values are nested more than 1,000 levels deep" : message);
    }
    return null;
  }

  /** The number of values in a node, counting each alias; too many if a node contains itself. */
  private static long size(Node node, Map<Node, Long> known) {
    Long before = known.putIfAbsent(node, MAX_VALUES + 1);
    if (before != null) {
      return before;
    }
    long size = 1;
    for (Node element : elements(node, false)) {
      size += size(element, known);
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        size += 1 + size(entry.getValueNode(), known);
      }
    }
    size = Math.min(size, MAX_VALUES + 1);
    known.put(node, size);
    return size;
  }

  private static int line(String text, int end) {
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private static String sentence(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String since =
        e.getContextMark() == null ? "" : " of line " + (e.getContextMark().getLine() + 1);
    if (problem.contains("\\t(TAB)")) {
      return "there is a tab; indent with spaces";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a key cannot be here; fix the indentation, or put a string with a colon in quotes";
    }
    if (problem.startsWith("expected <block end>")) {
      return "the indentation matches no previous line; it is neither inside nor next to the block"
          + since;
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "a key without a colon, or a string with the wrong indentation";
    }
    if (problem.startsWith("found undefined alias")) {
      return "the anchor" + problem.substring("found undefined alias".length()) + " does not exist";
    }
    if (problem.endsWith("but got :")) {
      return "a colon cannot be here; put a string with a colon in quotes";
    }
    if (problem.contains("<stream end>")) {
      return "the document ends in the middle" + since;
    }
    if (problem.equals("but found another document")) {
      return "another document begins here; a file has one";
    }
    return problem + (e.getContext() == null ? "" : " " + e.getContext() + since);
  }

  /** The entries of a mapping by key, with what it merges. Reports duplicates, once. */
  final Map<String, NodeTuple> entries(@Nullable Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return Map.of();
    }
    Map<String, NodeTuple> known = entries.get(node);
    if (known != null) {
      return known;
    }
    Map<String, NodeTuple> result = new LinkedHashMap<>();
    entries.put(node, result);
    String tag = mapping.getTag().getValue();
    if (tag.startsWith(Tag.PREFIX) && !mapping.getTag().equals(Tag.MAP)) {
      String sentence = "an object cannot have the tag !!%s";
      add(line(mapping), "", sentence, tag.substring(Tag.PREFIX.length()));
    }
    Map<String, NodeTuple> merged = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      Node key = entry.getKeyNode();
      if (key.getTag().equals(Tag.MERGE)) {
        for (Node from : elements(entry.getValueNode(), true)) {
          entries(from).forEach(merged::putIfAbsent);
        }
        continue;
      }
      NodeTuple first = result.putIfAbsent(text(key), entry);
      if (first != null) {
        add(
            line(key),
            "",
            "\"%s\" is here twice, first on line %d",
            text(key),
            line(first.getKeyNode()));
      }
      if (isReadAsAnother(key)) {
        warn(key, "", "YAML reads the key %s as a %s; write '%1$s'", text(key), type(key));
      }
    }
    merged.forEach(result::putIfAbsent);
    return result;
  }

  final @Nullable Node get(@Nullable Node node, String key) {
    NodeTuple entry = entries(node).get(key);
    return entry == null ? null : entry.getValueNode();
  }

  static List<Node> elements(@Nullable Node node, boolean orItself) {
    return node instanceof SequenceNode list
        ? list.getValue()
        : orItself && node != null ? List.of(node) : List.of();
  }

  static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The JSON type of what OpenAPI Generator's parser reads, which keeps dates as text. */
  static String type(Node node) {
    if (node instanceof MappingNode) {
      return "object";
    }
    if (node instanceof SequenceNode) {
      return "array";
    }
    Tag tag = node.getTag();
    if (tag.equals(Tag.STR) && isPlain(node) && NUMBER.matcher(text(node)).matches()) {
      return "number"; // 1e3 is not a number in YAML 1.1
    }
    return tag.equals(Tag.BOOL)
        ? "boolean"
        : tag.equals(Tag.INT)
            ? "integer"
            : tag.equals(Tag.FLOAT) ? "number" : tag.equals(Tag.NULL) ? "null" : "string";
  }

  private static boolean isPlain(Node node) {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  /** Whether it is a value such as {@code NO}, {@code 010} or {@code 12:30}. */
  static boolean isReadAsAnother(Node node) {
    String text = text(node);
    return isPlain(node)
        && switch (type(node)) {
          case "boolean" -> !text.equals("true") && !text.equals("false");
          case "integer" -> !text.matches("-?(0|[1-9]\\d*)");
          case "number" -> text.contains("_") || text.contains(":");
          default -> false;
        };
  }

  /** The target of a reference within the document, null if there is none. */
  final @Nullable Node at(String reference) {
    if (!reference.startsWith("#")) {
      Set<String> names = entries(at("#/components/schemas")).keySet();
      return names.contains(reference) ? at("#/components/schemas/" + reference) : null;
    }
    List<String> parts = List.of(reference.split("/", -1));
    Node node = parts.get(0).equals("#") ? root : null;
    for (String part : parts.subList(1, parts.size())) {
      String name = decoded(part).replace("~1", "/").replace("~0", "~");
      List<Node> list = elements(node, false);
      node =
          list.isEmpty() || !name.matches("\\d{1,9}") || Integer.parseInt(name) >= list.size()
              ? get(node, name)
              : list.get(Integer.parseInt(name));
    }
    return node;
  }

  private static String decoded(String part) {
    try {
      return part.contains("%")
          ? URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8)
          : part;
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  /** Whether it reads as a number, in quotes or not. */
  static boolean isNumber(Node node) {
    return NUMBER.matcher(text(node)).matches();
  }

  /** Compares numbers; others are equal. */
  static int compare(Node a, Node b) {
    boolean numbers = NUMBER.matcher(text(a)).matches() && NUMBER.matcher(text(b)).matches();
    return numbers ? new BigDecimal(text(a)).compareTo(new BigDecimal(text(b))) : 0;
  }
}
