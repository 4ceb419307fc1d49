package io.github.bandwidthmessaging.contract.random;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.SegmentCount;
import io.github.bandwidthmessaging.SegmentCount.Encoding;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.node.NodeModules;
import io.github.bandwidthmessaging.random.RandomTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our count of segments against what two packages from npm count. */
final class SegmentOracleTest {
  private static final int TEXTS = Integer.getInteger("segment.texts", 4_000);

  /**
   * What a reader sees as one character although it is several: sms-segments-calculator keeps it
   * together.
   */
  private static final Pattern CLUSTER =
      Pattern.compile("\\r\\n|[\\u200d\\u0301]|[\\x{1F1E6}-\\x{1F1FF}]");

  private record Oracle(
      Encoding encoding, int segments, int left, Encoding second, int secondSegments) {}

  private static final List<String> TEXTS_TRIED = new ArrayList<>();
  private static final List<Oracle> ORACLES = new ArrayList<>();

  @BeforeAll
  static void askOracles(@TempDir Path folder) throws IOException, InterruptedException {
    Path modules = NodeModules.installed();
    JsonAdapter<String> json = new Moshi.Builder().build().adapter(String.class);
    Random random = new Random(5);
    for (int i = 0; i < TEXTS; i++) {
      TEXTS_TRIED.add(RandomTexts.next(random));
    }
    Path input = folder.resolve("texts");
    Files.write(input, TEXTS_TRIED.stream().map(json::toJson).toList());
    Path output = folder.resolve("counts");
    ProcessBuilder node =
        new ProcessBuilder("node", Project.resolve("contract-tests/segments.cjs").toString())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    node.environment().put("NODE_PATH", modules.toString());
    Process process = node.start();
    try {
      assertThat(process.waitFor(120, SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
    for (String line : Files.readAllLines(output, UTF_8)) {
      String[] parts = line.split(" ", -1);
      ORACLES.add(
          new Oracle(
              parts[0].equals("GSM") ? Encoding.GSM_7 : Encoding.UCS_2,
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              parts[3].equals("GSM-7") ? Encoding.GSM_7 : Encoding.UCS_2,
              Integer.parseInt(parts[4])));
    }
    assertThat(ORACLES).hasSize(TEXTS);
  }

  @Test
  void agreesWithSplitSms() {
    for (int i = 0; i < TEXTS; i++) {
      SegmentCount count = SegmentCount.of(TEXTS_TRIED.get(i));
      Oracle oracle = ORACLES.get(i);

      assertThat(count.encoding()).as(TEXTS_TRIED.get(i)).isEqualTo(oracle.encoding());
      assertThat(count.segments()).as(TEXTS_TRIED.get(i)).isEqualTo(oracle.segments());
      assertThat(count.unitsLeft()).as(TEXTS_TRIED.get(i)).isEqualTo(oracle.left());
    }
  }

  /**
   * It never splits what a reader sees as one character, such as a flag, so it can need another
   * segment. No standard requires that: a handset joins the segments before it shows anything, and
   * only the halves of a surrogate pair are not characters by themselves.
   */
  @Test
  void agreesWithSegmentsCalculatorExceptForClustersAtAnEnd() {
    int different = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = TEXTS_TRIED.get(i);
      SegmentCount count = SegmentCount.of(text);
      Oracle oracle = ORACLES.get(i);

      assertThat(count.encoding()).as(text).isEqualTo(oracle.second());
      if (count.segments() != oracle.secondSegments()) {
        different++;
        assertThat(CLUSTER.matcher(text).find()).as(text).isTrue();
        assertThat(count.encoding()).as(text).isEqualTo(Encoding.UCS_2);
        assertThat(oracle.secondSegments()).as(text).isGreaterThan(count.segments());
      }
    }
    assertThat(different).isLessThan(TEXTS / 100);
  }
}
