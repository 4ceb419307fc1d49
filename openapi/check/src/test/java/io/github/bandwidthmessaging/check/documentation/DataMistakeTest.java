package io.github.bandwidthmessaging.check.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the transcription are told of its own files. */
@NullUnmarked
final class DataMistakeTest {
  @TempDir private Path folder;

  @BeforeEach
  void copyTheData() throws IOException {
    Path data = Project.resolve("openapi/documentation");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(each -> !each.equals(data)).toList()) {
        Files.copy(file, folder.resolve(data.relativize(file).toString()));
      }
    }
  }

  @Test
  void areNotInTheProject() {
    assertThat(DataMistake.in(folder)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "additions.yaml | createMessage.400: {type: object} | createMessage.400: object | \"createMessage.400\" must be a map, not 'object'",
        "additions.yaml | createMessage.400: {type: object} | createMessage.400: {type: {a: b}} | \"type\" must be a string, not a map",
        "additions.yaml | createMessage.404/2: {same as: createMessage.400} | createMessage.404/2: {same as: createMessage.444} | createMessage.404/2 is the same as createMessage.444, for which there is no source",
        "additions.yaml | facts: | fatcs: | \"fatcs\" is not known here, only events, facts, examples, leftOut",
        "additions.yaml | createMessage.400: {type: object} | createMessage.400: {type: object | expected ',' or '}'",
        "page.yaml | method: POST | method: POST` `method: PUT | \"method\" is here twice, first on line",
        "page.yaml | title: Send SMS or MMS Messages | title: Send: SMS | a key cannot be here",
        "errata.yaml | receipts: | recepts: | \"recepts\" is not known here, only receipts, sections",
        "additions.yaml | mandatory: 'yes'} | mandatory: yes} | \"mandatory\" is read as true; put it in quotes",
        "formats.yaml | keyword: date-time | keyword: | \"keyword\" must be a string, and is empty; is the next line indented?",
        "formats.yaml | refuses: [a picture] | refuses: a picture | \"refuses\" must be a list, not 'a picture'",
        "sources.yaml | receiveMessageEvents method: 'HTTP | receiveMessageEvents method: '(HTTP | is invalid: Unclosed group",
        "equivalent-mutants.yaml | 'rename callback at .*' | 'rename callback at [' | the pattern rename callback at [ is invalid",
        "additions.yaml | [listMedia | [listMessages/429-gone, listMedia | there is no example examples/listMessages/429-gone.json",
        "words.yaml | contradictions: | contradiction: | \"contradiction\" is not known here, only facts, contradictions, silence",
        "words.yaml | A page holds up to 1,000 files. | [A page] | \"words\" must be a string, not a list",
        "words.yaml | media: high} | media: sure} | must be one of high, medium, low, not 'sure'",
        "words.yaml | {Bandwidth's page on media: | {Bandwidth's page on medium: | sources.yaml has no \"Bandwidth's page on medium\"",
        "errors/404-pathNotFound.json | { | {{ | Unexpected character"
      })
  void areNamedWithTheirLine(String file, String right, String wrong, String sentence)
      throws IOException {
    Path edited = folder.resolve(file);
    String before = Files.readString(edited);
    int at = before.indexOf(right);
    assertThat(at).isNotNegative();
    Files.writeString(
        edited,
        before.substring(0, at)
            + wrong.replace("` `", "\n")
            + before.substring(at + right.length()));
    long line = before.substring(0, at).lines().count() + (wrong.contains("` `") ? 1 : 0);
    List<DataMistake> mistakes = DataMistake.in(folder);
    assertThat(mistakes).hasSize(1);
    assertThat(mistakes.get(0).file()).endsWith(Path.of(file).getFileName().toString());
    assertThat(mistakes.get(0).sentence()).contains(sentence);
    assertThat(mistakes.get(0).line()).isBetween((int) line - 1, (int) line + 2);
  }

  @Test
  void isAMissingFile() throws IOException {
    Files.delete(folder.resolve("formats.yaml"));
    assertThat(DataMistake.in(folder))
        .extracting(DataMistake::sentence)
        .containsExactly("the file is missing");
  }
}
