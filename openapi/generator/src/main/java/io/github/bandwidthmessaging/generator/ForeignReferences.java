package io.github.bandwidthmessaging.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.config.GlobalSettings;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * References that leave the folder of the document: to the web, or to another folder. They are not
 * followed, unless the global property {@code foreignReferences} is {@code true}.
 */
final class ForeignReferences {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|//|\\\\\\\\).*");
  private static final Set<String> LITERALS =
      Set.of("const", "default", "enum", "example", "examples", "value");
  private static final Set<String> NAMES = Set.of("properties", "patternProperties", "schemas");

  private final Path folder;
  private final Set<Path> files = new HashSet<>();
  private final Set<Node> nodes = new HashSet<>();

  /** The {@code $id}s of schemas, which can look like an address. */
  private final Set<String> ids = new HashSet<>();

  private final Map<String, String> absolute = new LinkedHashMap<>();

  private ForeignReferences(Path folder) {
    this.folder = folder;
  }

  static boolean allowed() {
    return Boolean.parseBoolean(GlobalSettings.getProperty("foreignReferences"));
  }

  /** Throws if a document, or another file that it refers to, has one. */
  static void refuse(Path document) {
    Path file = document.toAbsolutePath().normalize();
    if (!allowed() && file.getParent() != null) {
      ForeignReferences references = new ForeignReferences(file.getParent());
      references.read(file);
      references.absolute.keySet().removeAll(references.ids);
      references.absolute.forEach(
          (reference, from) -> {
            throw refusal(reference, from);
          });
    }
  }

  private void read(Path file) {
    if (Files.isRegularFile(file) && files.add(file)) {
      try {
        walk(new YamlDocument(file).read(), false, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void walk(@Nullable Node node, boolean names, Path file) {
    if (node instanceof MappingNode mapping && nodes.add(node)) {
      mapping
          .getValue()
          .forEach(
              entry -> {
                String key = YamlDocument.text(entry.getKeyNode());
                if (key.equals("$id") && !names) {
                  ids.add(YamlDocument.text(entry.getValueNode()));
                } else if (key.equals("$ref") && !names) {
                  check(YamlDocument.text(entry.getValueNode()), file);
                } else if (names || !(LITERALS.contains(key) || key.startsWith("x-"))) {
                  walk(entry.getValueNode(), !names && NAMES.contains(key), file);
                }
              });
    }
    YamlDocument.elements(node, false).forEach(element -> walk(element, false, file));
  }

  private void check(String reference, Path file) {
    String path = reference.replaceAll("#.*", "");
    String name = file.getFileName().toString();
    if (ABSOLUTE.matcher(path).matches()) {
      absolute.put(path, name);
    } else if (!path.isEmpty()) {
      Path target = file.resolveSibling(path).normalize();
      if (!target.startsWith(folder)) {
        throw refusal(reference, name);
      }
      read(target);
    }
  }

  private static Refusal refusal(String reference, String file) {
    return new Refusal(
        file
            + " refers to "
            + reference
            + ", which is not in its folder; to have it read, set the global property"
            + " \"foreignReferences\" to true.");
  }

  /**
   * Keeps the parser from fetching them, which it does before it calls the generator: the JVM asks
   * for a proxy before it connects.
   */
  static final class Guard extends ProxySelector {
    private static final Pattern PARSER =
        Pattern.compile("io\\.swagger\\..*\\.(RefUtils|ResolverCache|reference\\..*)");

    private static boolean installed;

    private final @Nullable ProxySelector other;

    private Guard(@Nullable ProxySelector other) {
      this.other = other;
    }

    static synchronized void install() {
      if (!installed) {
        ProxySelector.setDefault(new Guard(ProxySelector.getDefault()));
        installed = true;
      }
    }

    @Override
    public List<Proxy> select(URI uri) {
      if (DocumentReader.isExpecting() && isReference() && !allowed()) {
        // The parser catches exceptions and would continue; an error passes through.
        throw new Error(refusal(uri.toString(), "The document").getMessage());
      }
      return other == null ? List.of(Proxy.NO_PROXY) : other.select(uri);
    }

    /** Whether swagger-parser asks, and not for the document itself. */
    private static boolean isReference() {
      return StackWalker.getInstance()
          .walk(frames -> frames.anyMatch(f -> PARSER.matcher(f.getClassName()).matches()));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      if (other != null) {
        other.connectFailed(uri, address, failure);
      }
    }
  }
}
