package io.github.bandwidthmessaging.check.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.report.ContractReport.Failure;
import io.github.bandwidthmessaging.check.report.ContractReport.Table;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContractReportTest {
  private static final Row GOOD = new Row("request.tag", List.of("max 1024", "max 1024"), true, "");
  private static final Row BAD =
      new Row("request.tag", List.of("max 1024", "max 512"), false, "page says 1024, document 512");

  @Test
  void isGreenWhenEverythingIs() {
    ContractReport report = report(List.of(table(GOOD)), List.of(), List.of());

    assertThat(report.isGreen()).isTrue();
    assertThat(report.html()).contains("<h1 class=\"good\">Contract report: green</h1>");
    assertThat(report.markdown()).startsWith("# Contract report: green\n");
  }

  @Test
  void isNotGreenWhenARowIsNot() {
    ContractReport report = report(List.of(table(GOOD, BAD)), List.of(), List.of());

    assertThat(report.isGreen()).isFalse();
    assertThat(report.html())
        .contains("<h1 class=\"bad\">Contract report: not green, for 1 reason</h1>")
        .contains("<li>Facts, request.tag: page says 1024, document 512</li>")
        .contains("<details class=\"bad\" open>");
    assertThat(report.markdown())
        .startsWith("# Contract report: not green, for 1 reason\n")
        .contains("- Facts, request.tag: page says 1024, document 512\n")
        .contains("| ❌ request.tag | max 1024 | max 512 | page says 1024, document 512 |");
  }

  @Test
  void isNotGreenWhenATestFailed() {
    ContractReport report =
        report(
            List.of(table(GOOD)), List.of(), List.of(new Failure("PrismTest: starts", "no Node")));

    assertThat(report.isGreen()).isFalse();
    assertThat(report.html()).contains("<li>PrismTest: starts: no Node</li>");
    assertThat(report.markdown()).contains("- PrismTest: starts: no Node\n");
  }

  @Test
  void isNotGreenWhenResultsAreMissing() {
    ContractReport report = report(List.of(table(GOOD)), List.of("random"), List.of());

    assertThat(report.isGreen()).isFalse();
    assertThat(report.html()).contains("<li>No results of random: its test did not run.</li>");
  }

  @Test
  void saysWhatWasNotRun() {
    Table notRun = new Table("Client", "Not run", List.of(), List.of());
    ContractReport report = report(List.of(table(GOOD), notRun), List.of(), List.of());

    assertThat(report.isGreen()).isTrue();
    assertThat(report.html()).contains("<details class=\"none\"><summary><strong>Client</strong>");
    assertThat(report.markdown()).contains("| ➖ | Client | Not run |");
  }

  @Test
  void doesNotTakeTextForMarkup() {
    Row row = new Row("<b>a|b</b>", List.of("`x`", "line 1\nline 2"), true, "a & \"b\" *c*");
    ContractReport report = report(List.of(table(row)), List.of(), List.of());

    assertThat(report.html())
        .contains("&lt;b&gt;a|b&lt;/b&gt;", "a &amp; &quot;b&quot; *c*")
        .doesNotContain("<b>");
    assertThat(report.markdown())
        .contains(
            "| &lt;b&gt;a\\|b&lt;/b&gt; | \\`x\\` | line 1 line 2 | a &amp; &quot;b&quot; \\*c\\* |");
  }

  private static ContractReport report(
      List<Table> tables, List<String> missing, List<Failure> failures) {
    return new ContractReport("9 tests passed.", tables, missing, failures);
  }

  private static Table table(Row... rows) {
    return new Table("Facts", "All of them", List.of("page", "document"), List.of(rows));
  }
}
