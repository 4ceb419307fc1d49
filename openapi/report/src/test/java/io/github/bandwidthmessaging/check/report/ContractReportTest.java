package io.github.bandwidthmessaging.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.report.ContractReport.Failure;
import io.github.bandwidthmessaging.check.report.ContractReport.Tests;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import io.github.bandwidthmessaging.check.report.ContractResults.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContractReportTest {
  private static final Row GOOD = new Row("status 400", List.of("same", "same"), true, "");
  private static final Row BAD =
      new Row("status 422", List.of("same", "other"), false, "the proxy says 400");

  @Test
  void isGreenWhenEverythingIs() {
    ContractReport report = report(Map.of("errors", table(GOOD)), List.of(), tests());

    assertThat(report.isGreen()).isTrue();
    assertThat(report.html()).contains("<h1 class=\"good\">Contract report: green</h1>");
    assertThat(report.markdown()).startsWith("# Contract report: green\n\nCommit 1234567, today\n");
  }

  @Test
  void isNotGreenWhenARowIsNot() {
    ContractReport report = report(Map.of("errors", table(GOOD, BAD)), List.of(), tests());

    assertThat(report.isGreen()).isFalse();
    assertThat(report.html())
        .contains(
            """
            <h1 class="bad">Contract report: not green, for 1 reason</h1>
            <p>Commit 1234567, today</p>
            <ul>
            <li>Errors, status 422: the proxy says 400</li>
            </ul>
            """)
        .contains("<details class=\"bad\" open>");
    assertThat(report.markdown())
        .startsWith(
            """
            # Contract report: not green, for 1 reason

            Commit 1234567, today

            - Errors, status 422: the proxy says 400
            """)
        .contains("| ❌ status 422 | same | other | the proxy says 400 |")
        .doesNotContain("status 400");
  }

  @Test
  void hasDisagreeingRowsBeforeAgreeingOnes() {
    String html = report(Map.of("errors", table(GOOD, BAD)), List.of(), tests()).html();

    assertThat(html)
        .containsSubsequence(
            "<th>status 422</th>", "<summary>1 that agree</summary>", "<th>status 400</th>");
  }

  @Test
  void isNotGreenWhenATestFailed() {
    ContractReport report =
        report(
            Map.of("errors", table(GOOD)),
            List.of(),
            tests(new Failure("PrismTest: starts", "no Node")));

    assertThat(report.isGreen()).isFalse();
    assertThat(report.html()).contains("<li>contract-tests, PrismTest: starts: no Node</li>");
    assertThat(report.markdown()).contains("- contract-tests, PrismTest: starts: no Node\n");
  }

  @Test
  void isNotGreenWhenTestsHaveNotComeToTheirEnd() {
    ContractReport report =
        report(Map.of(), List.of(), new Tests("client-extensions", false, 3, 0, List.of()));

    assertThat(reasons(report)).containsExactly("client-extensions: the tests did not finish");
    assertThat(report.html())
        .contains("<p>Tests: client-extensions 3 passed, 0 failed, 0 skipped.</p>");
  }

  @Test
  void isNotGreenWhenSomethingIsMissingAfterTheLastTests() {
    ContractReport report =
        report(Map.of("errors", table(GOOD)), List.of("random", "places"), tests());

    assertThat(reasons(report)).containsExactly("Not run: random, places");
  }

  @Test
  void isNotCompleteBeforeTheLastTests() {
    ContractReport report =
        report(
            Map.of("complaints", table()),
            List.of("random", "places"),
            new Tests("openapi/check", true, 3, 0, List.of()));

    assertThat(report.isGreen()).isFalse();
    assertThat(report.html())
        .contains("<h1 class=\"none\">Contract report: not complete</h1>")
        .contains("<p>Not run yet: random, places.</p>");
    assertThat(report.markdown())
        .startsWith("# Contract report: not complete\n")
        .contains("\nNot run yet: random, places.\n")
        .contains("| ✅ | Errors | All of them |");
  }

  @Test
  void namesComplaintsFirst() {
    ContractReport report =
        report(
            Map.of("errors", table(BAD), "complaints", table(complaint(1), complaint(2))),
            List.of("random"),
            tests(new Failure("PrismTest: starts", "no Node")));

    assertThat(reasons(report))
        .containsExactly(
            "messaging.yaml:1: wrong",
            "messaging.yaml:2: wrong",
            "contract-tests, PrismTest: starts: no Node",
            "Errors, status 422: the proxy says 400",
            "Not run: random");
  }

  @Test
  void takesFailureThatARowTellsForOneReason() {
    ContractReport report =
        report(
            Map.of("errors", table(BAD)),
            List.of(),
            tests(
                new Failure(
                    "ErrorTest: rows", "Expecting empty but was:\n  [the proxy\n says 400]"),
                new Failure("ErrorTest: others", "the proxy says 500")));

    assertThat(reasons(report))
        .containsExactly(
            "contract-tests, ErrorTest: others: the proxy says 500",
            "Errors, status 422: the proxy says 400");
  }

  @Test
  void takesRowsWithTheSameReasonForOne() {
    Row sum = new Row("ErrorTest", List.of("", ""), false, "the proxy says 400; no Node");
    Row other = new Row("status 500", List.of("", ""), false, "no Node");
    ContractReport report = report(Map.of("errors", table(BAD, other, sum)), List.of(), tests());

    assertThat(reasons(report))
        .containsExactly("Errors, status 422: the proxy says 400", "Errors, status 500: no Node");
  }

  @Test
  void takesFactsForAmongTheComplaints() {
    ContractReport report =
        report(Map.of("facts", table(BAD), "complaints", table(complaint(1))), List.of(), tests());

    assertThat(reasons(report)).containsExactly("messaging.yaml:1: wrong");
    assertThat(report.html()).contains("<th>status 422</th>");
  }

  @Test
  void keepsTheBeginningOfALongReason() {
    ContractReport report =
        report(Map.of(), List.of(), tests(new Failure("T: t", "begins\n" + "long ".repeat(1000))));

    assertThat(reasons(report))
        .singleElement()
        .asString()
        .startsWith("contract-tests, T: t: begins long long")
        .endsWith("… (the rest is in contract-tests/target/surefire-reports)")
        .hasSizeLessThan(600);
  }

  @Test
  void collapsesWhatIsGreenAndWhatIsMore() {
    Row[] rows =
        IntStream.range(0, 2000)
            .mapToObj(i -> new Row("row" + i, List.of(), i >= 40, i < 40 ? "wrong " + i + "." : ""))
            .toArray(Row[]::new);
    Map<String, Table> tables = Map.of("errors", table(rows), "random", table(GOOD));
    ContractReport report = report(tables, List.of(), tests());

    assertThat(report.html())
        .containsSubsequence(
            "wrong 24.",
            "<details><summary>15 more</summary>",
            "wrong 25.",
            "<details class=\"bad\" open>",
            "wrong 39.",
            "<details><summary>1960 that agree</summary>")
        .contains("<details class=\"good\"><summary>");
  }

  @Test
  void saysWhatWasNotRun() {
    Table notRun = new Table("Client", "Not run", List.of(), List.of());
    ContractReport report =
        report(Map.of("errors", table(GOOD), "client", notRun), List.of(), tests());

    assertThat(report.isGreen()).isTrue();
    assertThat(report.html()).contains("<details class=\"none\"><summary><strong>Client</strong>");
    assertThat(report.markdown()).contains("| ➖ | Client | Not run |");
  }

  @Test
  void doesNotTakeTextForMarkup() {
    Row row = new Row("<b>a|b</b>", List.of("`x`", "line 1\nline 2"), false, "a & \"b\" *c*");
    ContractReport report = report(Map.of("errors", table(row)), List.of(), tests());

    assertThat(report.html())
        .contains("&lt;b&gt;a|b&lt;/b&gt;", "a &amp; &quot;b&quot; *c*")
        .doesNotContain("<b>");
    assertThat(report.markdown())
        .contains(
            "| ❌ &lt;b&gt;a\\|b&lt;/b&gt; | \\`x\\` | line 1 line 2 | a &amp; &quot;b&quot; \\*c\\* |");
  }

  private static List<String> reasons(ContractReport report) {
    return report
        .markdown()
        .lines()
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .toList();
  }

  private static ContractReport report(
      Map<String, Table> tables, List<String> missing, Tests tests) {
    return new ContractReport("Commit 1234567, today", List.of(tests), tables, missing, "");
  }

  private static Tests tests(Failure... failures) {
    return new Tests("contract-tests", true, 9, 0, List.of(failures));
  }

  private static Row complaint(int line) {
    return new Row("messaging.yaml:" + line, List.of("correct it", ""), false, "wrong");
  }

  private static Table table(Row... rows) {
    return new Table("Errors", "All of them", List.of("mock", "proxy"), List.of(rows));
  }
}
