package io.github.bandwidthmessaging.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bandwidthmessaging.contract.ContractReport.Failure;
import io.github.bandwidthmessaging.contract.ContractReport.Table;
import io.github.bandwidthmessaging.contract.ContractResults.Row;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as Chromium lays it out, where there is one. */
final class ContractReportLayoutTest {
  private static final int PHONE = 390;
  private static final Pattern WIDTH = Pattern.compile("<title>(\\d+)</title>");

  private final Path folder;
  private Path chromium = Path.of("");

  ContractReportLayoutTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void findChromium() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(
                path ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "There is no Chromium on the PATH");
    chromium = found.orElseThrow();
  }

  @Test
  void isAsWideAsAPhone() throws Exception {
    assertThat(widthOf(longest().html())).isEqualTo(PHONE);
  }

  @Test
  void isTooWideForAPhoneWithoutItsStyle() throws Exception {
    assertThat(widthOf(longest().html().replaceAll("(?s)<style>.*</style>", "")))
        .isGreaterThan(PHONE);
  }

  /** One in which everything is open and longer than a line of a phone. */
  private static ContractReport longest() {
    String words = "https://example.com/" + "x".repeat(200);
    List<String> columns = List.of("a", words, "c", "d", "e", "f");
    Row row = new Row(words, List.of(words, words, words, words, words, words), false, words);
    return new ContractReport(
        words,
        List.of(new Table(words, words, columns, List.of(row))),
        List.of(words),
        List.of(new Failure(words, words)));
  }

  /** Returns how wide a page wants to be in a window of a phone's width. */
  private int widthOf(String html) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("report.html"), html);
    Path frame = folder.resolve("frame.html");
    Files.writeString(
        frame,
        """
        <!DOCTYPE html>
        <title></title>
        <iframe src="report.html" style="width: %dpx; height: 800px; border: 0"
          onload="document.title = this.contentDocument.documentElement.scrollWidth"></iframe>
        """
            .formatted(PHONE));
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                frame.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(40, SECONDS)).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    Matcher width = WIDTH.matcher(Files.readString(dom));
    assertThat(width.find()).as("a width in %s", Files.readString(dom)).isTrue();
    return Integer.parseInt(width.group(1));
  }
}
