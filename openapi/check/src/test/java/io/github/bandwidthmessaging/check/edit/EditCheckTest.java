package io.github.bandwidthmessaging.check.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.check.document.ReleasedDocument;
import io.github.bandwidthmessaging.check.document.Sample;
import io.github.bandwidthmessaging.check.documentation.DocumentationCheck;
import io.github.bandwidthmessaging.check.documentation.SampleFacts;
import io.github.bandwidthmessaging.check.edit.Complaint.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about edits of a document that has nothing wrong, and in which order. */
@NullUnmarked
final class EditCheckTest {
  private static final DocumentationCheck SOURCES = SampleFacts.check(Sample.document().json());

  @TempDir private static Path folder;
  private static GoldenCopies golden;
  private static ReleasedDocument released;
  private static String sample;

  @BeforeAll
  static void writeDownTheSample() throws IOException {
    sample = Files.readString(Sample.FILE);
    Path copies = Files.createDirectory(folder.resolve("golden"));
    golden = new GoldenCopies(copies, folder.resolve("api-surface.txt"));
    golden.update(GeneratedClient.of(write(sample), folder.resolve("sample")));
    released =
        new ReleasedDocument(Files.copy(Sample.FILE, folder.resolve("messaging-1.0.0.yaml")));
  }

  @Test
  void findsNothingInAnUneditedDocument() throws IOException {
    assertThat(complaints(sample)).isEmpty();
  }

  @Test
  void namesEverythingWrongTheMostImportantFirst() throws IOException {
    List<Complaint> complaints =
        complaints(
            edited(
                "maxLength: 1024",
                "maxLength: 512",
                "enum: [default, high]",
                "enum: [default, high, low]",
                "  /users/{accountId}/messages:",
                "  /lists:"
                    + "\n    get:\n      operationId: list_all\n      tags: [Messages]"
                    + "\n      summary: Lists.\n      description: Lists.\n      responses:"
                    + "\n        '204': {description: Nothing.}\n  /users/{accountId}/messages:",
                "        segmentCount:",
                "        segments:"));
    assertThat(complaints).extracting(Complaint::kind).isSorted();
    assertThat(complaints.get(0))
        .hasToString(
            "edited.yaml:%d: createMessage.request.tag: page says max 1024, document says 512%n    %s"
                .formatted(
                    line("maxLength: 512"),
                    "Correct the document, unless the source has changed: then correct"
                        + " openapi/documentation."));
    assertThat(sentences(complaints, Kind.DOCUMENTATION))
        .anyMatch(it -> it.startsWith("createMessage.202.segmentCount: page has it, document does"))
        .hasSize(2);
    assertThat(sentences(complaints, Kind.LIMIT))
        .containsExactly(
            "MessageRequest.tag: the schema says at most [512], its description [1024]");
    assertThat(sentences(complaints, Kind.UNSOURCED))
        .anyMatch(it -> it.startsWith("list_all: document has it, no source does"))
        .anyMatch(it -> it.startsWith("createMessage.request.priority: document says values low"))
        .anyMatch(it -> it.startsWith("createMessage.202.segments: document has it"))
        .hasSize(3);
    assertThat(sentences(complaints, Kind.BREAKING))
        .contains(
            "MessageRequest.tag.maxLength: 1024 became 512, which breaks users of 1.0.0",
            "Message: segmentCount is gone, which breaks users of 1.0.0");
    assertThat(sentences(complaints, Kind.LINT))
        .anyMatch(it -> it.contains("operationId"))
        .anyMatch(it -> it.contains("`segmentCount`. (also on line"));
    assertThat(complaints)
        .filteredOn(it -> it.kind() == Kind.OUTDATED)
        .first()
        .satisfies(
            it -> {
              assertThat(it.where()).endsWith("api-surface.txt");
              assertThat(it.detail())
                  .contains(
                      "-  public @Nullable Integer segmentCount()",
                      "+  public @Nullable Integer segments()",
                      "@@ ");
            });
    assertThat(sentences(complaints, Kind.OUTDATED))
        .last()
        .asString()
        .contains("Message.java", "Priority.java", "MessagesApi.java")
        .doesNotContain("BandwidthError.java");
  }

  @Test
  void namesOnlyTheCauseOfOtherMistakes() throws IOException {
    List<Complaint> complaints =
        complaints(
            edited(
                "$ref: '#/components/schemas/Priority'", "$ref: '#/components/schemas/Prioritiy'",
                "maxLength: 2048", "maxLenght: 2048"));
    assertThat(complaints)
        .extracting(Complaint::where, Complaint::sentence)
        .containsExactly(
            tuple(
                "edited.yaml:" + line("maxLenght"),
                "MessageRequest.text: \"maxLenght\" is not a keyword of a schema; did you mean"
                    + " \"maxLength\"?"),
            tuple(
                "edited.yaml:" + line("Prioritiy"),
                "MessageRequest.priority: \"#/components/schemas/Prioritiy\" does not exist; did you"
                    + " mean \"Priority\"?"));
  }

