package io.github.bandwidthmessaging.check.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.check.document.Sample;
import io.github.bandwidthmessaging.check.documentation.SampleFacts;
import io.github.bandwidthmessaging.check.edit.Complaint.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What accepting an edit does to the files of a project. */
@NullUnmarked
final class CheckEditTest {
  private static final JsonNode SAMPLE = Sample.document().json();

  @TempDir private static Path golden;
  @TempDir private static Path work;
  @TempDir private Path root;
  private Path document;
  private Path additions;
  private Path changelog;
  private Path released;

  @BeforeAll
  static void generate() throws IOException {
    Path copies = Files.createDirectory(golden.resolve("golden"));
    new GoldenCopies(copies, golden.resolve("api-surface.txt"))
        .update(GeneratedClient.of(Files.copy(Sample.FILE, work.resolve("messaging.yaml")), work));
  }

  @BeforeEach
  void makeAProject() throws IOException {
    document = root.resolve("openapi/messaging.yaml");
    additions = root.resolve("openapi/documentation/additions.yaml");
    changelog = root.resolve("CHANGELOG.md");
    released = root.resolve("openapi/released");
    copy(Project.resolve("openapi/documentation"), additions.getParent());
    Files.writeString(
        additions,
        "facts:\n  A page:\n    createMessage.request.tag: {max: 1024}\n\nleftOut: {}\n");
    Files.writeString(changelog, "# Changes\n\n## Unreleased\n\n- Everything.\n");
    Files.copy(Sample.FILE, document);
    Files.createDirectories(released);
    Files.copy(Sample.FILE, released.resolve("messaging-0.1.0.yaml"));
    copy(golden, root.resolve("client-generated/src/test/resources"));
  }

  @Test
  void writesWhatIsLeftToDoAndRefusesItUntilItIsDone() throws IOException {
    edit(
        document,
        "        tag:\n",
        "        campaign:\n          type: string\n          description: A name.\n        tag:\n");
    CheckEdit.Result accepted = result("true");
    assertThat(accepted.complaints()).isEmpty();
    assertThat(accepted.accepted())
        .contains("Accepted the generated code and the public API.")
        .anyMatch(it -> it.startsWith("Name the sources at the TODO in"));
    assertThat(additions)
        .hasContent(
            """
            facts:
              A page:
                createMessage.request.tag: {max: 1024}
              'TODO: where it is documented, or "Ours: " and the reason':
                createMessage.request.campaign: {type: string}

            leftOut: {}
            """);
    assertThat(changelog)
        .hasContent(
            "# Changes\n\n## Unreleased\n\n- TODO: `createMessage.request.campaign`.\n- Everything.\n");

    assertThat(result("").complaints())
        .extracting(Complaint::kind, Complaint::where)
        .containsExactly(tuple(Kind.TODO, "additions.yaml:5"), tuple(Kind.TODO, "CHANGELOG.md:5"));
    edit(
        additions,
        "'TODO: where it is documented, or \"Ours: \" and the reason'",
        "'Ours: to test'");
    edit(changelog, "- TODO: `createMessage.request.campaign`.", "- Campaigns.");
    assertThat(result("").complaints()).isEmpty();
  }

  @Test
  void writesSentencesWithoutSourceAndRefusesThemUntilTheyHaveOne() throws IOException {
    Path words = additions.resolveSibling("words.yaml");
    String source = "{'TODO: where it is documented, or \"Ours: \" and the reason': high}";
    Files.writeString(
        words,
        """
        facts:
          listThings:
            - words: A page has 50.
              sources: {'Ours: to test': high}

        silence: {}
        """);
    edit(
        document,
        "  /users/{accountId}/messages:",
        """
          /things:
            get:
              operationId: listThings
              tags: [Messages]
              summary: Lists things.
              description: Lists things. A page has 50. They stay for 2 days.
              responses:
                '204': {description: None came in 2 days.}
          /users/{accountId}/messages:\
        """);

    assertThat(result("").complaints())
        .filteredOn(it -> it.sentence().endsWith("no source for words: They stay for 2 days."))
        .extracting(Complaint::advice)
        .containsExactly(
            "Name its source in words.yaml."
                + " If that is intended, accept it with `mvn -q -f openapi -Daccept`.");
    CheckEdit.Result accepted = result("true");
    assertThat(accepted.complaints()).isEmpty();
    assertThat(accepted.accepted())
        .contains("Name the sources at the TODO in additions.yaml and words.yaml.");
    assertThat(words)
        .hasContent(
            """
            facts:
              listThings:
                - words: A page has 50.
                  sources: {'Ours: to test': high}
                - words: 'They stay for 2 days.'
                  sources: SOURCE
              listThings.response 204:
                - words: 'None came in 2 days.'
                  sources: SOURCE

            silence: {}
            """
                .replace("SOURCE", source));

    assertThat(result("").complaints())
        .extracting(Complaint::kind, Complaint::where)
        .contains(tuple(Kind.TODO, "words.yaml:6"), tuple(Kind.TODO, "words.yaml:9"))
        .hasSize(5);
  }

  @Test
  void changesNothingIfAnythingElseIsWrong() throws IOException {
    edit(document, "maxLength: 1024", "maxLength: 512");
    edit(document, "enum: [default, high]", "enum: [default, high, low]");
    assertThat(result("true").complaints())
        .extracting(Complaint::kind)
        .containsOnly(Kind.DOCUMENTATION, Kind.LIMIT);
    assertThat(Files.readString(additions)).doesNotContain("TODO");
    assertThat(Files.readString(changelog)).doesNotContain("TODO");
  }

  @Test
  void releasesADocumentWithoutComplaints() throws IOException {
    assertThat(result("release", "0.2.0").accepted()).singleElement().asString().contains("0.2.0");
    try (Stream<Path> files = Files.list(released)) {
      assertThat(files)
          .singleElement()
          .satisfies(it -> assertThat(it).hasFileName("messaging-0.2.0.yaml"));
    }

    edit(document, "maxLength: 1024", "maxLength: 512");
    CheckEdit.Result refused = result("release", "0.3.0");
    assertThat(refused.complaints()).isNotEmpty();
    assertThat(refused.accepted()).isEmpty();
    assertThat(released.resolve("messaging-0.2.0.yaml")).hasSameTextualContentAs(Sample.FILE);
  }

  @Test
  void namesMistakesInTheDataAndComparesNothingWithIt() throws IOException {
    edit(additions, "{max: 1024}", "1024");
    edit(document, "maxLength: 1024", "maxLength: 512");
    List<Complaint> complaints = result("true").complaints();
    assertThat(complaints)
        .first()
        .hasToString(
            "additions.yaml:3: \"createMessage.request.tag\" must be a map, not '1024'.%n    %s"
                .formatted(
                    "Correct the line. Until then, the document is not compared with any source."));
    assertThat(complaints).extracting(Complaint::kind).containsOnly(Kind.MISTAKE, Kind.LIMIT);
  }

  private CheckEdit.Result result(String accept) throws IOException {
    return result(accept, "0.1.0");
  }

  private CheckEdit.Result result(String accept, String version) throws IOException {
    return new CheckEdit(root, all -> SampleFacts.check(SAMPLE, all), accept, version).result();
  }

  private static void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    int at = text.indexOf(before);
    Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
