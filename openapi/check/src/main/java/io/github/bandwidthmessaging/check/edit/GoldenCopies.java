package io.github.bandwidthmessaging.check.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.bandwidthmessaging.check.document.ApiSurface;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The checked-in copies of the generated client, which show in a diff how an edit changes it. */
final class GoldenCopies {
  private final Path folder;
  private final Path surface;

  GoldenCopies(Path folder, Path surface) {
    this.folder = folder;
    this.surface = surface;
  }

  Path folder() {
    return folder;
  }

  Path surface() {
    return surface;
  }

  /** Returns unified diffs by file, from what is checked in to what is generated. */
  Map<String, String> diffs(GeneratedClient client) throws IOException {
    Map<String, String> before = copies();
    Map<String, String> now = sources(client);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    Map<String, String> diffs = new TreeMap<>();
    for (String name : names) {
      String diff = diff(name, before.getOrDefault(name, ""), now.getOrDefault(name, ""));
      if (!diff.isEmpty()) {
        diffs.put(name, diff);
      }
    }
    return diffs;
  }

  /** Returns a unified diff of the list of the public API, empty if nothing changes. */
  String surfaceDiff(GeneratedClient client) throws IOException {
    String before = Files.exists(surface) ? Files.readString(surface) : "";
    return diff(String.valueOf(surface.getFileName()), before, surface(client));
  }

  /** Accepts what was generated. */
  void update(GeneratedClient client) throws IOException {
    Map<String, String> sources = sources(client);
    for (String old : copies().keySet()) {
      if (!sources.containsKey(old)) {
        Files.delete(folder.resolve(old));
      }
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue());
    }
    Files.writeString(surface, surface(client));
  }

  private static String surface(GeneratedClient client) throws IOException {
    return ApiSurface.of(
        client.packageName(),
        client.classes().resolve(client.packageName().replace('.', '/')),
        client.loader());
  }

  private static Map<String, String> sources(GeneratedClient client) {
    Map<String, String> sources = new TreeMap<>();
    client.sources().forEach((path, text) -> sources.put(path.replaceFirst(".*/", ""), text));
    return sources;
  }

  private Map<String, String> copies() throws IOException {
    Map<String, String> copies = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        copies.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return copies;
  }

  private static String diff(String name, String before, String now) {
    List<String> old = new ArrayList<>(before.lines().toList());
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            name, name, old, DiffUtils.diff(old, now.lines().toList()), 2);
    return String.join(System.lineSeparator(), diff);
  }
}