  @Test
  void namesAnOperationWithoutNameFirst() throws IOException {
    List<Complaint> complaints =
        complaints(
            edited("      operationId: createMessage\n", "", "maxLength: 1024", "maxLength: 9"));
    assertThat(complaints.get(0).kind()).isEqualTo(Kind.MISTAKE);
    assertThat(complaints.get(0).where()).isEqualTo("edited.yaml:" + line("    post:"));
    assertThat(complaints.get(0).sentence())
        .isEqualTo("POST /users/{accountId}/messages: the operation needs an \"operationId\".");
    assertThat(sentences(complaints, Kind.LINT)).noneMatch(it -> it.contains("operationId"));
  }

  @Test
  void namesOnlyTheReferenceToAnotherSection() throws IOException {
    assertThat(
            complaints(
                edited(
                    "$ref: '#/components/schemas/MessageRequest'",
                    "$ref: '#/components/examples/textMessage'")))
        .extracting(Complaint::where, Complaint::kind)
        .containsExactly(
            tuple("edited.yaml:" + line("'#/components/examples/textMessage'"), Kind.MISTAKE));
  }

  @Test
  void namesOnlyTheReferenceToItself() throws IOException {
    assertThat(
            complaints(
                edited(
                    "  schemas:\n",
                    "  schemas:\n    Circle:\n      $ref: '#/components/schemas/Circle'\n")))
        .extracting(Complaint::where, Complaint::sentence)
        .containsExactly(
            tuple(
                "edited.yaml:" + line("'#/components/schemas/Circle'"),
                "Circle: the reference refers back to itself."));
  }

  @Test
  void namesOnlyTheDuplicateKey() throws IOException {
    assertThat(complaints(edited("  schemas:\n", "  schemas:\n    Priority: {type: string}\n")))
        .singleElement()
        .satisfies(it -> assertThat(it.sentence()).startsWith("\"Priority\" is here twice"));
  }

  @Test
  void readsWhatIsMerged() throws IOException {
    assertThat(
            complaints(
                edited(
                    "    PathError:\n      type: object\n",
                    "    PathError:\n      <<: {type: object}\n")))
        .isEmpty();
  }

  @Test
  void namesTheLineOfYamlThatCannotBeRead() throws IOException {
    List<Complaint> complaints = complaints(edited("      required: [id]", "     required: [id]"));
    assertThat(complaints).singleElement().extracting(Complaint::kind).isEqualTo(Kind.MISTAKE);
    assertThat(complaints.get(0).where()).isEqualTo("edited.yaml:" + line("     required: [id]"));
  }

  @Test
  void namesWhatTheGeneratorCannotExpress() throws IOException {
    List<Complaint> complaints =
        complaints(
            edited(
                "    Recipients:\n",
                "    Recipients:\n      not: {type: boolean}\n      allOf: [{type: integer}]\n"));
    assertThat(sentences(complaints, Kind.GENERATOR)).isNotEmpty();
  }

  @Test
  void acceptsAdditions() throws IOException {
    EditCheck check =
        check(
            edited(
                "    PathError:\n      type: object\n",
                "    PathError:\n      type: object\n      x-sensitive: true\n"));
    assertThat(check.complaints()).isNotEmpty().allMatch(check::isAcceptable);
    check.accept();
    assertThat(complaints(Files.readString(folder.resolve("edited.yaml"))))
        .isNotEmpty()
        .allMatch(it -> it.kind() == Kind.UNSOURCED);
    golden.update(GeneratedClient.of(write(sample), folder.resolve("sample")));
  }

  private List<Complaint> complaints(String document) throws IOException {
    return check(document).complaints();
  }

  private EditCheck check(String document) throws IOException {
    return new EditCheck(
        write(document), SOURCES, golden, released, folder.resolve("work"), "1.0.0");
  }

  /** Generated code names the document. */
  private static Path write(String document) throws IOException {
    return Files.writeString(folder.resolve("edited.yaml"), document);
  }

  /** Returns the sample after replacements, each of which has to replace something. */
  private String edited(String... replacements) {
    String edited = sample;
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(edited).contains(replacements[i]);
      edited =
          edited.replaceFirst(
              Pattern.quote(replacements[i]), Matcher.quoteReplacement(replacements[i + 1]));
    }
    return edited;
  }

  /** Returns the line of a text in the document that was checked last. */
  private static int line(String text) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("edited.yaml"));
    return 1
        + lines.indexOf(lines.stream().filter(it -> it.contains(text)).findFirst().orElseThrow());
  }

  private static List<String> sentences(List<Complaint> complaints, Kind kind) {
    return complaints.stream().filter(it -> it.kind() == kind).map(Complaint::sentence).toList();
  }
}
