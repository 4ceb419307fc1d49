package io.github.bandwidthmessaging.check.report;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the contract tests found, on one page: green, or not and why. */
final class ContractReport {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --good: #1a7f37; --bad: #cf222e; --line: #8884; --soft: #8881; }
      * { box-sizing: border-box; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; padding-left: .75rem; border-left: .5rem solid; }
      h1.good { border-color: var(--good); }
      h1.bad { border-color: var(--bad); }
      ul { padding-left: 1.25rem; }
      details { border: 1px solid var(--line); border-left: .5rem solid; border-radius: .25rem; margin: .75rem 0; }
      details.good { border-left-color: var(--good); }
      details.bad { border-left-color: var(--bad); }
      details.none { border-left-color: var(--line); }
      summary { cursor: pointer; padding: .6rem .75rem; }
      summary span { display: block; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th, td { border-top: 1px solid var(--line); padding: .4rem .75rem; text-align: left; vertical-align: top; }
      tbody th { font-weight: 600; min-width: 12rem; }
      tr.bad { background: #cf222e22; }
      @media (max-width: 40rem) {
        thead { display: none; }
        tr { display: block; border-top: 1px solid var(--line); padding: .4rem .75rem; }
        tbody th, td { display: block; border: 0; min-width: 0; padding: .1rem 0; }
        td:empty { display: none; }
        td::before { content: attr(data-column) ": "; opacity: .7; }
      }
      """;

  /** What is longer is told in full beside the row. */
  private static final int LONGEST_REASON = 200;

  /** A test that failed, and what it threw. */
  record Failure(String test, String message) {}

  /** What one of the tests wrote; without rows it was not run, as its summary says. */
  record Table(String title, String summary, List<String> columns, List<Row> rows) {
    boolean isGreen() {
      return rows.stream().allMatch(Row::ok);
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final String tests;
  private final List<Table> tables;
  private final List<String> reasons = new ArrayList<>();

  /**
   * Makes a report.
   *
   * @param tests how many tests there were, in words
   * @param tables what the tests wrote
   * @param missing the names of the results that should be there and are not
   * @param failures the tests that failed
   */
  ContractReport(String tests, List<Table> tables, List<String> missing, List<Failure> failures) {
    this.tests = tests;
    this.tables = tables;
    failures.forEach(failure -> reason(failure.test() + ": " + failure.message()));
    missing.forEach(name -> reason("No results of " + name + ": its test did not run."));
    for (Table table : tables) {
      table.rows().stream()
          .filter(row -> !row.ok())
          .forEach(row -> reason(table.title() + ", " + row.name() + ": " + row.reason()));
    }
  }

  /** Reads what {@link ContractResults} wrote. */
  static Table read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Table.class);
  }

  boolean isGreen() {
    return reasons.isEmpty();
  }

  String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1 class="%s">%s</h1>
        <p>%s</p>
        %s%s
        </body>
        </html>
        """
        .formatted(
            verdict(),
            STYLE,
            style(isGreen()),
            verdict(),
            escaped(tests),
            isGreen()
                ? ""
                : reasons.stream()
                    .map(reason -> "<li>" + escaped(reason) + "</li>\n")
                    .collect(joining("", "<ul>\n", "</ul>\n")),
            tables.stream().map(ContractReport::html).collect(joining("\n")));
  }

  /** In the dialect of GitHub, for the summary of a CI run. */
  String markdown() {
    return Stream.of(
            Stream.of("# " + verdict(), "", tests, ""),
            reasons.stream().map(reason -> "- " + inCell(reason)),
            Stream.of("", "| | | |", "|---|---|---|"),
            tables.stream()
                .map(
                    table ->
                        "| %s | %s | %s |"
                            .formatted(
                                mark(table), inCell(table.title()), inCell(table.summary()))),
            tables.stream()
                .filter(table -> !table.rows().isEmpty())
                .flatMap(ContractReport::markdown))
        .flatMap(lines -> lines)
        .collect(joining("\n", "", "\n"));
  }

  private void reason(String words) {
    reasons.add(
        words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON) + " …");
  }

  private String verdict() {
    return isGreen()
        ? "Contract report: green"
        : "Contract report: not green, for %d reason%s"
            .formatted(reasons.size(), reasons.size() == 1 ? "" : "s");
  }

  private static String html(Table table) {
    String style = table.rows().isEmpty() ? "none" : style(table.isGreen());
    String heading =
        "<strong>%s</strong> <span>%s</span>"
            .formatted(escaped(table.title()), escaped(table.summary()));
    if (table.rows().isEmpty()) {
      return "<details class=\"%s\"><summary>%s</summary></details>".formatted(style, heading);
    }
    return """
        <details class="%s"%s><summary>%s</summary>
        <table>
        <thead><tr><th></th>%s<th></th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        </details>"""
        .formatted(
            style,
            table.isGreen() ? "" : " open",
            heading,
            table.columns().stream()
                .map(column -> "<th>" + escaped(column) + "</th>")
                .collect(joining()),
            table.rows().stream().map(row -> html(table, row)).collect(joining()));
  }

  private static String html(Table table, Row row) {
    return "<tr%s><th>%s</th>%s<td data-column=\"%s\">%s</td></tr>%n"
        .formatted(
            row.ok() ? "" : " class=\"bad\"",
            escaped(row.name()),
            IntStream.range(0, row.cells().size())
                .mapToObj(
                    i ->
                        "<td data-column=\"%s\">%s</td>"
                            .formatted(
                                escaped(table.columns().get(i)), escaped(row.cells().get(i))))
                .collect(joining()),
            row.ok() ? "note" : "why",
            escaped(row.reason()));
  }

  private static Stream<String> markdown(Table table) {
    List<String> columns = table.columns();
    return Stream.of(
            Stream.of(
                "",
                "<details><summary>%s %s</summary>".formatted(mark(table), escaped(table.title())),
                "",
                "| | "
                    + columns.stream().map(ContractReport::inCell).collect(joining(" | "))
                    + " | |",
                "|---".repeat(columns.size() + 2) + "|"),
            table.rows().stream()
                .map(
                    row ->
                        Stream.of(
                                Stream.of((row.ok() ? "" : "❌ ") + row.name()),
                                row.cells().stream(),
                                Stream.of(row.reason()))
                            .flatMap(cells -> cells)
                            .map(ContractReport::inCell)
                            .collect(joining(" | ", "| ", " |"))),
            Stream.of("", "</details>"))
        .flatMap(lines -> lines);
  }

  private static String mark(Table table) {
    return table.rows().isEmpty() ? "➖" : table.isGreen() ? "✅" : "❌";
  }

  private static String style(boolean isGreen) {
    return isGreen ? "good" : "bad";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Neither a line break nor what Markdown could take for its own ends or changes a cell. */
  private static String inCell(String text) {
    return escaped(text).replaceAll("\\s+", " ").replaceAll("([\\\\|*_`\\[\\]])", "\\\\$1");
  }
}
