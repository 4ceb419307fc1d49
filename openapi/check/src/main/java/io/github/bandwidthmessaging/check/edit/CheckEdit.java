package io.github.bandwidthmessaging.check.edit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.ReleasedDocument;
import io.github.bandwidthmessaging.check.documentation.Additions;
import io.github.bandwidthmessaging.check.documentation.DataMistake;
import io.github.bandwidthmessaging.check.documentation.Disagreement;
import io.github.bandwidthmessaging.check.documentation.DocumentationCheck;
import io.github.bandwidthmessaging.check.edit.Complaint.Kind;
import io.github.bandwidthmessaging.check.report.ContractResults;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import io.github.bandwidthmessaging.check.report.ContractRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code openapi/messaging.yaml} and prints all complaints, or accepts intended changes if
 * the system property {@code accept} is set. With the value {@code release}, a document without
 * complaints becomes the one that the next must not break.
 */
public final class CheckEdit {
  private static final String RELEASE = "release";

  private final Path document;
  private final Path changelog;
  private final Additions additions;
  private final Path released;
  private final GoldenCopies golden;
  private final Path work;
  private final Function<Additions, DocumentationCheck> transcribed;
  private final String accept;
  private final String version;

  /**
   * Makes a check.
   *
   * @param root the directory of the project
   * @param transcribed makes the check against the sources, of which the additions are a part
   * @param accept {@code release}, empty to accept nothing, or anything else
   * @param version the version of the SDK that is being made
   */
  CheckEdit(
      Path root,
      Function<Additions, DocumentationCheck> transcribed,
      String accept,
      String version) {
    Path resources = root.resolve("client-generated/src/test/resources");
    document = root.resolve("openapi/messaging.yaml");
    changelog = root.resolve("CHANGELOG.md");
    additions = new Additions(root.resolve("openapi/documentation/additions.yaml"));
    released = root.resolve("openapi/released");
    golden = new GoldenCopies(resources.resolve("golden"), resources.resolve("api-surface.txt"));
    work = root.resolve("openapi/check/target/edit");
    this.transcribed = transcribed;
    this.accept = accept;
    this.version = version;
  }

  /** The result of a check: what is wrong, and what was accepted, as sentences. */
  record Result(
      List<Complaint> complaints,
      List<String> accepted,
      EditCheck check,
      @Nullable DocumentationCheck sources) {}

  /**
   * Checks the document.
   *
   * @param args none
   * @throws IllegalStateException if there are complaints; they are printed before
   */
  public static void main(String[] args) throws IOException {
    ContractRun run = ContractRun.ofThisBuild();
    run.start();
    // This remains if something else fails.
    writeComplaints(
        List.of(
            new Complaint(
                Kind.MISTAKE,
                Project.name(Document.FILE),
                0,
                "its check did not finish",
                "See Maven's output.",
                "")));
    run.write();
    try {
      String accept = System.getProperty("accept");
      Result result =
          new CheckEdit(
                  Project.resolve(""),
                  DocumentationCheck::ofTranscription,
                  accept == null ? "" : accept.isEmpty() ? "true" : accept,
                  System.getProperty("project.version", "").replace("-SNAPSHOT", ""))
              .result();
      writeResults(result);
      result.accepted().forEach(System.out::println);
      List<Complaint> complaints = result.complaints();
      if (!complaints.isEmpty()) {
        complaints.forEach(System.err::println);
        throw new IllegalStateException(
            (accept == null ? "" : "Nothing was accepted: ")
                + (complaints.size() == 1 ? "1 complaint" : complaints.size() + " complaints")
                + " about openapi/messaging.yaml, listed above, the most important first");
      }
    } finally {
      run.write();
    }
  }

