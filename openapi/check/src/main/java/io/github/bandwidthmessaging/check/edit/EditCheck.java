package io.github.bandwidthmessaging.check.edit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentChanges.Change;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.check.document.LimitsInWords;
import io.github.bandwidthmessaging.check.document.Lint;
import io.github.bandwidthmessaging.check.document.ReleasedDocument;
import io.github.bandwidthmessaging.check.document.YamlLines;
import io.github.bandwidthmessaging.check.documentation.Disagreement;
import io.github.bandwidthmessaging.check.documentation.DocumentationCheck;
import io.github.bandwidthmessaging.check.edit.Complaint.Kind;
import io.github.bandwidthmessaging.generator.DocumentCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every check of the document that needs no compiled client, at once. */
final class EditCheck {
  private static final String ACCEPT = "If it is meant, `mvn -q -f openapi -Daccept` accepts it.";
  private static final Pattern MISTAKE = Pattern.compile("[^:]+:(\\d+): (.*)", Pattern.DOTALL);

  private final Path file;
  private final DocumentationCheck sources;
  private final GoldenCopies golden;
  private final ReleasedDocument released;
  private final String version;
  private final List<Complaint> complaints = new ArrayList<>();
  private List<Disagreement> unsourced = List.of();
  private @Nullable GeneratedClient client;

  /**
   * Checks a document.
   *
   * @param work a folder for what is generated
   * @param version the version of the SDK that is being made
   */
  EditCheck(
      Path file,
      DocumentationCheck sources,
      GoldenCopies golden,
      ReleasedDocument released,
      Path work,
      String version) {
    this.file = file;
    this.sources = sources;
    this.golden = golden;
    this.released = released;
    this.version = version;
    mistakes();
    boolean isSound = complaints.isEmpty();
    if (isSound || isReadable()) {
      CompletableFuture<List<Lint.Problem>> lint =
          CompletableFuture.supplyAsync(() -> Lint.problems(List.of(file)));
      if (isSound) {
        // Takes the longest; the rest is done beside it.
        CompletableFuture<GeneratedClient> made =
            CompletableFuture.supplyAsync(() -> GeneratedClient.of(file, work));
        attempt("the released document", this::breaking);
        rest(lint);
        attempt("the generated code", () -> generated(made.join(), work));
      } else {
        rest(lint);
      }
    }
    if (complaints.stream().anyMatch(each -> each.kind() == Kind.MISTAKE)) {
      // A check that fails by itself mostly does so over the mistakes.
      complaints.removeIf(each -> each.kind() == Kind.UNCHECKED);
    }
    complaints.sort(comparing(Complaint::kind));
  }

  private void rest(CompletableFuture<List<Lint.Problem>> lint) {
    attempt("the documentation", this::documentation);
    attempt("the limits", this::limits);
    attempt("the rules", () -> lint(lint.join()));
  }

