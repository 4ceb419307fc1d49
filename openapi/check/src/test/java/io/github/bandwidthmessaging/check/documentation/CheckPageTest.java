package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.documentation.SavedFile.NotACopyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages made from the transcription, with words of the test's own for those of Bandwidth, which are
 * not here; then something on them changes.
 */
final class CheckPageTest {
  private final JsonNode transcription = transcription();

  /** How a page can be saved. */
  enum Form {
    TEXT {
      @Override
      String part(String tag, String text) {
        // Copying a page loses indentation and empty lines, and gives code lines of its own.
        return text.replaceAll("(?m)^ +|^\n", "").replace(" like ", "\nlike\n") + "\n";
      }

      @Override
      String table(List<List<String>> rows) {
        return rows.stream()
            .map(row -> String.join(" |\n", row) + " |\n")
            .collect(joining())
            .replaceFirst("Description \\|\n", "$0---|---|---|\n");
      }

      @Override
      String page(String body) {
        return body;
      }
    },
    COPIED {
      @Override
      String part(String tag, String text) {
        return TEXT.part(tag, text);
      }

      @Override
      String table(List<List<String>> rows) {
        return rows.stream()
            .map(row -> String.join("\t", row).replace(" -OR- ", "\n-OR-\n") + "\n")
            .collect(joining());
      }

      @Override
      String page(String body) {
        return "Home\nSend SMS or MMS Messages\nSign in\nTags\nResponse Parameters\n" + body;
      }
    },
    HTML {
      @Override
      String part(String tag, String text) {
        String escaped = text.replace("<", "&lt;").replace(" like ", " <code>like</code> ");
        return "<%s class=a>%s</%s>\n".formatted(tag, escaped, tag);
      }

      @Override
      String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>");
        for (List<String> row : rows) {
          String cell = table.length() == "<table>".length() ? "th" : "td";
          table.append("<tr>");
          row.forEach(text -> table.append(part(cell, text)));
          table.append("</tr>");
        }
        return table + "</table>\n";
      }

      @Override
      String page(String body) {
        return "<html><head><style>p {}</style></head><body><nav><a>Tags</a></nav>%s</body></html>"
            .formatted(body);
      }
    };

    abstract String part(String tag, String text);

    abstract String table(List<List<String>> rows);