  Result result() throws IOException {
    List<Complaint> mistakes =
        DataMistake.in(additions.folder()).stream()
            .map(
                mistake ->
                    new Complaint(
                        Kind.MISTAKE,
                        mistake.file(),
                        mistake.line(),
                        mistake.sentence() + ".",
                        "Correct the line. Until then, the document is not compared with any source.",
                        ""))
            .toList();
    DocumentationCheck sources = mistakes.isEmpty() ? transcribed.apply(additions) : null;
    EditCheck check =
        new EditCheck(document, sources, golden, ReleasedDocument.in(released), work, version);
    List<Complaint> complaints = new ArrayList<>(mistakes);
    complaints.addAll(check.complaints());
    List<String> accepted = new ArrayList<>();
    if (!accept.isEmpty() && !complaints.isEmpty()) {
      complaints.removeIf(check::isAcceptable);
      if (complaints.isEmpty() && sources != null) {
        accept(check, sources, accepted);
      }
    } else {
      if (mistakes.isEmpty()) {
        complaints.addAll(todos());
      }
      complaints.sort(comparing(Complaint::kind));
      if (complaints.isEmpty() && accept.equals(RELEASE)) {
        ReleasedDocument.in(released).replaceBy(document, version);
        accepted.add(
            "Accepted the document as that of " + version + ", which the next must not break.");
      }
    }
    return new Result(complaints, accepted, check, sources);
  }

  private void accept(EditCheck check, DocumentationCheck sources, List<String> accepted)
      throws IOException {
    List<String> entries = new ArrayList<>(Files.readAllLines(changelog));
    int unreleased = entries.indexOf("## Unreleased");
    if (unreleased < 0) {
      throw new IllegalStateException("Nothing was accepted: CHANGELOG.md has no ## Unreleased");
    }
    accepted.addAll(check.accept());
    if (!check.unsourced().isEmpty()) {
      additions.addTodos(Document.read(document).json(), sources);
      entries.add(
          Math.min(unreleased + 2, entries.size()),
          check.unsourced().stream()
              .map(Disagreement::place)
              .distinct()
              .collect(joining("`, `", "- TODO: `", "`.")));
      Files.write(changelog, entries);
      accepted.add(
          additions.todos().stream()
              .map(todo -> Project.name(todo.file()))
              .distinct()
              .collect(joining(" and ", "Name the sources at the TODO in ", ".")));
      accepted.add("Say what is new at the TODO in " + Project.name(changelog) + ".");
    }
    accepted.add("`git status` and `git diff` show all changes.");
  }

  /** Returns what is left to do after an accepted edit. */
  private List<Complaint> todos() throws IOException {
    List<Complaint> todos = new ArrayList<>();
    for (Additions.Todo todo : additions.todos()) {
      todos.add(
          new Complaint(
              Kind.TODO,
              Project.name(todo.file()),
              todo.line(),
              todo.place() + ": its source is missing",
              "Write where it is documented, or \"Ours: \" and the reason, in place of the TODO.",
              ""));
    }
    List<String> entries = Files.readAllLines(changelog);
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).startsWith("- TODO")) {
        todos.add(
            new Complaint(
                Kind.TODO,
                Project.name(changelog),
                i + 1,
                "the entry is missing",
                "Write what users can do now, in place of the TODO.",
                ""));
      }
    }
    return todos;
  }

  private static void writeComplaints(List<Complaint> complaints) {
    ContractResults.write(
        "complaints",
        "Check of the document",
        complaints.isEmpty() ? "no complaints" : complaints.size() + " complaints",
        List.of("what to do"),
        complaints.stream()
            .map(each -> new Row(each.where(), List.of(each.advice()), false, each.sentence()))
            .toList());
  }

  private static void writeResults(Result result) {
    writeComplaints(result.complaints());
    DocumentationCheck sources = result.sources();
    if (sources != null
        && result.check().complaints().stream()
            .noneMatch(each -> each.kind() == Kind.MISTAKE || each.kind() == Kind.UNCHECKED)) {
      sources.writeResults(Document.read().json(), result.check().disagreements());
    }
  }
}
