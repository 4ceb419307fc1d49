package io.github.bandwidthmessaging.check.edit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.ReleasedDocument;
import io.github.bandwidthmessaging.check.documentation.Additions;
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

/**
 * Checks {@code openapi/messaging.yaml} and prints every complaint at once, or accepts what is
 * meant if the system property {@code accept} is there. {@code release} as its value makes a
 * document without complaints the one that the next must not break.
 */
public final class CheckEdit {
  private static final Path CHANGELOG = Project.resolve("CHANGELOG.md");
  private static final Path RESOURCES = Project.resolve("client-generated/src/test/resources");

  private CheckEdit() {}

  /**
   * Checks the document.
   *
   * @param args none
   * @throws IllegalStateException if there are complaints; they are printed before
   */
  public static void main(String[] args) throws IOException {
    ContractRun run = ContractRun.ofThisBuild();
    run.start();
    // Stays if something else goes wrong.
    writeComplaints(
        List.of(
            new Complaint(
                Kind.MISTAKE,
                Project.name(Document.FILE),
                0,
                "its check has not come to its end",
                "Maven's output says why.",
                "")));
    run.write();
    try {
      check();
    } finally {
      run.write();
    }
  }

  private static void check() throws IOException {
    DocumentationCheck sources = DocumentationCheck.ofTranscription();
    String version = System.getProperty("project.version", "").replace("-SNAPSHOT", "");
    EditCheck check =
        new EditCheck(
            Document.FILE,
            sources,
            new GoldenCopies(RESOURCES.resolve("golden"), RESOURCES.resolve("api-surface.txt")),
            ReleasedDocument.read(),
            Project.resolve("openapi/check/target/edit"),
            version);
    List<Complaint> complaints = new ArrayList<>(check.complaints());
    boolean accept = System.getProperty("accept") != null && !complaints.isEmpty();
    if (accept) {
      complaints.removeIf(check::isAcceptable);
      if (complaints.isEmpty()) {
        accept(check);
        writeResults(complaints, check, sources);
        return;
      }
    } else {
      complaints.addAll(todos());
      complaints.sort(comparing(Complaint::kind));
    }
    writeResults(complaints, check, sources);
    if (!complaints.isEmpty()) {
      complaints.forEach(System.err::println);
      throw new IllegalStateException(
          (accept ? "Nothing was accepted: " : "")
              + (complaints.size() == 1 ? "1 complaint" : complaints.size() + " complaints")
              + " about openapi/messaging.yaml, above, the most important first");
    }
    if ("release".equals(System.getProperty("accept"))) {
      ReleasedDocument.read().replaceBy(Document.FILE, version);
    }
  }

  private static void accept(EditCheck check) throws IOException {
    List<String> changelog = new ArrayList<>(Files.readAllLines(CHANGELOG));
    int unreleased = changelog.indexOf("## Unreleased");
    if (unreleased < 0) {
      throw new IllegalStateException("Nothing was accepted: CHANGELOG.md has no ## Unreleased");
    }
    check.accept().forEach(System.out::println);
    if (!check.unsourced().isEmpty()) {
      Additions.addTodos(Document.read().json());
      changelog.add(
          Math.min(unreleased + 2, changelog.size()),
          check.unsourced().stream()
              .map(Disagreement::place)
              .distinct()
              .collect(joining("`, `", "- TODO: `", "`.")));
      Files.write(CHANGELOG, changelog);
      System.out.println("Name the sources at the TODO in " + Project.name(Additions.FILE) + ".");
      System.out.println("Say what is new at the TODO in " + Project.name(CHANGELOG) + ".");
    }
    System.out.println("`git status` and `git diff` show everything.");
  }

  /** Returns what an accepted edit left to do. */
  private static List<Complaint> todos() throws IOException {
    List<Complaint> todos = new ArrayList<>();
    for (Additions.Todo todo : Additions.todos()) {
      todos.add(
          new Complaint(
              Kind.TODO,
              Project.name(Additions.FILE),
              todo.line(),
              todo.place() + ": its source is missing",
              "Write where it is documented, or \"Ours: \" and the reason, in place of the TODO.",
              ""));
    }
    List<String> changelog = Files.readAllLines(CHANGELOG);
    for (int i = 0; i < changelog.size(); i++) {
      if (changelog.get(i).startsWith("- TODO")) {
        todos.add(
            new Complaint(
                Kind.TODO,
                Project.name(CHANGELOG),
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

  private static void writeResults(
      List<Complaint> complaints, EditCheck check, DocumentationCheck sources) {
    writeComplaints(complaints);
    if (check.complaints().stream()
        .noneMatch(each -> each.kind() == Kind.MISTAKE || each.kind() == Kind.UNCHECKED)) {
      sources.writeResults(Document.read().json(), check.disagreements());
    }
  }
}