    abstract String page(String body);
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingOnAnUnchangedPage(Form form) throws NotACopyException {
    assertThat(changes(page(form))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          Send SMS or MMS Messages => Send Messages => page: title was Send SMS or MMS Messages, page says Send Messages
          api/v2/users/ => api/v3/users/ => page: url was https://messaging.bandwidth.com/api/v2/users/{accountId}/messages, page says https://messaging.bandwidth.com/api/v3/users/{accountId}/messages
          leverages Basic => leverages Bearer => page: authentication was Basic, page says Bearer
          request tag (max 1024 Chars) => request tag (max 512 Chars) => request.tag: max was 1024, page says 512
          request tag (max 1024 Chars) => request tag of up to 4,096 characters => request.tag: max was 1024, page says 4096
          request tag (max 1024 Chars) => request tag => request.tag: max was 1024, page says nothing
          Tags (max 1024 Chars) => Tags (must be 2048 characters or less) => Tags: max was 1024, page says 2048
          request applicationId => request applicationId, at most 36 characters => request.applicationId: max was nothing, page says 36
          request to in E.164 => request to in any => request.to: format was E.164, page says nothing
          RFC-3339 => ISO 8601 => request.expiration: format was RFC-3339, page says ISO-8601
          values are default or high => values are default, high or low => request.priority: values was default, high, page says default, high, low
          use the default => use the high => request.priority: default was default, page says high
          Yes (if media => No (if media => request.text: mandatory was Yes (if media is not provided), page says No (if media is not provided)
          array of 1 (one) => array of 2 (two) => request.to: type was string -OR- array of 1 (one) or more strings, page says string -OR- array of 2 (two) or more strings
          int => string => response.segmentCount: type was int, page says string
          About response owner => Concerning response owner => response.owner: sentence 1 was [
          About response owner. => About response owner. It is new. => response.owner: sentence 2 is new, page says "It is new."
          About response owner. => '' => response.owner: sentence 1 was [
          Send a picture message => Send a photo => example 2: title was Send a picture message, page says Send a photo
          [ "+12345678902" ] => "+12345678902" => example 1 receipt: line 6 was "to" : [ "+12345678902" ],, page says "to" : "+12345678902",
          "segmentCount" : 1 => "segmentCount" : 2 => example 3 receipt after curl: line 18 was "segmentCount" : 1, page says "segmentCount" : 2
          HTTP/1.1 => HTTP/2 => example 1 request: line 1 was POST https://messaging.bandwidth.com/api/v2/users/{accountId}/messages HTTP/1.1, page says POST https://messaging.bandwidth.com/api/v2/users/{accountId}/messages HTTP/2
          202 Accepted => 201 Created => example 5 receipt: line 1 was Status: 202 Accepted, page says Status: 201 Created
          -u '{username}:{password}' => -u {key} => example 2 curl: line 3 was
          snippet of groupMessage => another of groupMessage => example 4: the other languages was
          """)
  void namesWhatChanged(String before, String after, String change) throws NotACopyException {
    for (Form form : Form.values()) {
      String page = page(form);
      assertThat(page).contains(before);
      assertThat(changes(page.replace(before, after)))
          .as(form.name())
          .anySatisfy(found -> assertThat(found).startsWith(change));
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesNewParameter(Form form) throws NotACopyException {
    object("request").putObject("channel").put("mandatory", "No").put("type", "string");
    String page = page(form);
    object("request").remove("channel");
    assertThat(changes(page))
        .singleElement(as(STRING))
        .isEqualTo(
            "request.channel: new on the page, mandatory No, type string, sentences "
                + SavedPage.fingerprint("About request channel.")
                + " -> page.yaml, request.channel");
  }

  @ParameterizedTest
  @EnumSource
  void namesRemovedParameter(Form form) throws NotACopyException {
    String page = page(form);
    object("request").putObject("channel").put("mandatory", "No").put("type", "string");
    assertThat(changes(page))
        .containsExactly("request.channel: no longer on the page -> page.yaml, request.channel");
  }

  @Test
  void givesTheNewFingerprints() throws NotACopyException {
    String page = page(Form.TEXT).replace("About response owner.", "One. Two.");
    assertThat(changes(page))
        .containsExactly(
            "response.owner: sentence 1 was [%s], page says \"One.\"; sentence 2 is new, page says \"Two.\" -> page.yaml, response.owner.sentences: %s %s"
                .formatted(
                    SavedPage.fingerprint("About response owner."),
                    SavedPage.fingerprint("one"),
                    SavedPage.fingerprint("two")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          About response owner. => Concerning response owner. => 2
          Send a picture message => Send a photo => 2
          snippet of groupMessage => another of groupMessage => 2
          request tag (max 1024 Chars) => request tag (max 512 Chars) => 3
          About response owner. => About response owner, 7 at once. => 3
          request to in E.164 => request to also in E.164 => 2
          202 Accepted => 201 Created => 3
          """)
  void distinguishesWordingFromFacts(String before, String after, int exitCode)
      throws NotACopyException {
    for (Form form : Form.values()) {
      Findings findings = compare(page(form).replace(before, after));
      assertThat(findings.facts().isEmpty() ? 2 : 3).as(form.name()).isEqualTo(exitCode);
      assertThat(changes(page(form).replace(before, after))).isNotEmpty();
    }
  }

  @Test
  void comparesWhatAnOpenTabShows() throws NotACopyException {
    String page =
        page(Form.COPIED).replaceAll("(?s)\ncurl .*?\n'\n", "\n").replaceAll("\nsnippet of.*", "");
    assertThat(compare(page))
        .isEqualTo(
            new Findings(
                List.of(),
                List.of(),
                List.of(
                    "examples: curl, which the copy lacks; save the page as HTML",
                    "examples: snippets, which the copy lacks; save the page as HTML")));
    assertThat(compare(page.replace("max 1024", "max 9")).facts()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void recognizesTruncatedPage(Form form) {
    String page = page(form);
    for (String last :
        List.of(
            "Basic Authentication",
            "About request to",
            "About response to",
            "Example 1 of",
            "Example 5 of",
            "snippet of groupM")) {
      String cut = page.substring(0, page.lastIndexOf(last) + last.length());
      assertThatThrownBy(() -> compare(cut))
          .as(last)
          .isInstanceOf(NotACopyException.class)
          .hasMessageStartingWith("is a copy of the page that is cut off in or after ");
    }
  }

  @Test
  void exitCodeSaysWhatChanged(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("page.txt"), page(Form.TEXT));
    assertThat(run(file.toString()))
        .startsWith(
            "2 " + file + " is a copy of \"Send SMS or MMS Messages\", https://dev.bandwidth.com/")
        .contains("Wording changed:\n  Send SMS or MMS Messages: sentence 1 was [")
        .endsWith("Only the wording changed (exit code 2).\n");
    Files.writeString(file, page(Form.TEXT).replace("2048", "1600"));
    assertThat(run(file.toString()))
        .startsWith("3 ")
        .contains(
            "Facts changed:\n  request.text: max was 2048, page says 1600 -> page.yaml, request.text.max\n")
        .endsWith("Facts changed (exit code 3).\n");
  }

  private static String run(String file) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int exitCode = CheckPage.run(file, new PrintStream(printed, true, UTF_8));
    return exitCode + " " + printed.toString(UTF_8);
  }

  private Findings compare(String page) throws NotACopyException {
    return Objects.requireNonNull(
        CheckPage.compare(SavedFile.of(page.getBytes(UTF_8)), transcription));
  }

  private List<String> changes(String page) throws NotACopyException {
    Findings findings = compare(page);
    return Stream.concat(findings.facts().stream(), findings.wording().stream()).toList();
  }

  private ObjectNode object(String name) {
    return (ObjectNode) transcription.path(name);
  }

  private static JsonNode transcription() {
    JsonNode page = Transcription.yaml("page.yaml");
    page.path("prose").properties().forEach(part -> fingerprint(part.getKey(), part.getValue()));
    for (String table : List.of("request", "response")) {
      page.path(table)
          .properties()
          .forEach(row -> fingerprint(table + " " + row.getKey(), row.getValue()));
    }
    page.path("examples")
        .properties()
        .forEach(
            example ->
                ((ObjectNode) example.getValue())
                    .put("snippets", SavedPage.fingerprint("snippet of " + example.getKey())));
    return page;
  }

  private static void fingerprint(String name, JsonNode facts) {
    String sentences =
        words(name, facts).stream().map(SavedPage::fingerprint).collect(joining(" "));
    ((ObjectNode) facts).put("sentences", sentences);
  }

  /** The test's own sentences, which say the same facts. */
  private static List<String> words(String name, JsonNode facts) {
    List<String> words = new ArrayList<>();
    words.add(
        name.equals("Basic Authentication") ? "It leverages " + name + "." : "About " + name + ".");
    if (facts.has("max")) {
      words.add("The %s (max %s Chars).".formatted(name, facts.path("max").asText()));
    }
    if (facts.has("format")) {
      words.add("The %s in %s format.".formatted(name, facts.path("format").asText()));
    }
    if (facts.has("values")) {
      words.add(
          "Accepted values are %s.".formatted(facts.path("values").asText().replace(", ", " or ")));
    }
    if (facts.has("default")) {
      words.add("Else they use the %s value.".formatted(facts.path("default").asText()));
    }
    if (facts.has("example")) {
      words.add("It looks like %s.".formatted(facts.path("example").asText()));
    }
    return words;
  }

  private String page(Form form) {
    String title = transcription.path("title").asText();
    JsonNode prose = transcription.path("prose");
    StringBuilder page = new StringBuilder(form.part("h1", title));
    page.append(passage(form, prose, title)).append(form.part("h2", "Request URL"));
    page.append(form.part("pre", transcription.path("method").asText()));
    page.append(form.part("p", transcription.path("url").asText()));
    for (String section :
        List.of("Basic Authentication", "Invalid Phone Number Handling", "Tags")) {
      page.append(form.part("h2", section)).append(passage(form, prose, section));
    }
    page.append(form.part("h2", "Supported Parameters"));
    page.append(table(form, "request", List.of("Parameter", "Mandatory", "Type", "Description")));
    page.append(passage(form, prose, "Notes on Supported Parameters"));
    page.append(form.part("h2", "Response Parameters"));
    page.append(table(form, "response", List.of("Parameter", "Type", "Description")));
    int number = 0;
    for (DocumentedExample example : DocumentedExample.all()) {
      JsonNode cells = transcription.path("examples").path(example.key());
      page.append(
          form.part("h3", "Example %d of 5: %s".formatted(++number, cells.path("title").asText())));
      for (String request : List.of("request.http", "request.curl")) {
        page.append(form.part("pre", example.printed(request)));
        page.append(form.part("p", "The above command returns a JSON Response"));
        page.append(form.part("pre", example.printed("response.http")));
      }
      page.append(form.part("pre", "snippet of " + example.key()));
    }
    return form.page(page.toString());
  }

  private static String passage(Form form, JsonNode prose, String name) {
    return form.part("p", String.join(" ", words(name, prose.path(name))));
  }

  private String table(Form form, String table, List<String> headings) {
    List<List<String>> rows = new ArrayList<>(List.of(headings));
    transcription
        .path(table)
        .properties()
        .forEach(
            row -> {
              List<String> cells = new ArrayList<>(List.of(row.getKey()));
              for (String heading : headings.subList(1, headings.size() - 1)) {
                cells.add(row.getValue().path(heading.toLowerCase(Locale.ROOT)).asText());
              }
              cells.add(String.join(" ", words(table + " " + row.getKey(), row.getValue())));
              rows.add(cells);
            });
    return form.table(rows);
  }
}