  /** Runs one of the checks, which must not hide the others by failing itself. */
  private void attempt(String against, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException e) {
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      add(
          Kind.UNCHECKED,
          0,
          "could not be held against " + against + ": " + cause,
          "Correct the other complaints first; if it stays, the check has a fault.");
    }
  }

  /** Returns what is wrong, the most important first. */
  List<Complaint> complaints() {
    return complaints;
  }

  /** Returns whether nothing stands against accepting the edit as it is. */
  boolean isAcceptable(Complaint complaint) {
    return complaint.kind().isAcceptable()
        && (complaint.kind() != Kind.BREAKING || released.version().equals(version));
  }

  /** Takes over what the edit makes of the client, and returns what is left to do. */
  List<String> accept() {
    List<String> done = new ArrayList<>();
    try {
      if (client != null && has(Kind.OUTDATED)) {
        golden.update(client);
        done.add("Accepted the generated code and the public API.");
      }
      if (has(Kind.BREAKING)) {
        released.replaceBy(file, version);
        done.add("Accepted the document as the one that the next must not break.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return done;
  }

  private boolean has(Kind kind) {
    return complaints.stream().anyMatch(each -> each.kind() == kind);
  }

  /** Returns what the document says and no source does. */
  List<Disagreement> unsourced() {
    return unsourced;
  }

  private void mistakes() {
    try {
      for (String mistake : DocumentCheck.complaints(file)) {
        Matcher parts = MISTAKE.matcher(mistake);
        boolean known = parts.matches();
        add(
            Kind.MISTAKE,
            known ? Integer.parseInt(parts.group(1)) : 0,
            known ? parts.group(2) : mistake,
            "Correct the line. Nothing is generated until then.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReadable() {
    try {
      return !Document.read(file).json().path("paths").isMissingNode();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private void documentation() {
    YamlLines lines = YamlLines.of(file);
    JsonNode json = Document.read(file).json();
    IdentityHashMap<JsonNode, String> pointers = YamlLines.pointers(json);
    List<Disagreement> found = sources.disagreements(json);
    unsourced = found.stream().filter(each -> each.kind() == Disagreement.Kind.UNSOURCED).toList();
    for (Disagreement disagreement : found) {
      Statement where = disagreement.where();
      String pointer = where == null ? null : pointers.get(where.object());
      int line = where == null || pointer == null ? 0 : lines.line(pointer + "/" + where.keyword());
      if (pointer == null || !followsFromMistake(lines, pointer, json)) {
        boolean isUnsourced = disagreement.kind() == Disagreement.Kind.UNSOURCED;
        add(
            isUnsourced ? Kind.UNSOURCED : Kind.DOCUMENTATION,
            line,
            disagreement.toString(),
            isUnsourced
                ? "Name its source in additions.yaml. " + ACCEPT
                : "Correct the document, unless the source has changed: then correct"
                    + " openapi/documentation.");
      }
    }
  }

  /** Whether one of the lines of an object has a mistake. */
  private boolean followsFromMistake(YamlLines lines, String pointer, JsonNode json) {
    List<Integer> own = new ArrayList<>(List.of(lines.line(pointer)));
    json.at(pointer)
        .fieldNames()
        .forEachRemaining(name -> own.add(lines.line(pointer + "/" + name)));
    return own.stream().anyMatch(this::isMistake);
  }

  private void limits() {
    YamlLines lines = YamlLines.of(file);
    Document document = Document.read(file);
    for (LimitsInWords.Difference difference : LimitsInWords.differences(document)) {
      if (followsFromMistake(lines, difference.pointer(), document.json())) {
        continue;
      }
      add(
          Kind.LIMIT,
          lines.line(difference.pointer()),
          difference.toString(),
          "Let the description tell the limits of the schema: \"at most 64\".");
    }
  }

  /** What is wrong in the same way on several lines, such as in all examples, is one complaint. */
  private void lint(List<Lint.Problem> problems) {
    YamlLines lines = YamlLines.of(file);
    Map<String, List<Lint.Problem>> same =
        problems.stream()
            // A mistake, which is told better.
            .filter(each -> !each.rule().equals("no-unresolved-refs"))
            .filter(each -> !isMistake(lines.line(each.pointer())))
            .collect(
                groupingBy(each -> each.rule() + each.message(), LinkedHashMap::new, toList()));
    for (List<Lint.Problem> all : same.values()) {
      Lint.Problem first = all.get(0);
      String others =
          all.stream()
              .skip(1)
              .map(each -> String.valueOf(lines.line(each.pointer())))
              .filter(line -> !line.equals(String.valueOf(lines.line(first.pointer()))))
              .distinct()
              .collect(joining(", "));
      add(
          Kind.LINT,
          lines.line(first.pointer()),
          first.message() + (others.isEmpty() ? "" : " (also on line " + others + ")"),
          "Rule " + first.rule() + " of openapi/redocly.yaml.");
    }
  }

  private boolean isMistake(int line) {
    return complaints.stream().anyMatch(each -> each.kind() == Kind.MISTAKE && each.line() == line);
  }

  private void generated(GeneratedClient made, Path work) {
    client = made;
    for (String error : made.errors()) {
      add(Kind.GENERATOR, 0, error, "openapi/generator/README.md says what it can express.");
    }
    if (made.errors().isEmpty()) {
      try {
        String surface = golden.surfaceDiff(made);
        if (!surface.isEmpty()) {
          complaints.add(
              new Complaint(
                  Kind.OUTDATED,
                  Project.name(golden.surface()),
                  0,
                  "the public API changed",
                  ACCEPT,
                  surface));
        }
        Map<String, String> diffs = golden.diffs(made);
        if (!diffs.isEmpty()) {
          Path whole = work.resolve("golden.diff");
          Files.writeString(whole, String.join(System.lineSeparator(), diffs.values()));
          complaints.add(
              new Complaint(
                  Kind.OUTDATED,
                  Project.name(golden.folder()),
                  0,
                  "the generated code changed: " + String.join(", ", diffs.keySet()),
                  ACCEPT + " The whole difference is in " + Project.name(whole) + ".",
                  ""));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void breaking() {
    YamlLines lines = YamlLines.of(file);
    if (released.mayBreakIn(version)) {
      return;
    }
    for (Change change : released.changesTo(Document.read(file))) {
      if (change.breaks()) {
        add(
            Kind.BREAKING,
            lines.lineOfPlace(change.toString()),
            change + ", which breaks those who use " + released.version(),
            released.version().equals(version)
                ? "Not released yet. " + ACCEPT
                : "Keep it, or raise the version in the top pom.xml.");
      }
    }
  }

  private void add(Kind kind, int line, String sentence, String advice) {
    complaints.add(new Complaint(kind, Project.name(file), line, sentence, advice, ""));
  }
}
