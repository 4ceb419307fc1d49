package io.github.bandwidthmessaging.check.report;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests found, as data in {@code target/contract-results} for the report. */
public final class ContractResults {
  private static final Path FOLDER = Project.resolve("target/contract-results");
  private static final JsonAdapter<Object> JSON =
      new Moshi.Builder().build().adapter(Object.class).indent("  ");

  /** One line of a table; {@code reason} says why it is not ok, or why it is all the same. */
  public record Row(String name, List<String> cells, boolean ok, String reason) {}

  private ContractResults() {}

  /** Writes the table {@code name.json}; the columns head the cells, not the names. */
  public static void write(
      String name, String title, String summary, List<String> columns, List<Row> rows) {
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("title", title);
    table.put("summary", summary);
    table.put("columns", columns);
    table.put("rows", rows.stream().map(ContractResults::fields).toList());
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(name + ".json"), JSON.toJson(table) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> fields(Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", row.name());
    fields.put("cells", row.cells());
    fields.put("ok", row.ok());
    fields.put("reason", row.reason());
    return fields;
  }
}
