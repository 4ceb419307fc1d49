package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with a mistake each, and in told.txt what is said about them. */
@NullUnmarked
class WrongDocumentsTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/wrong");
  private static final String WARNING = "warning: ";

  /** What ends the build where the parser comes first, or where only the generator finds it. */
  private static final String STOP = "stop: ";

  @TempDir private Path folder;

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void reportsEachMistakeWithFileLineAndPlace(Path document) throws IOException {
    assertThat(DocumentCheck.complaints(document))
        .extracting(complaint -> (complaint.warning() ? WARNING : "") + complaint)
        .containsExactlyElementsOf(
            told(document).stream().filter(line -> !line.startsWith(STOP)).toList());
  }

  /** A build can skip swagger-parser's check and leave it to the generator. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void stopsTheBuildWithTheMistakesOnly(Path document) throws IOException {
    List<String> told = told(document);
    List<String> stops = told.stream().filter(line -> line.startsWith(STOP)).toList();
    List<String> mistakes = told.stream().filter(line -> line.startsWith(name(document))).toList();
    if (!stops.isEmpty()) {
      assertThatThrownBy(() -> generate(document))
          .satisfies(thrown -> assertThat(stops.get(0)).endsWith(thrown.getMessage()));
    } else if (mistakes.isEmpty()) {
      assertThatCode(() -> generate(document)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> generate(document))
          .hasMessage(String.join("\n", mistakes))
          .hasNoCause()
          .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
    }
  }

  private void generate(Path document) {
    Generation.generate(document, folder, options -> options.setValidateSpec(false));
  }

  private static List<String> told(Path document) throws IOException {
    try (Stream<String> lines = Files.lines(DOCUMENTS.resolve("told.txt"))) {
      return lines
          .filter(line -> line.replaceFirst(WARNING + "|" + STOP, "").startsWith(name(document)))
          .toList();
    }
  }

  private static String name(Path document) {
    return document.getFileName() + ":";
  }
}
