package io.github.bandwidthmessaging.check.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The last released document, with its version in the name of its file. Until the first release,
 * that is the document of the first version, so that no breaking change goes unnoticed.
 */
public record ReleasedDocument(Path file) {
  private static final String PREFIX = "messaging-";
  private static final String SUFFIX = ".yaml";

  /** Returns the one that is checked in, in a folder of its own. */
  public static ReleasedDocument in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      if (found.size() != 1) {
        throw new IllegalStateException(folder + " must hold one document, and holds " + found);
      }
      return new ReleasedDocument(found.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its version, such as {@code 0.1.0}. */
  public String version() {
    String name = String.valueOf(file.getFileName());
    return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
  }

  public List<DocumentChanges.Change> changesTo(Document next) {
    return DocumentChanges.between(Document.read(file), next);
  }

  /** Puts another in its place. */
  public void replaceBy(Path document, String version) throws IOException {
    Files.delete(file);
    Files.copy(document, file.resolveSibling(PREFIX + version + SUFFIX));
  }

  /**
   * Returns whether a version may break this one. Semantic Versioning 2.0.0: a major version may,
   * and before 1.0.0 a minor one too.
   */
  public boolean mayBreakIn(String version) {
    return mayBreak(version(), version);
  }

  static boolean mayBreak(String released, String next) {
    int[] from = Stream.of(released.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    int[] to = Stream.of(next.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    return to[0] > from[0] || (to[0] == 0 && from[0] == 0 && to[1] > from[1]);
  }
}
