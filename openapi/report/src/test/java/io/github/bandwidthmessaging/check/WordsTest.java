package io.github.bandwidthmessaging.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks all text of the project against the table "Words" in CONTRIBUTING.md. */
class WordsTest {
  private static final Set<String> SKIPPED =
      Set.of("target", "node_modules", ".git", ".idea", "golden", "released");
  private static final Pattern FILE = Pattern.compile(".*\\.(java|kt|mustache|cjs|md|ya?ml|xml)");
  private static final Pattern CODE = Pattern.compile(".*\\.(java|kt|mustache|cjs)");

  /** Text blocks, strings, and comments of a source file. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])'"
              + "|/\\*.*?\\*/|//[^\\n]*+");

  /** Identifiers in Javadoc and Markdown. */
  private static final Pattern NAME = Pattern.compile("\\{@(?:code|link) [^}]*\\}|`[^`\\n]+`");

  /** Space between words, which can wrap within a comment. */
  private static final String SPACE = "\\s+(?:(?:\\*|//|#)\\s+)?";

  private static final Map<String, String> WORDS = table("CONTRIBUTING.md");
  private static final Map<String, String> ALLOWED = allowed();

  /** Any of the words, to skip the text that has none. */
  private static final Pattern ANY =
      Pattern.compile(
          WORDS.keySet().stream().map(WordsTest::words).collect(joining("|", "\\b(?:", ")")),
          Pattern.CASE_INSENSITIVE);

  @Test
  void projectUsesTheWordsOfTheTable() throws IOException {
    assertThat(found(Project.resolve(""))).isEmpty();
  }

  @Test
  void tableIsRead() {
    assertThat(WORDS).hasSizeGreaterThan(10).containsEntry("telephone", "phone number");
  }

  @Test
  void everyExceptionIsNeeded() throws IOException {
    Map<Path, String> texts = texts(Project.resolve(""));
    for (String phrase : ALLOWED.keySet()) {
      assertThat(texts.values().stream().anyMatch(text -> pattern(phrase).matcher(text).find()))
          .as(phrase)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A.java       | /** Sends to a telephone. */                  | 1
          A.java       | // Sends to a Telephone.                      | 1
          A.java       | say("to the telephones");                     | 1
          A.java       | int telephone = telephone();                  | 0
          A.java       | /** Calls {@code telephone}. */               | 0
          A.java       | char quote = '"'; // telephone                | 1
          a.yaml       | description: One of your telephone numbers.   | 1
          a.yaml       | telephone: a key                              | 0
          a.yaml       | description: "must contain exactly one telephone number" | 0
          A.md         | Sends to a telephone.                         | 1
          A.md         | Calls `telephone`.                            | 0
          A.md         | The URL is no string.                         | 1
          A.md         | There is no string, and it is no longer read. | 0
          a.json       | A telephone.                                  | 0
          """)
  void findsWordsInTextButNotInNames(String file, String text, int count) {
    assertThat(found(Path.of(file), text)).hasSize(count);
  }

  @Test
  void saysWhereTheWordIsAndWhatToWrite() {
    assertThat(found(Path.of("src", "A.java"), "class A {\n  /** It is\n   * no telephone. */\n}"))
        .containsExactly(
            "src/A.java:3: \"telephone\": write \"phone number\"",
            "src/A.java:2: \"is no\": write \"" + WORDS.get("is no") + "\"");
  }

  private static List<String> found(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    texts(folder).forEach((file, text) -> found.addAll(found(file, text)));
    return found;
  }

  private static List<String> found(Path file, String content) {
    List<String> found = new ArrayList<>();
    if (!FILE.matcher(file.toString()).matches()) {
      return found;
    }
    String text = ANY.matcher(content).find() ? visible(file, content) : "";
    List<MatchResult> allowed =
        ALLOWED.keySet().stream().flatMap(it -> pattern(it).matcher(text).results()).toList();
    WORDS.forEach(
        (wrong, right) ->
            pattern(wrong)
                .matcher(text)
                .results()
                .filter(hit -> allowed.stream().noneMatch(it -> overlap(it, hit)))
                .forEach(
                    hit ->
                        found.add(
                            "%s:%d: \"%s\": write \"%s\""
                                .formatted(
                                    file.toString().replace('\\', '/'),
                                    text.substring(0, hit.start())
                                            .chars()
                                            .filter(it -> it == 10)
                                            .count()
                                        + 1,
                                    wrong,
                                    right))));
    return found;
  }

  private static boolean overlap(MatchResult one, MatchResult other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** Returns the content with everything but text replaced by spaces. */
  private static String visible(Path file, String content) {
    String text = content;
    if (CODE.matcher(file.toString()).matches()) {
      StringBuilder visible = new StringBuilder(hidden(content));
      TEXT.matcher(content)
          .results()
          .forEach(it -> visible.replace(it.start(), it.end(), it.group()));
      text = visible.toString();
    }
    return NAME.matcher(text).replaceAll(it -> hidden(it.group()));
  }

  private static String hidden(String text) {
    return text.replaceAll("\\S", "_");
  }

  /** Matches a phrase in any case, with or without an s at its end, but not a key of YAML. */
  private static Pattern pattern(String phrase) {
    return Pattern.compile(
        "(?<![\\w-])" + words(phrase) + "s?(?![\\w:-])", Pattern.CASE_INSENSITIVE);
  }

  private static String words(String phrase) {
    return Arrays.stream(phrase.split(" ", -1)).map(Pattern::quote).collect(joining(SPACE));
  }

  private static Map<Path, String> texts(Path folder) throws IOException {
    Map<Path, String> texts = new LinkedHashMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(dir.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (FILE.matcher(file.toString()).matches() && !file.endsWith("WordsTest.java")) {
              String text = Files.readString(file);
              // The table names the words.
              texts.put(
                  folder.relativize(file),
                  file.endsWith("CONTRIBUTING.md") ? text.split("\n## Words\n", -1)[0] : text);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return texts;
  }

  /** Returns what to write, by what not to write. */
  private static Map<String, String> table(String file) {
    Map<String, String> words = new LinkedHashMap<>();
    String section = read(Project.resolve(".github").resolve(file)).split("\n## Words\n", -1)[1];
    section
        .lines()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> line.split(" *\\| *", -1))
        .forEach(
            cells -> {
              for (String wrong : cells[2].split(", ", -1)) {
                words.put(wrong, cells[1]);
              }
            });
    return words;
  }

  /** Returns the phrases that may stay, each with the reason. */
  private static Map<String, String> allowed() {
    Map<String, String> allowed = new LinkedHashMap<>();
    read(Project.resolve("openapi/report/src/test/resources/words-allowed.txt"))
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(line -> allowed.put(line[0], line[1]));
    return allowed;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
