package io.github.bandwidthmessaging.check.report;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The results of the build, as data in {@code target/contract-results} for the report. */
public final class ContractResults {
  private static final Moshi JSON = new Moshi.Builder().build();

  /** One row of a table; {@code reason} says why it is not ok, or why it is ok anyway. */
  public record Row(String name, List<String> cells, boolean ok, String reason) {}

  /** A comparison; without columns it was not run, as its summary says. */
  public record Table(String title, String summary, List<String> columns, List<Row> rows) {
    boolean isGreen() {
      return rows.stream().allMatch(Row::ok);
    }
  }

  private final Path folder;

  ContractResults(Path folder) {
    this.folder = folder;
  }

  /** Writes the table {@code name.json}; the columns head the cells, not the names. */
  public static void write(
      String name, String title, String summary, List<String> columns, List<Row> rows) {
    new ContractResults(Project.resolve("target/contract-results"))
        .put(name, new Table(title, summary, columns, rows));
  }

  <T> void put(String name, T value) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          file(name), JSON.<T>adapter(value.getClass()).indent("  ").toJson(value) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the content of a file; a partially written file counts as missing. */
  <T> @Nullable T get(String name, Class<T> type) {
    try {
      return JSON.adapter(type).fromJson(Files.readString(file(name)));
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  /** Deletes everything, so that results of an earlier build are not mistaken for this one's. */
  void clear() {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path file(String name) {
    return folder.resolve(name.replace('/', '-') + ".json");
  }
}
