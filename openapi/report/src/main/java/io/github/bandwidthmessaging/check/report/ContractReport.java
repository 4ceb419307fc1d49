package io.github.bandwidthmessaging.check.report;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import io.github.bandwidthmessaging.check.report.ContractResults.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The results of a build on one page: green, not green and why, or not complete. */
final class ContractReport {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --good: #1a7f37; --bad: #cf222e; --line: #8884; --soft: #8881; }
      * { box-sizing: border-box; }
      body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; padding-left: .75rem; border-left: .5rem solid; }
      h1.good { border-color: var(--good); }
      h1.bad { border-color: var(--bad); }
      h1.none { border-color: var(--line); }
      ul { padding-left: 1.25rem; }
      details { border: 1px solid var(--line); border-left: .5rem solid; border-radius: .25rem; margin: .75rem 0; }
      details.good { border-left-color: var(--good); }
      details.bad { border-left-color: var(--bad); }
      details.none { border-left-color: var(--line); }
      summary { cursor: pointer; padding: .6rem .75rem; }
      summary span { display: block; }
      details details { border: 0; margin: 0; }
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

  /** The table of complaints about the document; its rows are the most important reasons. */
  static final String COMPLAINTS = "complaints";

  /** The table of what the document says; its errors are among the complaints. */
  static final String FACTS = "facts";

  private static final int LONGEST_REASON = 500;

  /** The rest is collapsed. */
  private static final int REASONS_AT_ONCE = 25;

  // Moshi requires public records.

  /** The name of a build, and what is built, when and on what. */
  public record Start(String run, String words) {}

  /** A failed test, and what it threw. */
  public record Failure(String test, String message) {}

  /** The test results of a module. */
  public record Tests(
      String module, boolean ended, int passed, int skipped, List<Failure> failures) {
    String words() {
      return "%s %d passed, %d failed, %d skipped"
          .formatted(module, passed, failures.size(), skipped);
    }
  }

  private final String start;
  private final List<Tests> tests;
  private final List<Table> tables;
  private final String notRun;
  private final List<String> reasons = new ArrayList<>();

  /**
   * Makes a report.
   *
   * @param start what is built, and when
   * @param tests the test results, by module
   * @param tables what was written besides, by name
   * @param missing the names of what is not there, or not yet
   * @param stopped where the build has stopped if it goes no further, empty if nobody knows
   */
  ContractReport(
      String start,
      List<Tests> tests,
      Map<String, Table> tables,
      List<String> missing,
      String stopped) {
    this.start = start;
    this.tests = tests;
    this.tables = List.copyOf(tables.values());
    disagreeing(tables.get(COMPLAINTS)).forEach(row -> reason(words(row), "in the table"));
    List<Table> others =
        tables.entrySet().stream()
            .filter(entry -> !List.of(COMPLAINTS, FACTS).contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<Row> rows = others.stream().flatMap(table -> disagreeing(table).stream()).toList();
    for (Tests ofModule : tests) {
      failures(ofModule, rows);
    }
    StringBuilder told = new StringBuilder();
    for (Table table : others) {
      for (Row row : disagreeing(table)) {
        if (!tells(told.toString(), row.reason())) {
          told.append(row.reason()).append('\n');
          reason(table.title() + ", " + words(row), "in the table");
        }
      }
    }
    boolean hasEnded =
        tests.stream().anyMatch(each -> each.module().equals(ContractRun.LAST) && each.ended());
    if (hasEnded && !missing.isEmpty()) {
      reason("Not run: " + String.join(", ", missing), "");
    }
    notRun =
        hasEnded || missing.isEmpty()
            ? ""
            : "Not run yet: "
                + String.join(", ", missing)
                + "."
                + (stopped.isEmpty()
                    ? ""
                    : " If Maven has finished, it stopped " + stopped + "; its output says why.");
  }

  /** A failure that a table row explains is not a separate reason. */
  private void failures(Tests ofModule, List<Row> rows) {
    for (Failure failure : ofModule.failures()) {
      String message = oneLine(failure.message());
      if (rows.stream()
          .map(row -> oneLine(row.reason()))
          .noneMatch(reason -> tells(message, reason) || tells(reason, message))) {
        reason(
            ofModule.module() + ", " + failure.test() + ": " + message,
            "in " + ofModule.module() + "/target/surefire-reports");
      }
    }
    if (!ofModule.ended()) {
      reason(ofModule.module() + ": the tests did not finish", "");
    }
  }

  private static String words(Row row) {
    return row.reason().isEmpty() ? row.name() : row.name() + ": " + row.reason();
  }

  /** Whether a string contains all parts of a reason. */
  private static boolean tells(String text, String reason) {
    return !reason.isEmpty() && Stream.of(reason.split("; ")).allMatch(text::contains);
  }

  private static List<Row> disagreeing(@Nullable Table table) {
    return table == null ? List.of() : table.rows().stream().filter(row -> !row.ok()).toList();
  }

  /** A report with parts still to come is neither green nor red. */
  boolean isGreen() {
    return reasons.isEmpty() && notRun.isEmpty();
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
        %s%s%s
        </body>
        </html>
        """
        .formatted(
            verdict(),
            STYLE,
            isGreen() ? "good" : reasons.isEmpty() ? "none" : "bad",
            verdict(),
            escaped(start),
            htmlReasons(),
            notes().map(note -> "<p>" + escaped(note) + "</p>\n").collect(joining()),
            tables.stream().map(ContractReport::html).collect(joining("\n")));
  }

  private Stream<String> notes() {
    String words = tests.stream().map(Tests::words).collect(joining("; "));
    return Stream.of(words.isEmpty() ? "" : "Tests: " + words + ".", notRun)
        .filter(note -> !note.isEmpty());
  }

  private String htmlReasons() {
    int shown = Math.min(reasons.size(), REASONS_AT_ONCE);
    String more =
        """
        <details><summary>%d more</summary>
        %s</details>
        """
            .formatted(reasons.size() - shown, htmlList(reasons.subList(shown, reasons.size())));
    return htmlList(reasons.subList(0, shown)) + (shown == reasons.size() ? "" : more);
  }

  private static String htmlList(List<String> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.stream()
            .map(reason -> "<li>" + escaped(reason) + "</li>\n")
            .collect(joining("", "<ul>\n", "</ul>\n"));
  }

  /** As GitHub Markdown for the summary of a CI run; what is green takes one line. */
  String markdown() {
    return Stream.of(
            Stream.of("# " + verdict(), "", start, ""),
            reasons.stream().map(reason -> "- " + inCell(reason)),
            notes().flatMap(note -> Stream.of("", inCell(note))),
            Stream.of("", "| | | |", "|---|---|---|").limit(tables.isEmpty() ? 0 : 3),
            tables.stream()
                .map(
                    table ->
                        "| %s | %s | %s |"
                            .formatted(
                                mark(table), inCell(table.title()), inCell(table.summary()))),
            tables.stream().filter(table -> !table.isGreen()).flatMap(ContractReport::markdown))
        .flatMap(lines -> lines)
        .collect(joining("\n", "", "\n"));
  }

  /** One line, truncated if it is long. */
  private void reason(String words, String rest) {
    String line = oneLine(words);
    reasons.add(
        line.length() <= LONGEST_REASON
            ? line
            : line.substring(0, LONGEST_REASON) + " … (the rest is " + rest + ")");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private String verdict() {
    return isGreen()
        ? "Contract report: green"
        : reasons.isEmpty()
            ? "Contract report: not complete"
            : "Contract report: not green, for %d reason%s"
                .formatted(reasons.size(), reasons.size() == 1 ? "" : "s");
  }

  private static String html(Table table) {
    String style = table.columns().isEmpty() ? "none" : style(table.isGreen());
    String heading =
        "<strong>%s</strong> <span>%s</span>"
            .formatted(escaped(table.title()), escaped(table.summary()));
    List<Row> wrong = disagreeing(table);
    List<Row> right = table.rows().stream().filter(Row::ok).toList();
    String rows =
        wrong.isEmpty()
            ? html(table, right)
            : html(table, wrong)
                + "<details><summary>%d that agree</summary>%n%s</details>%n"
                    .formatted(right.size(), html(table, right));
    return "<details class=\"%s\"%s><summary>%s</summary>%n%s</details>"
        .formatted(style, wrong.isEmpty() ? "" : " open", heading, rows);
  }

  private static String html(Table table, List<Row> rows) {
    return rows.isEmpty()
        ? ""
        : """
        <table>
        <thead><tr><th></th>%s<th></th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        """
            .formatted(
                table.columns().stream()
                    .map(column -> "<th>" + escaped(column) + "</th>")
                    .collect(joining()),
                rows.stream().map(row -> html(table, row)).collect(joining()));
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
            disagreeing(table).stream()
                .map(
                    row ->
                        Stream.of(
                                Stream.of("❌ " + row.name()),
                                row.cells().stream(),
                                Stream.of(row.reason()))
                            .flatMap(cells -> cells)
                            .map(ContractReport::inCell)
                            .collect(joining(" | ", "| ", " |"))),
            Stream.of("", "</details>"))
        .flatMap(lines -> lines);
  }

  private static String mark(Table table) {
    return table.columns().isEmpty() ? "➖" : table.isGreen() ? "✅" : "❌";
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

  /** Escapes line breaks and Markdown, which would end or change a cell. */
  private static String inCell(String text) {
    return escaped(text).replaceAll("\\s+", " ").replaceAll("([\\\\|*_`\\[\\]])", "\\\\$1");
  }
}
