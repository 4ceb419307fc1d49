package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document is read as YAML means it. */
final class DocumentReadTest {
  private static final String MERGED =
      """
      text: &text
        type: string
        maxLength: 9
      first: &first {a: 1, b: 2}
      second: {b: 3, c: 'yes'}
      name:
        <<: *text
        maxLength: 10
      both:
        <<: [*first, {b: 4, d: [*text]}]
      """;

  @Test
  void followsAliasesAndMerges() {
    Map<String, Object> text = Map.of("type", "string", "maxLength", 9);
    assertThat(Document.parse(MERGED).root())
        .containsEntry("name", Map.of("type", "string", "maxLength", 10))
        .containsEntry("both", Map.of("a", 1, "b", 2, "d", List.of(text)));
  }

  @Test
  void findsLinesOfWhatIsMerged(@TempDir Path folder) throws Exception {
    YamlLines lines = YamlLines.of(Files.writeString(folder.resolve("merged.yaml"), MERGED));
    assertThat(lines.line("/name/type")).isEqualTo(2);
    assertThat(lines.line("/name/maxLength")).isEqualTo(8);
    assertThat(lines.line("/both/a")).isEqualTo(4);
  }

  @Test
  void readsValuesAsWithoutAliases() {
    String values = "values: [1, 1.5, true, null, ~, yes, 2021-10-02, '1', text, 1e3, '', +1]\n";
    assertThat(Document.parse(values + "also: &a {}\nof: *a\n").list("values"))
        .isEqualTo(Document.parse(values).list("values"));
  }

  @Test
  void namesTheLineOfAnAliasWithoutEnd() {
    assertThatThrownBy(() -> Document.parse("a: 1\nb: &b\n  c: *b\n"))
        .isInstanceOfSatisfying(
            AliasException.class, thrown -> assertThat(thrown.line()).isEqualTo(2))
        .hasMessage("an alias refers to what contains it");
  }

  @Test
  void refusesAliasesThatGrow() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int i = 1; i < 16; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThatThrownBy(() -> Document.parse(bomb.toString()))
        .isInstanceOf(AliasException.class)
        .hasMessageContaining("million");
  }
}
